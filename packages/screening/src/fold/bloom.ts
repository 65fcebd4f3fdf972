// SPDX-License-Identifier: Apache-2.0

/** Bits of the filter of everyday words; a power of two. */
export const BITS = 1 << 21;
export const PROBES = 8;
export const SEED_A = 0x811c9dc5 | 0;
export const SEED_B = 0x2545f491;
/** The two digests of a word, one more unit each. */
export const nextA = (a: number, unit: number): number => {
  const h = Math.imul(a ^ unit, 0x01000193);
  return h ^ (h >>> 15);
};
export const nextB = (b: number, unit: number): number => {
  const h = Math.imul(b + unit, 0x85ebca6b);
  return h ^ (h >>> 13);
};

/** Calls back with each bit of the word `unit[from…from+length)`; stops and gives false when told so. */
export function eachBit(
  unit: ArrayLike<number>,
  from: number,
  length: number,
  visit: (bit: number) => boolean,
): boolean {
  let a = SEED_A;
  let b = SEED_B;
  for (let i = from; i < from + length; i++) {
    a = nextA(a, unit[i]!);
    b = nextB(b, unit[i]!);
  }
  b |= 1;
  for (let k = 0; k < PROBES; k++) {
    if (!visit((a >>> 0) & (BITS - 1))) return false;
    a = (a + b) | 0;
  }
  return true;
}
