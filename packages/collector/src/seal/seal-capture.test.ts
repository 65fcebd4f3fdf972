// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fixedClock } from '@yiwang/kernel';
import { findResource, paths, readWacz, readZip, type Verification, verifyWacz } from '@yiwang/proof';
import { WARCParser } from 'warcio';
import { createFetcher, type Exchange } from '../index.ts';
import { type SealInput, sealCapture } from './seal-capture.ts';
import { type NewMember, writeZip } from './write-zip.ts';

const clock = fixedClock('2026-03-01T02:03:04.567Z');
let input: SealInput;
let wacz: Uint8Array;

before(async () => {
  const long = '示例商品'.repeat(1000);
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(301, { location: '/shop' }).end();
    else if (request.url === '/gz')
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(long));
    else if (request.url === '/304') response.writeHead(304, { etag: '"x"' }).end();
    else {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', date: 'x' });
      response.write(long);
      response.end('end');
    }
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const fetcher = createFetcher({ userAgent: 'T/1', contact: 'x', clock, allowAddresses: ['127.0.0.1'] });
  const exchanges: Exchange[] = [];
  for (const path of ['/', '/gz', '/again', '/304']) exchanges.push(await fetcher.fetch(base + path));
  exchanges.push(await fetcher.fetch('http://127.0.0.2/'));
  await fetcher.close();
  server.closeAllConnections();
  server.close();
  const main = exchanges[0]!;
  input = {
    exchanges,
    pages: [{ url: main.finalUrl, title: '示例', text: long, at: main.startedAt }],
    renderings: [
      { url: main.finalUrl, at: main.startedAt, screenshot: new Uint8Array([137, 80, 78, 71]), html: '<p>' },
    ],
    conditions: { userAgent: 'T/1', note: 'x\r\ny' },
    createdAt: clock.now(),
    software: 'yiwang/test',
  };
  wacz = sealCapture(input);
});

const failed = (v: Verification) =>
  v.claims.filter((c) => c.state === 'failed').map((c) => `${c.claim} ${c.member}: ${c.reason}`);

/** The capture's members, to be changed and packed again with right check sums. */
const membersOf = (bytes: Uint8Array): NewMember[] =>
  [...readZip(bytes).members.values()].map(({ name, bytes: content }) => ({
    name,
    bytes: Uint8Array.from(content),
  }));
const repack = (members: NewMember[]) => writeZip(members, clock.now());

test('what is sealed verifies, the same input gives the same bytes', async () => {
  const verification = await verifyWacz(wacz);
  assert.deepEqual(failed(verification), []);
  assert.equal(verification.verdict, 'valid');
  assert.ok(verification.claims.some((c) => c.claim === 'signature' && c.state === 'not-yet'));
  assert.ok(Buffer.from(sealCapture(input)).equals(wacz));
  const content = readWacz(wacz);
  assert.equal(content.pages[0]?.title, '示例');
  assert.deepEqual([...findResource(content, 'screenshot')!.block], [137, 80, 78, 71]);
  assert.deepEqual(
    content.records.map((r) => r.type),
    [
      'warcinfo',
      'response',
      'request',
      'response',
      'request',
      'response',
      'request',
      'revisit',
      'request',
      'revisit',
      'request',
      'metadata',
      'resource',
      'resource',
      'resource',
      'resource',
    ],
  );
  const shop = content.records[3]!;
  assert.ok(
    Buffer.from(shop.block).equals(
      Buffer.concat([input.exchanges[0]!.responseHead, input.exchanges[0]!.wireBody]),
    ),
  );
});

test('a demanded signature makes it incomplete, not invalid; another file is not the recorded one', async () => {
  assert.equal(
    (await verifyWacz(wacz, { trust: [{ name: 'k', bytes: new Uint8Array() }] })).verdict,
    'incomplete',
  );
  assert.equal((await verifyWacz(wacz, { expectedSha256: '00' })).verdict, 'invalid');
  await assert.rejects(verifyWacz(Buffer.from('not a zip, whatever it is called')), /not a zip/);
});

