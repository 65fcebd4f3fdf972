// SPDX-License-Identifier: Apache-2.0
// Two hundred hosts at once, each with a budget of its own: how near the sum of budgets a patrol comes, and whether any
// host was ever asked faster than its budget allows. HOSTS_SECONDS sets how long.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import { crawl, createFetcher, createPoliteness, memoryFrontier, siteScope } from '@yiwang/collector';
import { extractPage } from '@yiwang/extraction';

const HOSTS = 200;
const RATE = 1;
const SECONDS = Number(process.env['HOSTS_SECONDS'] ?? 30);

interface Host {
  server: Server;
  origin: string;
  asked: number[];
}

async function startHost(): Promise<Host> {
  const asked: number[] = [];
  const server = createServer((request, response) => {
    if (request.url === '/robots.txt') return void response.writeHead(404).end();
    const n = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
    const links = Array.from(
      { length: 8 },
      (_, i) => `<a href="/p/${n * 8 + i + 1}">示例商品 ${n * 8 + i + 1}</a>`,
    );
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      `<!DOCTYPE html><title>示例 ${n}</title><h1>示例商品 ${n}</h1><p class="price">¥${n}.00</p>${links.join('')}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export async function bench() {
  const hosts = await Promise.all(Array.from({ length: HOSTS }, startHost));
  const clock = { now: () => Date.now() };
  const byHost = new Map(hosts.map(({ origin, asked }) => [new URL(origin).host, asked]));
  // When a request was sent, by the patrol's own clock: its servers share this busy process and notice later.
  const fetcher = createFetcher({
    userAgent: 'YiwangPatrol/0.1',
    contact: 'bench',
    clock,
    allowAddresses: ['127.0.0.1'],
    log: ({ url, at }) => byHost.get(new URL(url).host)?.push(at),
  });
  const politeness = createPoliteness({ fetcher, clock, rate: RATE });
  const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt, perHost: 2 });
  await frontier.add(
    hosts.map(({ origin }) => ({ url: `${origin}/p/0`, depth: 0, ground: 'seed', from: null })),
  );
  const stop = AbortSignal.timeout(SECONDS * 1000);
  const started = performance.now();
  let pages = 0;
  await crawl({
    frontier,
    fetcher,
    politeness,
    clock,
    scope: siteScope(hosts.map(({ origin }) => origin)),
    maxPages: 1_000_000,
    concurrency: HOSTS,
    signal: stop,
    onPage: (exchange) => {
      pages++;
      const { links } = extractPage({
        bytes: exchange.body,
        url: exchange.finalUrl,
        contentType: exchange.headers['content-type'] ?? null,
      });
      return { links, fresh: 1 };
    },
  });
  const seconds = (performance.now() - started) / 1000;
  await fetcher.close();
  for (const { server } of hosts) {
    server.closeAllConnections();
    server.close();
  }
  let nearest = Infinity;
  for (const { asked } of hosts) {
    asked.sort((a, b) => a - b);
    // The request for robots.txt and the first page follow each other at once.
    for (let n = 2; n < asked.length; n++) nearest = Math.min(nearest, asked[n]! - asked[n - 1]!);
  }
  const least = Math.min(...hosts.map(({ asked }) => asked.length));
  return {
    name: 'hosts',
    rows: [
      {
        what: `${HOSTS} hosts at once, ${RATE} request a second each`,
        'pages/s': Number((pages / seconds).toFixed(1)),
        'of the budgets': `${Math.round((100 * pages) / seconds / (HOSTS * RATE))} %`,
        'nearest two requests of a host, ms': Math.round(nearest),
        'fewest requests of a host': least,
      },
    ],
    notes: [
      `${seconds.toFixed(0)} s; servers and patrol in one process; a request that a busy process sends late does not move the next turn`,
    ],
  };
}
