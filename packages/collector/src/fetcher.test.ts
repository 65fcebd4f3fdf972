// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcp, type Server as TcpServer } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createFetcher, type Fetcher, type RequestLog } from './index.ts';

const clock = { now: () => Date.now() };
let server: Server;
let base: string;
let fetcher: Fetcher;
const logs: RequestLog[] = [];
const opened: TcpServer[] = [];

/** A server that answers every connection with fixed bytes. */
async function rawServer(answer: string | Buffer, end = true): Promise<string> {
  const tcp = createTcp((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => (end ? socket.end(answer) : socket.write(answer)));
  });
  await new Promise<void>((go) => tcp.listen(0, '127.0.0.1', go));
  opened.push(tcp);
  return `http://127.0.0.1:${(tcp.address() as AddressInfo).port}/`;
}

before(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (path === '/chunked') {
      response.write('你好');
      response.end('世界');
    } else if (path === '/gzip') {
      response.writeHead(200, {
        'content-encoding': 'gzip',
        'content-length': gzipSync('压缩的一页').length,
      });
      response.end(gzipSync('压缩的一页'));
    } else if (path === '/bomb') {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(8_000_000)));
    } else if (path === '/loop') response.writeHead(302, { location: '/loop2' }).end();
    else if (path === '/loop2') response.writeHead(302, { location: '/loop' }).end();
    else if (path === '/far') response.writeHead(302, { location: 'http://[::1]:1/' }).end();
    else if (path === '/gbk')
      response.writeHead(302, { location: Buffer.from('/\xd6\xd0', 'latin1').toString('latin1') }).end();
    else if (path.startsWith('/%D6%D0')) response.end('gbk');
    else if (path === '/etag')
      request.headers['if-none-match'] === '"a"' ? response.writeHead(304).end() : response.end('x');
    else response.end(`ua ${request.headers['user-agent']}`);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  fetcher = createFetcher({
    userAgent: 'YiwangPatrol/0.1',
    contact: 'mailto:contact@example.invalid',
    allowAddresses: ['127.0.0.1'],
    clock,
    limits: { maxBytes: 1_000_000, maxDecodedBytes: 2_000_000, totalMs: 3000, headerMs: 1000, idleMs: 1000 },
    log: (line) => logs.push(line),
  });
});
after(async () => {
  await fetcher.close();
  server.closeAllConnections();
  server.close();
  for (const tcp of opened) tcp.close();
});

test('the exchange holds the exact bytes of both heads and of the chunked body', async () => {
  const exchange = await fetcher.fetch(`${base}/chunked`, { ground: 'seed' });
  assert.equal(exchange.status, 200);
  assert.match(
    Buffer.from(exchange.requestHead).toString(),
    /^GET \/chunked HTTP\/1\.1\r\nhost: .*\r\n\r\n$/is,
  );
  assert.match(Buffer.from(exchange.responseHead).toString(), /^HTTP\/1\.1 200 OK\r\n.*\r\n\r\n$/s);
  assert.equal(Buffer.from(exchange.wireBody).toString(), '6\r\n你好\r\n6\r\n世界\r\n0\r\n\r\n');
  assert.equal(Buffer.from(exchange.body).toString(), '你好世界');
  assert.equal(exchange.remoteAddress, '127.0.0.1');
  assert.equal(logs.at(-1)?.ground, 'seed');
  assert.match(
    Buffer.from((await fetcher.fetch(base)).body).toString(),
    /^ua YiwangPatrol\/0\.1 \(\+mailto:contact@example\.invalid\)$/,
  );
});

test('gzip is decoded, kept as sent beside it, and a bomb is an outcome', async () => {
  const page = await fetcher.fetch(`${base}/gzip`);
  assert.equal(Buffer.from(page.body).toString(), '压缩的一页');
  assert.deepEqual(Buffer.from(page.wireBody), gzipSync('压缩的一页'));
  const bomb = await fetcher.fetch(`${base}/bomb`);
  assert.equal(bomb.error?.kind, 'decoded-too-large');
  assert.equal(bomb.status, 200);
});

test('redirects: followed by raw bytes, loops and refusals end as outcomes', async () => {
  const gbk = await fetcher.fetch(`${base}/gbk`);
  assert.equal(Buffer.from(gbk.body).toString(), 'gbk');
  assert.equal(gbk.redirects.length, 1);
  assert.equal(gbk.url, `${base}/gbk`);
  assert.equal(gbk.finalUrl, `${base}/%D6%D0`);
  assert.equal((await fetcher.fetch(`${base}/loop`)).error?.kind, 'redirect-loop');
  assert.equal((await fetcher.fetch(`${base}/far`)).error?.kind, 'refused-address');
  const refusedHop = await fetcher.fetch(`${base}/gbk`, { onRedirect: () => 'robots' });
  assert.equal(refusedHop.error?.kind, 'redirect-refused');
});

test('a conditional request may come back as 304', async () => {
  assert.equal((await fetcher.fetch(`${base}/etag`, { etag: '"a"' })).status, 304);
});

test('names are judged by what they resolve to, and only judged addresses are connected to', async () => {
  const answers: Record<string, string[]> = {
    'inside.example': ['10.0.0.7'],
    'mixed.example': ['169.254.169.254', '192.168.1.1'],
    'shop.example': ['127.0.0.1'],
  };
  const rebound = createFetcher({
    userAgent: 'T/1',
    contact: 'x',
    clock,
    lookup: async (host) => answers[host] ?? [],
    allowAddresses: [`shop.example:${new URL(base).port}`],
  });
  for (const host of ['inside.example', 'mixed.example'])
    assert.equal((await rebound.fetch(`http://${host}/`)).error?.kind, 'refused-address');
  assert.equal((await rebound.fetch('http://nowhere.example/')).error?.kind, 'refused-address');
  assert.equal((await rebound.fetch(`http://shop.example:${new URL(base).port}/`)).status, 200);
  assert.equal((await rebound.fetch('http://shop.example/')).error?.kind, 'refused-address');
  await rebound.close();
});

test('malformed, cut, dripping and silent servers each end as one outcome', async () => {
  const cases: [string | Buffer, boolean, string][] = [
    ['not http at all\r\n\r\n', true, 'protocol'],
    ['HTTP/1.1 200 OK\r\nbad header line\r\n\r\nx', true, 'protocol'],
    [`HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}\r\n\r\n`, true, 'protocol'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', true, 'closed'],
    ['', true, 'closed'],
    ['HTTP/1.1 200 OK\r\n', false, 'timeout'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', false, 'idle'],
    [`HTTP/1.1 200 OK\r\n\r\n${'x'.repeat(1_500_000)}`, true, 'too-large'],
    ['HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\n\x1f\x8bnonsense', true, 'decode'],
  ];
  const seen = await Promise.all(
    cases.map(async ([answer, end]) => (await fetcher.fetch(await rawServer(answer, end))).error?.kind),
  );
  assert.deepEqual(
    seen,
    cases.map((c) => c[2]),
  );
  const cut = await fetcher.fetch(await rawServer(cases[3]![0]));
  assert.equal(Buffer.from(cut.body).toString(), 'half');
  assert.equal(cut.truncated, 'disconnect');
});

test('a wrong certificate is an outcome', async () => {
  const plain = await rawServer('HTTP/1.1 200 OK\r\n\r\n');
  assert.equal((await fetcher.fetch(plain.replace('http:', 'https:'))).error?.kind, 'tls');
});
