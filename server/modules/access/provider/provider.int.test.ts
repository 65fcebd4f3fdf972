// SPDX-License-Identifier: Apache-2.0
// Against a real provider package on loopback, walked as a browser walks it.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import Provider from 'oidc-provider';
import { testService } from '../../../platform/testing/test-service.ts';

const server = createServer();
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
after(() => server.close());
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const publicUrl = 'http://yiwang.test';
let subject = 'sub-1';
let username = 'officer-county-a';
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'yiwang',
      client_secret: 'a secret of this test',
      redirect_uris: [`${publicUrl}/api/session/provider/callback`],
    },
  ],
  claims: { profile: ['preferred_username'] },
  conformIdTokenClaims: false,
  findAccount: (_context: unknown, id: string) => ({
    accountId: id,
    claims: async () => ({ sub: id, preferred_username: username }),
  }),
});
server.on('request', provider.callback());

const t = await testService({
  settings: {
    publicUrl,
    oidcIssuer: issuer,
    oidcClientId: 'yiwang',
    oidcClientSecret: 'a secret of this test',
  },
});

/** A browser at the provider: follows its redirects and presses its two buttons, with its cookies. */
async function atProvider(start: string): Promise<string> {
  const jar = new Map<string, string>();
  let url = start;
  let init: RequestInit = {};
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to !== null) {
      url = new URL(to, url).href;
      if (url.startsWith(publicUrl)) return url;
      init = {};
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    assert.ok(action && prompt, page.slice(0, 300));
    url = new URL(action, url).href;
    init = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ prompt, login: subject, password: 'x' }).toString(),
    };
  }
  throw new Error(`the provider does not end: ${url}`);
}

async function begin(to = '/leads') {
  const answer = await t.nobody.get(`/api/session/provider?to=${encodeURIComponent(to)}`);
  assert.equal(answer.status, 303, JSON.stringify(answer.body));
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  return { cookie, url: String(answer.headers['location']) };
}

async function end(back: string, cookie: string) {
  const { pathname, search } = new URL(back);
  return t.fastify.inject({ method: 'GET', url: pathname + search, headers: { cookie } });
}

test('an officer signs in by the provider and lands where the link pointed', async () => {
  assert.equal((await t.nobody.get('/api/instance')).body['provider'], '统一身份认证');
  const { cookie, url } = await begin();
  const back = await atProvider(url);
  const answer = await end(back, cookie);
  assert.equal(answer.headers['location'], '/console/leads');
  const session = /yiwang_session=[^;]+/.exec(String(answer.headers['set-cookie']))![0];
  const me = await t.fastify.inject({ method: 'GET', url: '/api/session', headers: { cookie: session } });
  assert.equal(me.json().person.username, 'officer-county-a');
  const again = await end(back, cookie);
  assert.match(String(again.headers['location']), /problem=provider_refused/, 'an answer counts once');
});

test('the subject counts, not the name: another subject with the same user name gets nothing', async () => {
  subject = 'sub-2';
  const { cookie, url } = await begin();
  const answer = await end(await atProvider(url), cookie);
  assert.match(String(answer.headers['location']), /problem=provider_unknown_person/);
  subject = 'sub-1';
  username = 'administrator';
  const second = await begin();
  const known = await end(await atProvider(second.url), second.cookie);
  const session = /yiwang_session=[^;]+/.exec(String(known.headers['set-cookie']))![0];
  const me = await t.fastify.inject({ method: 'GET', url: '/api/session', headers: { cookie: session } });
  assert.equal(me.json().person.username, 'officer-county-a');
});

test('another browser, a foreign target and a forged answer open nothing', async () => {
  const { cookie, url } = await begin('//evil.test/');
  const back = await atProvider(url);
  assert.match(String((await end(back, '')).headers['location']), /problem=provider_refused/);
  const forged = new URL(back);
  forged.searchParams.set('code', 'forged');
  assert.match(String((await end(forged.href, cookie)).headers['location']), /problem=provider_refused/);
  const fresh = await begin('//evil.test/');
  const answer = await end(await atProvider(fresh.url), fresh.cookie);
  assert.equal(answer.headers['location'], '/console/');
});
