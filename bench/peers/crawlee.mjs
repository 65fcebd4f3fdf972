// SPDX-License-Identifier: Apache-2.0
// node crawlee.mjs ADDRESS PAGES: Crawlee's Cheerio crawler as its guide shows it; links, text, name and price.
import { CheerioCrawler, Configuration, log } from '@crawlee/cheerio';

const [origin, wanted = '2000'] = process.argv.slice(2);
log.setLevel(log.LEVELS.ERROR);
const configuration = new Configuration({
  persistStorage: false,
  purgeOnStart: true,
  availableMemoryRatio: 0.6,
});
let pages = 0;
let characters = 0;
let listings = 0;
const crawler = new CheerioCrawler(
  {
    maxRequestsPerCrawl: Number(wanted),
    minConcurrency: 16,
    maxConcurrency: 16,
    async requestHandler({ $, enqueueLinks }) {
      pages++;
      characters += $('body').text().length;
      const name = $('h1').first().text();
      const price = $('.price').first().text();
      if (name && price) listings++;
      await enqueueLinks({ strategy: 'same-hostname' });
    },
  },
  configuration,
);
const started = performance.now();
await crawler.run([`${origin}/p/0`]);
console.log(
  JSON.stringify({
    pages,
    ms: performance.now() - started,
    rss: process.memoryUsage.rss(),
    listings,
    characters,
  }),
);
process.exit(0);
