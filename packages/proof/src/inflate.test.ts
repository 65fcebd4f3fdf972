// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readGzipMember } from './gzip.ts';
import { InflateError, inflateRaw } from './inflate.ts';

const samples = [
  Buffer.alloc(0),
  Buffer.from('a'),
  Buffer.from('示例商品 '.repeat(5000)),
  randomBytes(70_000),
  Buffer.concat([randomBytes(1000), Buffer.alloc(100_000), randomBytes(1000)]),
];

test('undoes what zlib makes, at every level and strategy, and tells where it ended', () => {
  for (const sample of samples)
    for (const level of [0, 1, 6, 9])
      for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FIXED, constants.Z_HUFFMAN_ONLY]) {
        const packed = Buffer.concat([
          Buffer.from('xx'),
          deflateRawSync(sample, { level, strategy }),
          Buffer.from('rest'),
        ]);
        const { bytes, end } = inflateRaw(packed, 2, 1 << 20);
        assert.ok(sample.equals(bytes));
        assert.equal(end, packed.length - 4);
      }
});

test('any text comes back, any cut is noticed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (data, part) => {
        const packed = gzipSync(data);
        assert.deepEqual([...readGzipMember(packed, 0, 4000).bytes], [...data]);
        assert.throws(
          () => readGzipMember(packed.subarray(0, Math.floor(packed.length * part)), 0, 4000),
          InflateError,
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a flipped bit anywhere in the data or trailer is noticed, and no input hangs or overruns', () => {
  const packed = gzipSync(samples[2]!);
  for (let at = 10; at < packed.length; at += 3) {
    const bad = Buffer.from(packed);
    bad[at]! ^= 0x10;
    assert.throws(() => readGzipMember(bad, 0, 1 << 20), InflateError, String(at));
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      try {
        assert.ok(inflateRaw(noise, 0, 5000).bytes.length <= 5000);
      } catch (error) {
        assert.ok(error instanceof InflateError);
      }
    }),
  );
  assert.throws(() => inflateRaw(deflateRawSync(Buffer.alloc(1_000_000)), 0, 1000), /more than 1000/);
});
