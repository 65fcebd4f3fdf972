// SPDX-License-Identifier: Apache-2.0
import { BITS, nextA, nextB, PROBES, SEED_A, SEED_B } from './bloom.ts';
import { isApart, type Stream } from './stream.ts';
import { WORDS } from './words.gen.ts';

/** Everyday words are known up to this length. */
export const LONGEST_WORD = 3;
let filter: Uint8Array | undefined;

function bits(): Uint8Array {
  if (filter === undefined) {
    const raw = atob(WORDS);
    filter = new Uint8Array(BITS / 8);
    for (let i = 0; i < raw.length; i++) filter[i] = raw.charCodeAt(i);
  }
  return filter;
}

/** Whether folded units are an everyday word of two or three characters (wrongly yes in about one of 300). */
export function isWord(unit: ArrayLike<number>, from: number, length: number): boolean {
  const f = bits();
  let a = SEED_A;
  let b = SEED_B;
  for (let i = from; i < from + length; i++) {
    a = nextA(a, unit[i]!);
    b = nextB(b, unit[i]!);
  }
  b |= 1;
  for (let k = 0; k < PROBES; k++) {
    const at = (a >>> 0) & (BITS - 1);
    if ((f[at >> 3]! & (1 << (at & 7))) === 0) return false;
    a = (a + b) | 0;
  }
  return true;
}

/** Whether the units stand together in the text as given. */
const joined = (s: Stream, from: number, to: number): boolean => {
  for (let i = from + 1; i < to; i++) if (isApart(s, i)) return false;
  return true;
};

/** Whether an everyday word covers unit `at`. */
export function inWord(s: Stream, at: number): boolean {
  for (let length = 2; length <= LONGEST_WORD; length++)
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= s.n; from++)
      if (joined(s, from, from + length) && isWord(s.unit, from, length)) return true;
  return false;
}

/** Whether a word begins before `from` and ends inside the match, and whether one begins inside and ends behind `to`. */
export function crossings(s: Stream, from: number, to: number): { left: boolean; right: boolean } {
  let left = false;
  let right = false;
  for (let length = 2; length <= LONGEST_WORD; length++) {
    for (let a = Math.max(0, from - length + 1); a < from && !left; a++)
      left = a + length > from && a + length < to && joined(s, a, a + length) && isWord(s.unit, a, length);
    for (let a = from + 1; a < to && !right; a++)
      right = a + length > to && a + length <= s.n && joined(s, a, a + length) && isWord(s.unit, a, length);
  }
  return { left, right };
}
