// SPDX-License-Identifier: Apache-2.0
import { bySign, LONGEST_SIGN } from './currencies.ts';

export interface SignAt {
  sign: string;
  start: number;
  end: number;
}

const LETTER = /\p{L}/u;
const isLetter = (c: string): boolean =>
  c < '\x80' ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') : LETTER.test(c);
const isHan = (c: string): boolean => c >= '\u3400' && c <= '\u9fff';
const lasts = new Set([...bySign.keys()].map((sign) => sign[sign.length - 1]));
const firsts = new Set([...bySign.keys()].map((sign) => sign[0]));

/** A word is a sign only as a word of its own: no RM in CHARM, no kr in krank. Han needs no spaces. */
const cutsWord = (inside: string, outside: string | undefined): boolean =>
  outside !== undefined && isLetter(inside) && isLetter(outside) && !isHan(inside) && !isHan(outside);

/** The longest sign of money that ends right before `at` (blanks and a colon between), not before `from`. */
export function signBefore(text: string, at: number, from: number): SignAt | null {
  let end = at;
  while (end > from && (text[end - 1] === ' ' || text[end - 1] === ':' || text[end - 1] === '：')) end--;
  if (end === from || !lasts.has(text[end - 1])) return null;
  for (let start = Math.max(from, end - LONGEST_SIGN); start < end; start++) {
    const sign = text.slice(start, end);
    if (bySign.has(sign) && !cutsWord(sign[0]!, text[start - 1])) return { sign, start, end };
  }
  return null;
}

/** The longest sign of money that starts right after `at`. */
export function signAfter(text: string, at: number): SignAt | null {
  let start = at;
  while (text[start] === ' ') start++;
  if (start >= text.length || !firsts.has(text[start])) return null;
  for (let end = Math.min(text.length, start + LONGEST_SIGN); end > start; end--) {
    const sign = text.slice(start, end);
    if (bySign.has(sign) && !cutsWord(sign[sign.length - 1]!, text[end])) return { sign, start, end };
  }
  return null;
}
