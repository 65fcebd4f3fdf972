// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createSealer } from '../../platform/sealing/sealer.ts';
import { readReceipt, receiptDigest, receiptOf } from './receipt-code.ts';

const sealer = createSealer([new Uint8Array(32).fill(7)]);

test('a code is read back however it is written, and one slip is always noticed', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.nat(16), fc.nat(31), (id, at, value) => {
      const code = receiptOf(sealer, id);
      assert.match(
        code,
        /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/,
      );
      const plain = code.replaceAll('-', '');
      assert.equal(readReceipt(` ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `), plain);
      const wrong = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[value]!;
      if (wrong !== plain[at])
        assert.equal(readReceipt(plain.slice(0, at) + wrong + plain.slice(at + 1)), null);
      if (at < 16 && plain[at] !== plain[at + 1])
        assert.equal(readReceipt(plain.slice(0, at) + plain[at + 1] + plain[at] + plain.slice(at + 2)), null);
    }),
  );
});

test('codes of papers made one after the other share nothing, and other keys give other codes', () => {
  const codes = Array.from({ length: 2000 }, (_, i) => receiptOf(sealer, `paper-${i}`));
  assert.equal(new Set(codes).size, codes.length);
  assert.equal(new Set(codes.map((code) => code.slice(0, 4))).size > 1900, true);
  assert.notEqual(receiptOf(createSealer([new Uint8Array(32).fill(8)]), 'paper-0'), codes[0]);
  assert.deepEqual(receiptDigest(sealer, codes[0]!), receiptDigest(sealer, codes[0]!.replaceAll('-', '')));
  assert.equal(readReceipt(''), null);
  assert.equal(readReceipt('U'.repeat(17)), null);
});
