// SPDX-License-Identifier: Apache-2.0
import { endOf, load, newStream } from '../fold/stream.ts';
import type { Term } from './term.ts';

/** Terms as typed arrays, so that they can be saved and shared between threads. `…At[i]`…`…At[i + 1]` is term i's part. */
export interface TermTables {
  /** Folded units. */
  unit: Uint16Array;
  unitAt: Uint32Array;
  /** Spelling as given by the author, and for each folded unit where in it that came from and ends. */
  raw: Uint16Array;
  rawAt: Uint32Array;
  from: Uint8Array;
  to: Uint8Array;
  hanzi: Uint8Array;
  /** `WORD`, `EMOJI_TERM`. */
  flags: Uint8Array;
  /** The sets that hold the term, each with the folds allowed there. */
  setAt: Uint32Array;
  set: Uint32Array;
  allow: Uint32Array;
}

export const WORD = 1;
export const EMOJI_TERM = 4;

/** Lays terms out flat. */
export function termTables(terms: readonly Term[]): TermTables {
  let units = 0;
  let raws = 0;
  let sets = 0;
  for (const term of terms) {
    units += term.folded.length;
    raws += term.text.length;
    sets += term.sets.length / 2;
  }
  const t: TermTables = {
    unit: new Uint16Array(units),
    unitAt: new Uint32Array(terms.length + 1),
    raw: new Uint16Array(raws),
    rawAt: new Uint32Array(terms.length + 1),
    from: new Uint8Array(units),
    to: new Uint8Array(units),
    hanzi: new Uint8Array(terms.length),
    flags: new Uint8Array(terms.length),
    setAt: new Uint32Array(terms.length + 1),
    set: new Uint32Array(sets),
    allow: new Uint32Array(sets),
  };
  const spelling = newStream(256);
  let unit = 0;
  let raw = 0;
  let set = 0;
  terms.forEach((term, i) => {
    load(spelling, term.text);
    t.raw.set(spelling.raw.subarray(0, spelling.length), raw);
    for (let k = 0; k < spelling.n; k++) {
      t.unit[unit] = spelling.unit[k]!;
      t.from[unit] = spelling.start[k]!;
      t.to[unit++] = endOf(spelling, k);
    }
    raw += spelling.length;
    for (let k = 0; k < term.sets.length; k += 2) {
      t.set[set] = term.sets[k]!;
      t.allow[set++] = term.sets[k + 1]!;
    }
    t.hanzi[i] = Math.min(255, term.hanzi);
    t.flags[i] = (term.word ? WORD : 0) | (term.emoji ? EMOJI_TERM : 0);
    t.unitAt[i + 1] = unit;
    t.rawAt[i + 1] = raw;
    t.setAt[i + 1] = set;
  });
  return t;
}

/** A term as its author wrote it. */
export const spellingOf = (t: TermTables, term: number): string =>
  String.fromCharCode(...t.raw.subarray(t.rawAt[term]!, t.rawAt[term + 1]!));
