// SPDX-License-Identifier: Apache-2.0

/** Bits of the filter of everyday words; a power of two. */
export const BITS = 1 << 21;
const PROBES = 8;

/** Calls back with each bit of the word `unit[from…from+length)`; stops and gives false when told so. */
export function eachBit(
  unit: ArrayLike<number>,
  from: number,
  length: number,
  visit: (bit: number) => boolean,
): boolean {
  let a = 0x811c9dc5;
  let b = 0x2545f491;
  for (let i = from; i < from + length; i++) {
    a = Math.imul(a ^ unit[i]!, 0x01000193);
    a ^= a >>> 15;
    b = Math.imul(b + unit[i]!, 0x85ebca6b);
    b ^= b >>> 13;
  }
  b |= 1;
  for (let k = 0; k < PROBES; k++) {
    if (!visit((a >>> 0) & (BITS - 1))) return false;
    a = (a + b) | 0;
  }
  return true;
}
