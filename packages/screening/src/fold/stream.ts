// SPDX-License-Identifier: Apache-2.0
import { EXPAND, EXPANSION, foldAstral, KIND, SKIP, UNIT } from './char-table.ts';

/** A folded text: its units, and for each the slice of the original it came from. */
export interface Stream {
  /** The original. */
  text: string;
  n: number;
  unit: Uint16Array;
  start: Uint32Array;
  end: Uint32Array;
  /** Index of a fold kind's bit + 1, or 0. */
  kind: Uint8Array;
}

/** Folds with every cheap fold; what carries no meaning (spaces, symbols, marks, controls) leaves no unit. */
export function foldStream(text: string): Stream {
  let room = text.length + 16;
  let unit = new Uint16Array(room);
  let start = new Uint32Array(room);
  let end = new Uint32Array(room);
  let kind = new Uint8Array(room);
  let n = 0;
  const several = (folded: string, from: number, to: number, why: number) => {
    if (n + folded.length > room) {
      room = room * 2 + folded.length;
      const grow = <T extends Uint8Array | Uint16Array | Uint32Array>(old: T, next: T): T => {
        next.set(old);
        return next;
      };
      unit = grow(unit, new Uint16Array(room));
      start = grow(start, new Uint32Array(room));
      end = grow(end, new Uint32Array(room));
      kind = grow(kind, new Uint8Array(room));
    }
    for (let k = 0; k < folded.length; k++) {
      unit[n] = folded.charCodeAt(k);
      start[n] = from;
      end[n] = to;
      kind[n++] = why;
    }
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const folded = UNIT[c]!;
    if (folded > EXPAND) {
      if (n === room) several('', i, i, 0);
      if (n >= room) continue;
      unit[n] = folded;
      start[n] = i;
      end[n] = i + 1;
      kind[n++] = KIND[c]!;
    } else if (folded === EXPAND) {
      const e = EXPANSION.get(c)!;
      several(e.text, i, i + 1, e.kind);
    } else if (folded === SKIP && c >= 0xd800 && c <= 0xdbff) {
      const code = text.codePointAt(i)!;
      if (code > 0xffff) {
        const e = foldAstral(code);
        several(e.text, i, i + 2, e.kind);
        i++;
      }
    }
  }
  return { text, n, unit, start, end, kind };
}
