// SPDX-License-Identifier: Apache-2.0
import type { Sealer } from '../../platform/sealing/sealer.ts';

/** Crockford's alphabet: no I, L, O, U; what is misread is read back. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** Product in GF(2^5), reduced by x^5 + x^2 + 1. */
function times(a: number, b: number): number {
  let out = 0;
  for (let i = 0; i < 5; i++) if (b & (1 << i)) out ^= a << i;
  for (let i = 9; i >= 5; i--) if (out & (1 << i)) out ^= 0b100101 << (i - 5);
  return out;
}

/** One weight a place, each twice the one before in GF(32): one wrong character or two swapped neighbours never pass. */
function check(values: readonly number[]): number {
  let sum = 0;
  let weight = 2;
  for (const value of values) {
    sum ^= times(value, weight);
    weight = times(weight, 2);
  }
  return sum;
}

/**
 * The receipt code of a paper: 80 bits of an HMAC over its id, and a check character, in groups. It can be worked out
 * again from the id with the key, so nobody has to store it.
 */
export function receiptOf(sealer: Sealer, paperId: string): string {
  const bytes = sealer.digest(paperId, 'filing.receipt');
  const values: number[] = [];
  for (let i = 0; i < LENGTH; i++) {
    const bit = i * 5;
    const pair = (bytes[bit >> 3]! << 8) | bytes[(bit >> 3) + 1]!;
    values.push((pair >> (11 - (bit & 7))) & 31);
  }
  const text = [...values, check(values)].map((value) => ALPHABET[value]).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8, 12)}-${text.slice(12)}`;
}

/** Reads a code as people write it (small letters, O for 0, any spaces); null where it cannot be one. */
export function readReceipt(given: string): string | null {
  const text = given
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-–—_.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (text.length !== LENGTH + 1) return null;
  const values = [...text].map((character) => ALPHABET.indexOf(character));
  if (values.some((value) => value < 0)) return null;
  return check(values.slice(0, LENGTH)) === values[LENGTH] ? text : null;
}

/** What the database keeps of a code. */
export const receiptDigest = (sealer: Sealer, code: string): Buffer =>
  sealer.digest(code.replaceAll('-', ''), 'filing.code');
