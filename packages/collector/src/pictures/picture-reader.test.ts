// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { after, test } from 'node:test';
import { createPictureReader, PICTURE_LIMITS } from './picture-reader.ts';
import { pictureKind } from './picture-size.ts';
import { picturesToRead, readPagePictures } from './read-page-pictures.ts';
import { tidyRecognized } from './tidy-recognized.ts';

const scan = readFileSync(new URL('../../../../market/assets/licence-qinghe.png', import.meta.url));
const reader = createPictureReader();
after(() => reader.close());

/** A PNG head that says how large it is, and nothing more. */
const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(64);
  bytes.writeUInt32BE(0x89504e47, 0);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

test('a licence picture gives its words and its QR code, without any network', async () => {
  const calls: string[] = [];
  const real = { fetch: globalThis.fetch, connect: net.Socket.prototype.connect };
  globalThis.fetch = (input) => {
    calls.push(String(input));
    return Promise.reject(new Error('no network in this test'));
  };
  net.Socket.prototype.connect = () => {
    calls.push('connect');
    throw new Error('no network in this test');
  };
  const requests = [http, https].map((module) => module.request);
  try {
    const first = await reader.read(scan);
    assert.equal(first.skipped, null);
    assert.match(first.text, /91330106MA00010184/);
    assert.match(first.text, /某某清禾示例家居用品有限公司/);
    assert.deepEqual(first.codes, ['https://emark.example/mark/SF-2026-0101']);
    assert.equal(await reader.read(Uint8Array.from(scan)), first, 'an equal picture is read once');
  } finally {
    globalThis.fetch = real.fetch;
    net.Socket.prototype.connect = real.connect;
  }
  assert.deepEqual(calls, []);
  assert.deepEqual(
    [http, https].map((module) => module.request),
    requests,
  );
});

test('bounds: size in pixels and bytes, icons, vectors, broken files', async () => {
  assert.match((await reader.read(png(60_000, 60_000))).skipped ?? '', /pixels/);
  assert.match((await reader.read(png(16, 400))).skipped ?? '', /too small/);
  assert.match(
    (await reader.read(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).skipped ?? '',
    /no picture/,
  );
  assert.match((await reader.read(new Uint8Array(PICTURE_LIMITS.bytes + 1))).skipped ?? '', /bytes/);
  const broken = await reader.read(Uint8Array.from(scan.subarray(0, 2000)));
  assert.equal(broken.text.includes('91330106MA00010184'), false);
  // The reader is well afterwards.
  assert.match((await reader.read(scan)).text, /营业执照/);
});

test('a picture that takes too long is given up, and the next one is read', async () => {
  const hasty = createPictureReader({ ms: 1 });
  try {
    assert.match((await hasty.read(scan)).skipped ?? '', /not read within 1 ms/);
  } finally {
    await hasty.close();
  }
});

test('kinds and sizes by their first bytes', () => {
  assert.deepEqual(pictureKind(scan), { format: 'png', width: 760, height: 520 });
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108012c019003012200', 'hex');
  assert.deepEqual(pictureKind(jpeg), { format: 'jpeg', width: 400, height: 300 });
  const gif = Buffer.from(`474946383961${'1027'}${'2003'}${'00'.repeat(20)}`, 'hex');
  assert.deepEqual(pictureKind(gif), { format: 'gif', width: 10_000, height: 800 });
  assert.equal(pictureKind(new Uint8Array(100)), null);
});

test('blanks between Han characters are taken out, those around Latin words stay', () => {
  assert.equal(
    tidyRecognized('营 业 执 照\n\n 名 称 ： 某 某 Demo Shop 有 限 公 司 '),
    '营业执照\n名称：某某 Demo Shop 有限公司',
  );
});

test('descriptions with words of their own keep their pictures unread', () => {
  const facts = { kindHint: 'product', pictures: [{ url: 'https://a.example/1.jpg', role: 'detail' }] };
  const of = (description: string | null) =>
    picturesToRead({ ...facts, listings: [{ description }] } as never).length;
  assert.equal(of(null), 1);
  assert.equal(of('很'.repeat(300)), 0);
});

test('pictures that stand in the page itself need no request', async () => {
  const url = `data:image/png;base64,${scan.toString('base64')}`;
  const read = await readPagePictures([{ url, role: 'licence' }], {
    reader,
    fetch: () => assert.fail('asked for'),
  });
  assert.match(read[0]?.text ?? '', /营业执照/);
});
