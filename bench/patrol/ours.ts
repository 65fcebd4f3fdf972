// SPDX-License-Identifier: Apache-2.0
// node ours.ts ADDRESS PAGES → {"pages","ms","rss","listings","samples"}: the patrol's own parts, without database.
import {
  crawl,
  createFetcher,
  createPoliteness,
  createTrapGuard,
  memoryFrontier,
  siteScope,
} from '@yiwang/collector';
import { extractPage } from '@yiwang/extraction';

const [origin = '', wanted = '2000'] = process.argv.slice(2);
const clock = { now: () => Date.now() };
const fetcher = createFetcher({
  userAgent: 'YiwangPatrol/0.1',
  contact: 'bench',
  clock,
  allowAddresses: ['127.0.0.1'],
});
const politeness = createPoliteness({ fetcher, clock, rate: Number.POSITIVE_INFINITY });
const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt, perHost: 16 });
await frontier.add([{ url: `${origin}/p/0`, depth: 0, ground: 'seed', from: null }]);
let listings = 0;
let seen = 0;
const samples: number[] = [];
const step = Math.max(1, Math.floor(Number(wanted) / 10));
const started = performance.now();
const { pages } = await crawl({
  frontier,
  fetcher,
  politeness,
  clock,
  scope: siteScope([origin]),
  maxPages: Number(wanted),
  maxDepth: 60,
  concurrency: 16,
  traps: createTrapGuard(),
  onPage: (exchange) => {
    const facts = extractPage({
      bytes: exchange.body,
      url: exchange.finalUrl,
      contentType: exchange.headers['content-type'] ?? null,
    });
    listings += facts.listings.length;
    if (++seen % step === 0) samples.push(Math.round(process.memoryUsage.rss() / 1e6));
    return { links: facts.links, fresh: facts.listings.length };
  },
});
const ms = performance.now() - started;
await fetcher.close();
console.log(JSON.stringify({ pages, ms, rss: process.memoryUsage.rss(), listings, samples }));
