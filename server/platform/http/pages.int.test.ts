// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../testing/test-service.ts';

const t = await testService({ settings: { demo: true } });
const page = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  t.fastify.inject({ method: 'GET', url, headers });

test('the portal answers without script or session, in both languages, under a closed policy', async () => {
  const zh = await page('/');
  assert.equal(zh.statusCode, 200);
  assert.match(String(zh.headers['content-security-policy']), /^default-src 'none'/);
  assert.match(zh.body, /演示/);
  const en = await page('/?lang=en');
  assert.match(en.body, /<html lang="en"/);
  assert.match(String(en.headers['set-cookie']), /HttpOnly/);
});

test('a page that is not there answers people with a page and programs with a problem', async () => {
  const people = await page('/nowhere');
  assert.deepEqual(
    [people.statusCode, /text\/html/.test(String(people.headers['content-type']))],
    [404, true],
  );
  const program = await page('/api/nowhere', {});
  assert.equal(program.json<{ code: string }>().code, 'not_found');
});

test('the console never leaves its folder, and lets in only styles with its nonce', async () => {
  for (const path of [
    '/console/../../../package.json',
    '/console/%2e%2e/%2e%2e/package.json',
    '/console/.sources',
  ]) {
    const answer = await page(path);
    assert.ok(!answer.body.includes('"workspaces"'), path);
  }
  const console = await page('/console/leads');
  if (console.statusCode === 200) {
    const nonce = /'nonce-([^']+)'/.exec(String(console.headers['content-security-policy']))?.[1];
    assert.ok(nonce && console.body.includes(`nonce="${nonce}"`));
    assert.doesNotMatch(String(console.headers['content-security-policy']), /script-src[^;]*unsafe/);
  }
});

test('status pages tell what is ready, and metrics are Prometheus text', async () => {
  assert.equal((await page('/healthz')).statusCode, 200);
  const ready = await page('/readyz');
  assert.deepEqual([ready.statusCode, ready.json()], [503, { database: true, worker: false }]);
  const metrics = (await page('/metrics')).body;
  assert.match(metrics, /yiwang_http_requests_total\{method="GET",route="\/healthz",status="200"\} 1/);
  for (const name of [
    'jobs_waiting',
    'jobs_oldest_seconds',
    'patrols_running',
    'frontier_waiting',
    'hits_open',
  ])
    assert.match(metrics, new RegExp(`^yiwang_${name} \\d`, 'm'));
});

test('one address that asks too often has to wait', async () => {
  const slow = await testService({ settings: { requestsPerMinute: 10 } });
  const answers = [];
  for (let i = 0; i < 12; i++) answers.push(await slow.nobody.get('/api/instance'));
  assert.equal(answers[0]!.status, 200);
  assert.deepEqual([answers.at(-1)!.status, answers.at(-1)!.body['code']], [429, 'too_many_requests']);
});
