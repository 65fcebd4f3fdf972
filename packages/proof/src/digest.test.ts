// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { surt } from './cdxj.ts';
import { crc32 } from './crc32.ts';
import { base32, matchesDigest, sha256Hex, sm3Hex } from './digest.ts';
import { dechunk, parseHttpMessage } from './http-message.ts';

test('digests agree with the machine and the vector of GB/T 32905', () => {
  const abc = new TextEncoder().encode('abc');
  assert.equal(sm3Hex(abc), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
  assert.equal(sha256Hex(abc), createHash('sha256').update(abc).digest('hex'));
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  const sha1 = createHash('sha1').update(abc).digest();
  assert.equal(matchesDigest(abc, `sha1:${base32(sha1)}`), true);
  assert.equal(matchesDigest(abc, `sha-256:${sha256Hex(abc).toUpperCase()}`), true);
  assert.equal(matchesDigest(abc, `sha256:${sha256Hex(new Uint8Array(1))}`), false);
  assert.equal(matchesDigest(abc, 'md5:00'), null);
});

test('chunked bodies and heads', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const text = (b: Uint8Array | null) => (b === null ? null : new TextDecoder().decode(b));
  assert.equal(text(dechunk(bytes('3;x=1\r\nabc\r\n2\r\nde\r\n0\r\n\r\n'))), 'abcde');
  assert.equal(text(dechunk(bytes('5\r\nab'))), 'ab');
  assert.equal(text(dechunk(bytes('zz'))), null);
  const message = parseHttpMessage(bytes('HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\n\r\nbody'));
  assert.equal(message?.headers.get('a'), '1, 2');
  assert.equal(text(message?.payload ?? null), 'body');
  assert.equal(parseHttpMessage(bytes('HTTP/1.1 200 OK\r\nA: 1')), null);
});

test('sort keys', () => {
  assert.equal(surt('https://www.Shop.example:8443/A?b=2&a=1'), 'example,shop:8443)/a?a=1&b=2');
  assert.equal(surt('http://127.0.0.1:80/x'), '127.0.0.1)/x');
  assert.equal(surt('urn:text:http://a.example/'), 'urn:text:http://a.example/');
});