test('warcio reads every record with the same digests and payloads', async () => {
  const data = membersOf(wacz).find((m) => m.name === paths.warc)!.bytes;
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(data);
      controller.close();
    },
  });
  const seen: [string, string | null, string][] = [];
  const texts: string[] = [];
  for await (const record of new WARCParser(stream, { keepHeadersCase: false })) {
    const payload = await record.readFully(true);
    seen.push([record.warcType ?? '', record.warcTargetURI ?? null, record.warcDate ?? '']);
    if (record.warcType === 'response') texts.push(Buffer.from(payload).toString());
  }
  const own = readWacz(wacz).records.map((r) => [r.type, r.uri === '' ? null : r.uri, r.date]);
  assert.deepEqual(seen, own);
  assert.equal(texts[1], `${'示例商品'.repeat(1000)}end`);
  assert.equal(texts[2], '示例商品'.repeat(1000));
});

test('every member that is changed, cut, emptied, swapped, missing, doubled or added is named', async () => {
  const members = membersOf(wacz);
  for (const [index, member] of members.entries()) {
    const others = members.filter((m) => m !== member);
    const middle = Uint8Array.from(member.bytes);
    middle[middle.length >> 1]! ^= 1;
    const next = members[(index + 1) % members.length]!;
    const mutants: [string, NewMember[]][] = [
      ['changed', members.map((m) => (m === member ? { ...m, bytes: middle } : m))],
      ['cut', members.map((m) => (m === member ? { ...m, bytes: m.bytes.subarray(0, -1) } : m))],
      ['emptied', members.map((m) => (m === member ? { ...m, bytes: new Uint8Array(0) } : m))],
      ['missing', others],
      ['doubled', [...members, member]],
      [
        'swapped',
        members.map((m) =>
          m === member ? { ...m, bytes: next.bytes } : m === next ? { ...m, bytes: member.bytes } : m,
        ),
      ],
    ];
    for (const [what, mutant] of mutants) {
      const verification = await verifyWacz(repack(mutant));
      assert.equal(verification.verdict, 'invalid', `${what} ${member.name}`);
      const named = failed(verification).join('\n');
      assert.ok(named.includes(member.name), `${what} ${member.name} is not named:\n${named}`);
    }
  }
  const added = await verifyWacz(
    repack([...members, { name: 'archive/other.txt', bytes: new Uint8Array(3) }]),
  );
  assert.match(failed(added).join('\n'), /archive\/other\.txt: it is there but not listed/);
});

test('swaps and cuts are called so', async () => {
  const members = membersOf(wacz);
  const [warc, index] = [members[0]!, members[1]!];
  const swapped = members.map((m) =>
    m === warc ? { ...m, bytes: index.bytes } : m === index ? { ...m, bytes: warc.bytes } : m,
  );
  assert.match(
    failed(await verifyWacz(repack(swapped))).join('\n'),
    /data\.warc\.gz: it holds the bytes of indexes\/index\.cdxj: swapped/,
  );
  const cut = members.map((m) => (m === warc ? { ...m, bytes: m.bytes.subarray(0, 500) } : m));
  assert.match(failed(await verifyWacz(repack(cut))).join('\n'), /data\.warc\.gz: it is cut: 500 of/);
});

test('no single changed byte and no cut of the file goes unnoticed', async () => {
  // A sample of the big middle, all of the container's own bytes at the end.
  for (let at = 0; at < wacz.length; at += at < wacz.length - 600 ? 97 : 3) {
    const bad = Buffer.from(wacz);
    bad[at]! ^= 0x04;
    const verdict = await verifyWacz(bad).then(
      (v) => v.verdict,
      () => 'unreadable',
    );
    assert.notEqual(verdict, 'valid', `byte ${at}`);
  }
  for (const keep of [0.999, 0.9, 0.5, 0.1]) {
    const verification = await verifyWacz(wacz.subarray(0, Math.floor(wacz.length * keep)));
    assert.equal(verification.verdict, 'invalid');
    assert.match(failed(verification).join('\n'), /the file is cut/);
  }
  const longer = await verifyWacz(Buffer.concat([wacz, Buffer.from('x')]));
  assert.match(failed(longer).join('\n'), /extra bytes/);
});
