// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcp } from 'node:net';
import { after, test } from 'node:test';
import {
  crawl,
  createFetcher,
  createPoliteness,
  type FetchError,
  fetchEntry,
  memoryFrontier,
  Robots,
  type StepResult,
  siteScope,
} from './index.ts';
import { createLookup } from './lookup.ts';

const clock = { now: () => Date.now() };
const open: { close(): unknown }[] = [];
after(() => {
  for (const server of open) {
    (server as Server).closeAllConnections?.();
    server.close();
  }
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  open.push(server);
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const serveRaw = async (bytes: () => Iterable<Buffer>): Promise<string> => {
  const server = createTcp((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => {
      const source = bytes()[Symbol.iterator]();
      const pump = () => {
        for (;;) {
          const next = source.next();
          if (next.done) return void socket.end();
          if (!socket.write(next.value)) return void socket.once('drain', pump);
        }
      };
      pump();
    });
  });
  open.push(server);
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const limits = {
  totalMs: 2500,
  headerMs: 1000,
  idleMs: 1000,
  maxBytes: 2_000_000,
  maxDecodedBytes: 4_000_000,
};
const lab = (more: object = {}) =>
  createFetcher({ userAgent: 'T/1', contact: 'x', clock, allowAddresses: ['127.0.0.1'], limits, ...more });

function* endless(head: string, piece: string): Iterable<Buffer> {
  yield Buffer.from(head);
  const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)));
  for (;;) yield block;
}

test('a body without end is cut at the limit and marked so', async () => {
  const fetcher = lab();
  const url = await serveRaw(() => endless('HTTP/1.1 200 OK\r\ncontent-length: 10737418240\r\n\r\n', 'x'));
  const exchange = await fetcher.fetch(url);
  assert.equal(exchange.error?.kind, 'too-large');
  assert.equal(exchange.truncated, 'length');
  assert.equal(exchange.body.length, limits.maxBytes);
  await fetcher.close();
});

test('an endless robots.txt is read up to its limit and obeyed', async () => {
  const fetcher = lab();
  const origin = await serveRaw(() =>
    endless('HTTP/1.1 200 OK\r\n\r\nUser-agent: *\nDisallow: /secret\n', '# and on\n'),
  );
  const robots = new Robots({ fetcher, clock });
  assert.equal((await robots.judge(`${origin}/secret`)).allowed, false);
  assert.equal((await robots.judge(`${origin}/open`)).allowed, true);
  await fetcher.close();
});

test('header lines without end, a head that drips and a body that drips end in time', async () => {
  const fetcher = lab();
  const drip = (head: string, piece: string) =>
    serve((request) => {
      const { socket } = request;
      socket.write(head);
      const timer = setInterval(() => socket.write(piece), 200);
      socket.on('close', () => clearInterval(timer));
    });
  const cases: [string, FetchError['kind'][]][] = [
    [await serveRaw(() => endless('HTTP/1.1 200 OK\r\n', 'x-y: z\r\n')), ['protocol']],
    [await drip('HTTP/1.1 200 OK\r\n', 'a'), ['timeout', 'protocol']],
    [await drip('HTTP/1.1 200 OK\r\ncontent-length: 999\r\n\r\n', 'b'), ['timeout']],
  ];
  const started = performance.now();
  await Promise.all(
    cases.map(async ([url, kinds]) => {
      const kind = (await fetcher.fetch(url)).error?.kind;
      assert.ok(kind !== undefined && kinds.includes(kind), `${kinds}: ${kind}`);
    }),
  );
  assert.ok(performance.now() - started < 20_000);
  await fetcher.close();
});

test('a name server that never answers stops only its own host; a changed answer gains nothing', async () => {
  const shop = await serve((_request, response) => response.end('ok'));
  const { port } = new URL(shop);
  let asked = 0;
  const fetcher = lab({
    limits: { ...limits, lookupMs: 500 },
    allowAddresses: [`shop.example:${port}`],
    lookup: (host: string) => {
      if (host === 'slow.example') return new Promise(() => {});
      // First outside, then inside: rebinding between judging and connecting.
      if (host === 'rebind.example') return Promise.resolve([asked++ === 0 ? '192.0.2.1' : '127.0.0.1']);
      return Promise.resolve(['127.0.0.1']);
    },
  });
  const [slow, good, first, second] = await Promise.all([
    fetcher.fetch(`http://slow.example:${port}/`),
    fetcher.fetch(`http://shop.example:${port}/`),
    fetcher.fetch(`http://rebind.example:${port}/`),
    fetcher.fetch(`http://rebind.example:${port}/again`),
  ]);
  assert.equal(slow.error?.kind, 'dns');
  assert.equal(good.status, 200);
  assert.equal(first.error?.kind, 'refused-address');
  assert.equal(second.error?.kind, 'refused-address');
  await fetcher.close();
});

