// SPDX-License-Identifier: Apache-2.0
import { EXPAND, EXPANSION, foldAstral, KIND, SKIP, UNIT } from './char-table.ts';

/**
 * A text and its folded units. Everything is typed arrays with room to spare, so that one stream can be filled again and
 * again; only `raw[0…length)`, `unit[0…n)` and `start[0…n)` count.
 */
export interface Stream {
  /** UTF-16 units as given. */
  raw: Uint16Array;
  length: number;
  n: number;
  unit: Uint16Array;
  /** For each folded unit: the offset of the character it came from. */
  start: Uint32Array;
}

export function newStream(room = 1024): Stream {
  return {
    raw: new Uint16Array(room),
    length: 0,
    n: 0,
    unit: new Uint16Array(room),
    start: new Uint32Array(room),
  };
}

const isHigh = (c: number): boolean => c >= 0xd800 && c <= 0xdbff;
const isLow = (c: number): boolean => c >= 0xdc00 && c <= 0xdfff;

const codeAt = (s: Stream, at: number): number => {
  const c = s.raw[at]!;
  if (!isHigh(c) || at + 1 >= s.length) return c;
  const d = s.raw[at + 1]!;
  return isLow(d) ? (c - 0xd800) * 0x400 + (d - 0xdc00) + 0x10000 : c;
};

/** Where the character behind folded unit `i` ends, exclusive. */
export const endOf = (s: Stream, i: number): number => {
  const at = s.start[i]!;
  return at + (codeAt(s, at) > 0xffff ? 2 : 1);
};

/** Why unit `i` differs from what was given: index of a fold kind's bit + 1, or 0. */
export function kindOf(s: Stream, i: number): number {
  const code = codeAt(s, s.start[i]!);
  return code > 0xffff ? foldAstral(code).kind : KIND[code]!;
}

/** Whether something was passed over between units `i - 1` and `i`. */
export const isApart = (s: Stream, i: number): boolean => s.start[i]! > endOf(s, i - 1);

/** Makes room for `length` units as given; what was there before is lost. */
export function reserve(s: Stream, length: number): void {
  if (s.raw.length >= length) return;
  s.raw = new Uint16Array(length * 2);
}

/** Folds `raw` with every cheap fold; what carries no meaning (spaces, symbols, marks, controls) leaves no unit. */
export function fold(s: Stream): void {
  const { raw, length } = s;
  if (s.unit.length < length + 16) {
    s.unit = new Uint16Array(length * 2 + 16);
    s.start = new Uint32Array(length * 2 + 16);
  }
  let { unit, start } = s;
  let n = 0;
  const several = (folded: string, at: number) => {
    if (n + folded.length + (length - at) > unit.length) {
      const [u, p] = [new Uint16Array(unit.length * 2 + 64), new Uint32Array(unit.length * 2 + 64)];
      u.set(unit);
      p.set(start);
      s.unit = unit = u;
      s.start = start = p;
    }
    for (let k = 0; k < folded.length; k++) {
      unit[n] = folded.charCodeAt(k);
      start[n++] = at;
    }
  };
  for (let i = 0; i < length; i++) {
    const c = raw[i]!;
    const folded = UNIT[c]!;
    if (folded > EXPAND) {
      unit[n] = folded;
      start[n++] = i;
    } else if (folded === EXPAND) several(EXPANSION.get(c)!.text, i);
    else if (folded === SKIP && isHigh(c)) {
      const code = codeAt(s, i);
      if (code > 0xffff) {
        several(foldAstral(code).text, i);
        i++;
      }
    }
  }
  s.n = n;
}

/** Fills the stream with a text and folds it. */
export function load(s: Stream, text: string): void {
  reserve(s, text.length);
  const { raw } = s;
  for (let i = 0; i < text.length; i++) raw[i] = text.charCodeAt(i);
  s.length = text.length;
  fold(s);
}

/** A text folded into a stream of its own. */
export function foldStream(text: string): Stream {
  const s = newStream(text.length + 16);
  load(s, text);
  return s;
}
