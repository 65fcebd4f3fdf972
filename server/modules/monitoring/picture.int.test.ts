// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { findResource, readWacz } from '@yiwang/proof';
import { systemClock } from '../../platform/clock.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

/** A shop on a slow line: its style sheet takes a second and a half, one picture never comes. */
const asked: { at: number; url: string }[] = [];
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const item = (
  n: number,
) => `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>仿真茶具 ${n}</title>
<link rel="stylesheet" href="/style.css">
<script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'Product',
  name: `高仿某某名牌手表 ${n} 1:1复刻 原单`,
  offers: { '@type': 'Offer', price: 199, priceCurrency: 'CNY' },
})}</script></head>
<body><h1>高仿某某名牌手表 ${n} 1:1复刻 原单</h1><p>¥199</p><img src="/p/${n}.png" alt="图"><img src="/p/broken.png" alt="坏">
<img src="/p/common.png" alt="标"></body></html>`;
const server = createServer((request, response) => {
  const url = request.url ?? '';
  asked.push({ at: performance.now(), url });
  if (url === '/robots.txt' || url.includes('broken')) return response.writeHead(404).end();
  if (url.endsWith('.png')) return response.writeHead(200, { 'content-type': 'image/png' }).end(PIXEL);
  if (url === '/style.css')
    return void setTimeout(() => {
      response.writeHead(200, { 'content-type': 'text/css' });
      response.end('html, body { background: rgb(12, 200, 90); min-height: 400px }');
    }, 1500);
  const n = /^\/item\/(\d+)$/.exec(url)?.[1];
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    n === undefined
      ? `<title>仿真店铺</title><h1>仿真店铺</h1>${[1, 2, 3].map((i) => `<a href="/item/${i}">商品${i}</a>`).join(' ')}`
      : item(Number(n)),
  );
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => {
  server.closeAllConnections();
  server.close();
});
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const t = await testService({
  clock: systemClock,
  settings: { allowAddresses: [host], chromiumPath: process.env['CHROMIUM_PATH'] ?? null },
});
const analyst = await t.as('monitor-analyst');

/** Colour of the first pixel: whatever filter its row has, nothing stands left of it or above (PNG §9). */
function firstPixel(png: Buffer): number[] {
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)];
}

const RATE = 6;

test('pages with hits are drawn once, whole, at the pace of their host, and say what was missing', async () => {
  const started = await analyst.post('/api/patrols', {
    site: `http://${host}/`,
    ground: '证据图片测试',
    rate: RATE,
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  await walk(t.app, { signal: AbortSignal.timeout(100_000), idleMs: 500 });
  const { body } = await analyst.get('/api/hits?limit=50');
  const pictured = new Set(body.items!.map((hit) => String(hit['evidenceId'])));
  assert.equal(pictured.size, 3, JSON.stringify(body.items).slice(0, 800));
  for (const id of pictured) {
    const picture = await analyst.get(`/api/evidence/${id}/screenshot`);
    assert.deepEqual(firstPixel(picture.bytes), [12, 200, 90], 'the style sheet is on the picture');
    const wacz = readWacz((await analyst.get(`/api/evidence/${id}.wacz`)).bytes);
    assert.ok(
      wacz.records.some((record) => record.uri.endsWith('/style.css')),
      'and in the evidence',
    );
    const conditions: unknown = JSON.parse(new TextDecoder().decode(findResource(wacz, 'conditions')!.block));
    const { rendering } = conditions as { rendering: { incomplete: { pictures: string[] } } };
    assert.deepEqual(rendering.incomplete.pictures, [`http://${host}/p/broken.png`]);
  }
  const count = (url: string) => asked.filter((one) => one.url === url).length;
  assert.equal(count('/style.css'), 1, 'what all pages load is asked for once');
  assert.equal(count('/p/common.png'), 1);
  for (const n of [1, 2, 3]) {
    assert.equal(count(`/item/${n}`), 1);
    assert.equal(count(`/p/${n}.png`), 1, 'each page is drawn once');
  }
  const times = asked.map((one) => one.at).sort((a, b) => a - b);
  const seconds = (times.at(-1)! - times[0]!) / 1000;
  assert.ok((times.length - 1) / seconds <= RATE * 1.05, `${times.length} requests in ${seconds} s`);
});