test('every spelling of an inner address is refused, as a link and after a redirect', async () => {
  let inside = 0;
  const secret = createTcp(() => inside++);
  open.push(secret);
  await new Promise<void>((go) => secret.listen(0, go));
  const { port } = secret.address() as AddressInfo;
  const hosts = [
    '127.0.0.1',
    '127.1',
    '0177.0.0.1',
    '0x7f000001',
    '2130706433',
    '１２７．０．０．１',
    '127.0.0.1.',
    'localhost',
    'localhost.',
    'a.localhost',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '0.0.0.0',
    '169.254.169.254',
    '[fd00:ec2::254]',
    '100.100.100.200',
  ];
  const strict = lab({ allowAddresses: [], lookup: createLookup(300) });
  const gate = await serve((request, response) =>
    response
      .writeHead(307, {
        location: Buffer.from(decodeURIComponent((request.url ?? '').slice(1))).toString('latin1'),
      })
      .end(),
  );
  const through = lab({ allowAddresses: [new URL(gate).host], lookup: createLookup(300) });
  for (const host of hosts) {
    const url = `http://${host}:${port}/`;
    for (const exchange of [
      await strict.fetch(url),
      await through.fetch(`${gate}/${encodeURIComponent(url)}`),
    ]) {
      assert.ok(
        ['refused-address', 'dns', 'bad-url'].includes(exchange.error?.kind ?? ''),
        `${host}: ${exchange.error?.kind}`,
      );
      assert.equal(exchange.status, 0);
    }
  }
  assert.equal(inside, 0);
  await strict.close();
  await through.close();
});

test('credentials in links are not sent', async () => {
  const fetcher = lab();
  let seen: string | undefined = '';
  const url = await serve((request, response) => {
    seen = request.headers.authorization;
    response.end();
  });
  await fetcher.fetch(url.replace('//', '//user:secret@'));
  assert.equal(seen, undefined);
  await fetcher.close();
});

test('among many hosts each bad one stops only itself', async () => {
  const fetcher = lab();
  const politeness = createPoliteness({ fetcher, clock, rate: 100, maxFailures: 2 });
  const good = await Promise.all(
    Array.from({ length: 20 }, () =>
      serve((request, response) =>
        request.url === '/robots.txt'
          ? response.writeHead(404).end()
          : response.end('<a href="/a"><a href="/b">'),
      ),
    ),
  );
  const bad = await Promise.all([
    serve(() => {}),
    serve((request) => request.socket.destroy()),
    serve((_request, response) => response.writeHead(302, { location: '/' }).end()),
    serveRaw(() => [Buffer.from('garbage\r\n\r\n')]),
    serveRaw(() => endless('HTTP/1.1 200 OK\r\n\r\n', 'y')),
    serve((_request, response) => response.writeHead(503).end()),
  ]);
  const frontier = memoryFrontier({ clock, readyAt: politeness.readyAt });
  await frontier.add(
    [...bad, ...good].map((origin) => ({ url: `${origin}/`, depth: 0, ground: 'seed', from: null })),
  );
  const outcomes = new Map<string, StepResult['outcome'][]>();
  const summary = await crawl({
    frontier,
    fetcher,
    politeness,
    clock,
    scope: siteScope([...good, ...bad]),
    maxPages: 1000,
    concurrency: 16,
    maxAttempts: 2,
    maxMs: 30_000,
    onStep: ({ entry, outcome }) => {
      const { origin } = new URL(entry.url);
      outcomes.set(origin, [...(outcomes.get(origin) ?? []), outcome]);
    },
    onPage: (exchange) => ({
      links: [
        ...Buffer.from(exchange.body.subarray(0, 1000))
          .toString()
          .matchAll(/href="([^"]*)"/g),
      ].map((m) => m[1]!),
    }),
  });
  assert.notEqual(summary.stopped, 'error');
  for (const origin of good)
    assert.deepEqual(
      outcomes.get(origin)?.map((o) => o.kind),
      ['fetched', 'fetched', 'fetched'],
    );
  await fetcher.close();
});

test('a page that is barred or given up costs no request', async () => {
  const fetcher = lab();
  const politeness = createPoliteness({ fetcher, clock, rate: 1000, maxFailures: 1, sleep: async () => {} });
  const origin = await serve((request, response) =>
    request.url === '/robots.txt' ? response.end('User-agent: T\nDisallow: /no') : request.socket.destroy(),
  );
  const entry = (path: string) => ({
    url: `${origin}${path}`,
    key: path,
    host: new URL(origin).host,
    depth: 0,
    ground: 'seed',
    from: null,
    priority: 0,
    attempts: 0,
  });
  const tools = { fetcher, politeness, clock, scope: () => true };
  const barred = await fetchEntry(entry('/no'), tools);
  assert.deepEqual(barred.outcome, { kind: 'barred', reason: 'robots.txt line 2: Disallow: /no' });
  assert.equal((await fetchEntry(entry('/x'), tools)).outcome.kind, 'retry');
  const givenUp = await fetchEntry(entry('/y'), tools);
  assert.equal(givenUp.exchange, null);
  assert.equal(givenUp.outcome.kind, 'failed');
  await fetcher.close();
});
