// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { allGoods, offersOn, onSale } from './goods.ts';
import { type Market, startMarket } from './index.ts';
import { FORBIDDEN } from './pages/feeds.ts';
import { leftovers } from './pages/news.ts';
import { answer } from './routes.ts';
import { findShop } from './shops.ts';
import { truthOn } from './truth.ts';

let market: Market;
before(async () => {
  market = await startMarket({ day: 5 });
});
after(() => market.close());

const get = (path: string, init?: RequestInit) =>
  fetch(market.url + path, { redirect: 'manual', headers: { 'accept-encoding': 'identity' }, ...init });

function decode(bytes: Uint8Array): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    return utf8.decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

const unescapeHtml = (s: string) =>
  s
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

test('every link of every page resolves, and the goods of the truth are all served', () => {
  const base = 'http://fair.example';
  const seen = new Map<string, number>();
  const queue = ['/', '/sitemap.xml', ...truthOn(5).map((row) => row.path)];
  const broken: string[] = [];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    // The traps have no end: one look into each is enough.
    if (seen.has(path) || /^\/calendar\/|[?&](sid|from)=/.test(path)) continue;
    const address = new URL(path, base);
    const reply = answer({ path: address.pathname, query: address.searchParams, base, day: 5 });
    seen.set(path, reply.status);
    if (reply.headers?.['location']) queue.push(reply.headers['location']);
    if (reply.status >= 400 && !leftovers.includes(path)) broken.push(`${path} ${reply.status}`);
    if (/html/.test(reply.type)) {
      for (const [, link] of String(reply.body).matchAll(/(?:href|src|data-api)="([^"]+)"/g)) {
        const target = new URL(unescapeHtml(link!), address);
        if (target.origin !== base) assert.match(target.hostname, /\.example$|^schema\.org$/);
        else if (!FORBIDDEN.some((f) => target.pathname.startsWith(f)))
          queue.push(target.pathname + target.search);
      }
    } else if (path.startsWith('/sitemap')) {
      const text = typeof reply.body === 'string' ? reply.body : gunzipSync(reply.body).toString();
      for (const [, loc] of text.matchAll(/<loc>([^<]+)<\/loc>/g))
        queue.push(unescapeHtml(loc!).slice(base.length));
    }
  }
  assert.deepEqual(broken, []);
  assert.deepEqual(
    truthOn(5).filter((row) => seen.get(row.path) !== 200),
    [],
  );
  assert.equal(seen.get('/loop/a'), 302);
  const pages = [...seen.keys()].filter((path) => !/^\/(img|assets)\//.test(path));
  assert.ok(pages.length < 700, `${pages.length} pages`);
});

test('product pages are of a real size and show title and price, in every encoding', async () => {
  for (const offer of offersOn(5)) {
    const shop = findShop(offer.goods.shop);
    const drawn = shop.markup === 'script' || shop.markup === 'state';
    const reply = await get(shop.item(offer.id));
    const bytes = new Uint8Array(await reply.arrayBuffer());
    assert.ok(bytes.length > (drawn ? 4_000 : 8_000) && bytes.length < 60_000, `${offer.id} ${bytes.length}`);
    const text =
      shop.markup === 'script' ? await (await get(`/star/api/item/${offer.id}.json`)).text() : decode(bytes);
    assert.ok(unescapeHtml(text).includes(offer.title), `title of ${offer.id}`);
    assert.ok(
      text.includes(drawn ? `"salePrice":${offer.price}` : offer.price.toFixed(2)),
      `price of ${offer.id}`,
    );
  }
});

test('the GBK shop is GBK whatever its header says', async () => {
  const types = new Set<string | null>();
  for (const goods of allGoods.filter((g) => g.shop === 'laojie' && onSale(g, 5))) {
    const reply = await get(`/laojie/goods.asp?id=${goods.id}`);
    types.add(reply.headers.get('content-type'));
    const text = iconv.decode(Buffer.from(await reply.arrayBuffer()), 'gb18030');
    assert.ok(unescapeHtml(text).includes(goods.title), goods.id);
  }
  assert.equal(types.size, 3);
});

test('conditional requests, methods and hosts', async () => {
  const first = await get('/category/home');
  await first.arrayBuffer();
  const etag = first.headers.get('etag')!;
  assert.equal((await get('/category/home', { headers: { 'if-none-match': etag } })).status, 304);
  const since = first.headers.get('last-modified')!;
  assert.equal((await get('/category/home', { headers: { 'if-modified-since': since } })).status, 304);
  assert.equal((await get('/', { method: 'POST' })).status, 405);
  assert.equal((await get('/', { method: 'HEAD' })).headers.get('content-type'), 'text/html; charset=utf-8');
  assert.equal((await get('/no-such-page')).status, 404);
  assert.equal((await get('/truth.ndjson')).status, 404);
  assert.equal((await get('/..%2ftruth.ndjson')).status, 404);
  assert.equal((await get('/muke')).headers.get('location'), '/muke/');
});

test('goods come, go and come back elsewhere with the days', async () => {
  const fair = await startMarket({ day: 9 });
  const status = async (path: string) => (await fetch(fair.url + path, { redirect: 'manual' })).status;
  try {
    assert.equal(await status('/muke/p/15016'), 200);
    assert.equal(await status('/baihuo/view.php?gid=24001'), 200);
    assert.match(await (await fetch(`${fair.url}/baihuo/view.php?gid=24001`)).text(), /已下架/);
    fair.setDay(28 + 11);
    assert.equal(await status('/muke/p/15016'), 410);
    assert.match(await (await fetch(`${fair.url}/baihuo/view.php?gid=24001`)).text(), /窃听/);
    assert.equal(await status('/yuanhang/detail/17009'), 302);
    assert.match(await (await fetch(`${fair.url}/calendar`)).text(), /2026年2月/);
  } finally {
    await fair.close();
  }
});

test('the calendar has no end and sessions breed sessions, but each page tells its one address', async () => {
  let path = '/calendar';
  for (let i = 0; i < 40; i++)
    path = /href="(\/calendar\/[^"]+)">下个月/.exec(await (await get(path)).text())![1]!;
  assert.equal(path, '/calendar/2029/5');
  const deals = await (await get('/deals')).text();
  const next = unescapeHtml(/href="([^"]+)">换一批/.exec(deals)![1]!);
  const again = await (await get(next)).text();
  assert.notEqual(unescapeHtml(/href="([^"]+)">换一批/.exec(again)![1]!), next);
  assert.match(again, new RegExp(`rel="canonical" href="${market.url}/deals"`));
});
