// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

/** A shop with one article, which can be taken down, put back and repriced. */
let offer: { title: string; price: number } | null = { title: '高仿手表 一比一复刻', price: 300 };
const server = createServer((request, response) => {
  if (request.url === '/item/1' && offer !== null) {
    const product = {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: offer.title,
      offers: { '@type': 'Offer', price: offer.price, priceCurrency: 'CNY' },
    };
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    return response.end(
      `<title>${offer.title}</title><script type="application/ld+json">${JSON.stringify(product)}</script>
       <h1>${offer.title}</h1><p>¥${offer.price}</p>`,
    );
  }
  if (request.url !== '/') return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<title>首页 - 仿真小集</title><a href="/item/1">商品</a>');
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => new Promise((done) => server.close(done)));
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;

let ahead = 0;
const DAY_MS = 86_400_000;
const t = await testService({
  clock: { now: () => Date.now() + ahead },
  // No browser: pictures are proven elsewhere and take their time.
  settings: { allowAddresses: [host], sessionHours: 168, chromiumPath: '/nonexistent/chromium' },
});
const walkAll = () => walk(t.app, { signal: AbortSignal.timeout(60_000), idleMs: 300 });
const asOfficer = () => t.as('officer-county-a');
const later = (days: number) => {
  ahead += days * DAY_MS + 60_000;
};
const livenessOf = async (lead: string) =>
  (await (await asOfficer()).get(`/api/leads/${lead}`)).body['liveness'] as Record<string, string | null>;

test('a confirmed listing is looked at after 1, 7 and 30 days: gone, and back again as a new hit', async () => {
  const analyst = await t.as('monitor-analyst');
  await analyst.post('/api/patrols', {
    site: `http://${host}/`,
    ground: '复查测试',
    rate: 20,
    render: 'never',
  });
  await walkAll();
  const officer = await asOfficer();
  const [hit] = (await officer.get('/api/hits')).body.items!;
  assert.equal(hit?.['title'], offer!.title);
  const detail = await officer.get(`/api/hits/${hit!['id']}`);
  assert.equal((detail.body['liveness'] as Record<string, unknown>)['state'], 'online');
  const { body } = await officer.post(`/api/hits/${hit!['id']}/verdict`, { verdict: 'confirmed' });
  const lead = String(body['leadId']);
  assert.equal((await livenessOf(lead))['state'], 'online');

  offer = null;
  later(1);
  await walkAll();
  const gone = await livenessOf(lead);
  assert.equal(gone['state'], 'gone');
  assert.ok(gone['nextAt'], 'the seventh day is still to come');

  offer = { title: '高仿手表 一比一复刻', price: 300 };
  later(6);
  await walkAll();
  assert.notEqual((await livenessOf(lead))['state'], 'gone');
  const again = (await (await asOfficer()).get('/api/hits')).body.items!;
  assert.equal(again.length, 1, 'goods that come back are asked about again');
  assert.notEqual(again[0]!['id'], hit!['id']);
});

test('a later look at the same goods asks nothing new, and one at changed goods follows the open hit', async () => {
  const before = (await (await asOfficer()).get('/api/hits')).body.items!;
  offer = { title: '高仿手表 一比一复刻', price: 260 };
  later(8);
  await walkAll();
  const after = (await (await asOfficer()).get('/api/hits')).body.items!;
  assert.deepEqual(
    after.map((one) => one['id']),
    before.map((one) => one['id']),
  );
  assert.equal(after[0]!['price'], 260);
});
