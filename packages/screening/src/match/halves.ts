// SPDX-License-Identifier: Apache-2.0
import { hasBit, mix3 } from './pair-gate.ts';

const FIRST_KEPT = 1;
const SECOND_KEPT = 2;

/**
 * For terms of two characters that may be misspelled: digests of (first as written, sound of the second) and of (sound of
 * the first, second as written). One of the two must be kept, so hearing both sounds is not enough to look closer.
 */
export function halvesOf(
  terms: Iterable<{ units: [number, number]; near: [number, number] }>,
  size: number,
): Uint32Array {
  const bits = new Uint32Array(1 << (size - 5));
  const put = (h: number) => {
    const at = h & ((1 << size) - 1);
    bits[at >>> 5]! |= 1 << (at & 31);
  };
  for (const { units, near } of terms) {
    put(mix3(FIRST_KEPT, units[0], near[1]));
    put(mix3(SECOND_KEPT, near[0], units[1]));
  }
  return bits;
}

/** Whether the two characters may be such a term with one of them misspelled. */
export function keepsHalf(
  halves: Uint32Array,
  unitA: number,
  nearA: number,
  unitB: number,
  nearB: number,
): boolean {
  const mask = halves.length * 32 - 1;
  return (
    hasBit(halves, mix3(FIRST_KEPT, unitA, nearB) & mask) ||
    hasBit(halves, mix3(SECOND_KEPT, nearA, unitB) & mask)
  );
}
