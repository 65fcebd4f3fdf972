// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  crawl,
  createFetcher,
  createPoliteness,
  memoryFrontier,
  parseSitemap,
  readSitemaps,
  retryAfter,
  siteScope,
} from './index.ts';

const clock = { now: () => Date.now() };
type Answers = Record<string, string | ((response: ServerResponse) => void)>;

/** A site on loopback: path → body or handler; everything else 404. Remembers what was asked for and when. */
async function site(answers: Answers) {
  const asked: { path: string; at: number }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, at: performance.now() });
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end();
    else if (typeof answer === 'string') response.end(answer);
    else answer(response);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = createFetcher({ userAgent: 'T/1', contact: 'x', clock, allowAddresses: ['127.0.0.1'] });
  return {
    origin,
    asked,
    fetcher,
    async [Symbol.asyncDispose]() {
      await fetcher.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

const linksOf = (body: Uint8Array) =>
  [
    ...Buffer.from(body)
      .toString()
      .matchAll(/href="([^"]*)"/g),
  ].map((m) => m[1]!);

test('follows links in scope, once each, obeys robots, and ends', async () => {
  await using shop = await site({
    '/robots.txt': 'User-agent: *\nDisallow: /cart',
    '/': '<a href="/a?utm_source=x"><a href="/b#top"><a href="/cart"><a href="http://elsewhere.invalid/"><a href="/x.jpg">',
    '/a': '<a href="/"><a href="/b"><a href="/old">',
    '/b': '<a href="/a">',
    '/old': (response) => response.writeHead(301, { location: '/cart' }).end(),
  });
  const { fetcher } = shop;
  const politeness = createPoliteness({ fetcher, clock, rate: Number.POSITIVE_INFINITY });
  const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt, perHost: 4 });
  await frontier.add([{ url: `${shop.origin}/`, depth: 0, ground: 'seed', from: null }]);
  const steps: string[] = [];
  const summary = await crawl({
    frontier,
    fetcher,
    politeness,
    clock,
    scope: siteScope([shop.origin]),
    maxPages: 100,
    onPage: (exchange) => ({ links: linksOf(exchange.body) }),
    onStep: (step) => void steps.push(`${new URL(step.entry.url).pathname} ${step.outcome.kind}`),
  });
  assert.deepEqual(summary, { pages: 3, stopped: 'done' });
  assert.deepEqual(steps.sort(), ['/ fetched', '/a fetched', '/b fetched', '/cart barred', '/old fetched']);
  assert.ok(!shop.asked.some((a) => a.path.startsWith('/cart')));
  assert.equal(shop.asked.length, 5);
});

test('keeps the rate, stops at max pages, resumes from a snapshot without losing or repeating', async () => {
  const answers: Answers = { '/': Array.from({ length: 12 }, (_, i) => `<a href="/p${i}">`).join('') };
  for (let i = 0; i < 12; i++) answers[`/p${i}`] = 'x';
  await using shop = await site(answers);
  const { fetcher } = shop;
  const run = async (
    maxPages: number,
    snapshot?: ReturnType<ReturnType<typeof memoryFrontier>['snapshot']>,
  ) => {
    const politeness = createPoliteness({ fetcher, clock, rate: 50 });
    const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt, perHost: 4 }, snapshot);
    if (!snapshot) await frontier.add([{ url: `${shop.origin}/`, depth: 0, ground: 'seed', from: null }]);
    const scope = siteScope([shop.origin]);
    const summary = await crawl({
      frontier,
      fetcher,
      politeness,
      clock,
      scope,
      maxPages,
      onPage: (exchange) => ({ links: linksOf(exchange.body) }),
    });
    return { summary, snapshot: JSON.parse(JSON.stringify(frontier.snapshot())) };
  };
  const first = await run(5);
  assert.deepEqual(first.summary, { pages: 5, stopped: 'limit' });
  const second = await run(100, first.snapshot);
  assert.deepEqual(second.summary, { pages: 8, stopped: 'done' });
  const pages = shop.asked.filter((a) => a.path !== '/robots.txt');
  assert.equal(new Set(pages.map((a) => a.path)).size, 13);
  assert.equal(pages.length, 13);
  // 50 a second: sixteen requests take at least fourteen intervals (two runs), however busy the machine.
  assert.ok(shop.asked.at(-1)!.at - shop.asked[0]!.at >= (shop.asked.length - 2) * 20 * 0.9);
});

test('429 with Retry-After is waited for, 5xx robots bars everything, a page of 100,000 links is bounded', async () => {
  let first = true;
  await using busy = await site({
    '/': (response) => {
      if (first) response.writeHead(429, { 'retry-after': '1' }).end();
      else response.end(Array.from({ length: 100_000 }, (_, i) => `<a href="/n${i}">`).join(''));
      first = false;
    },
  });
  await using down = await site({ '/robots.txt': (response) => response.writeHead(503).end(), '/': 'x' });
  const fetcher = busy.fetcher;
  const politeness = createPoliteness({ fetcher, clock, rate: Number.POSITIVE_INFINITY });
  const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt, maxWaiting: 500 });
  for (const { origin } of [busy, down])
    await frontier.add([{ url: `${origin}/`, depth: 0, ground: 'seed', from: null }]);
  const started = performance.now();
  const summary = await crawl({
    frontier,
    fetcher,
    politeness,
    clock,
    scope: siteScope([busy.origin, down.origin]),
    maxPages: 1,
    maxLinksPerPage: 1000,
    onPage: (exchange) => ({ links: linksOf(exchange.body) }),
  });
  assert.equal(summary.stopped, 'limit');
  assert.ok(performance.now() - started >= 990);
  assert.ok(!down.asked.some((a) => a.path === '/'));
  assert.equal((await frontier.state()).waiting, 500);
});

test('sitemaps: index, gzip, text, entities, namespaces', async () => {
  await using shop = await site({
    '/robots.txt': 'Sitemap: /index.xml',
    '/index.xml':
      '<sitemapindex><sitemap><loc>/one.xml.gz</loc></sitemap><sitemap><loc>http://other.invalid/s.xml</loc></sitemap></sitemapindex>',
    '/one.xml.gz': (response) =>
      response.end(
        gzipSync(
          '<urlset><url><loc><![CDATA[/p?a=1&b=2]]></loc><image:image><image:loc>/i.jpg</image:loc></image:image></url></urlset>',
        ),
      ),
  });
  const { fetcher } = shop;
  const politeness = createPoliteness({ fetcher, clock, rate: Number.POSITIVE_INFINITY });
  const entries = await readSitemaps(shop.origin, {
    fetcher,
    politeness,
    clock,
    scope: siteScope([shop.origin]),
  });
  assert.deepEqual(
    entries.map((e) => e.url),
    [`${shop.origin}/p?a=1&b=2`],
  );
  const atom = parseSitemap(
    Buffer.from('<feed><entry><link href="http://a.example/x?a&amp;b"/></entry></feed>'),
  );
  assert.equal(atom.pages[0]?.url, 'http://a.example/x?a&b');
});

test('Retry-After in seconds, as a date, and nonsense', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  assert.equal(retryAfter('120', now), 120_000);
  assert.equal(retryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now), 60_000);
  assert.equal(retryAfter('soon', now), null);
  assert.equal(retryAfter('999999999', now), 3_600_000);
});
