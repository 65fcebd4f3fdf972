// SPDX-License-Identifier: Apache-2.0
import { TermTable } from './compile/term-table.ts';
import { spellingOf, type TermTables } from './compile/term-tables.ts';
import { FirstLook } from './first/first-look.ts';
import { firstTables } from './first/first-tables.ts';
import { type FoldKind, foldNames } from './fold/fold-kinds.ts';
import { fold, newStream, reserve } from './fold/stream.ts';
import { findSounds } from './match/find-sounds.ts';
import { findInterleaved, findUnits } from './match/find-units.ts';
import type { Hit } from './match/hit.ts';
import type { FoldLevel } from './types.ts';

/** A word found in a text; offsets are UTF-16 units of the text as given. */
export interface FoundWord {
  word: string;
  start: number;
  end: number;
  folds: FoldKind[];
}

/** A list of words as a matcher of its own, without rules: folding and matching only. */
export class WordFinder {
  readonly #stream = newStream(4096);
  readonly #terms: TermTables;
  readonly #find: (visit: (hit: Hit) => boolean) => void;
  readonly #first: FirstLook;
  #marked = false;

  /** @param words as in a pack's `terms`; @param level how far they may be folded. */
  constructor(words: readonly string[], level: FoldLevel) {
    const table = new TermTable([]);
    table.set([...words], level);
    const matcher = table.build();
    const s = this.#stream;
    this.#terms = matcher.terms;
    this.#first = new FirstLook(matcher.spelled, firstTables(table.terms(), matcher), () => {
      this.#marked = true;
    });
    this.#find = (visit) => {
      findUnits(matcher, s, visit);
      if (matcher.weaves) findInterleaved(matcher, s, visit);
      if (matcher.hears) findSounds(matcher, matcher.soundGate, s, visit);
    };
  }

  /** Every word in the text, in all its readings. */
  find(text: string): FoundWord[] {
    this.#marked = false;
    this.#first.look(this.#first.load(text));
    if (!this.#marked) return [];
    const s = this.#stream;
    reserve(s, text.length);
    const { raw } = s;
    for (let i = 0; i < text.length; i++) raw[i] = text.charCodeAt(i);
    s.length = text.length;
    fold(s);
    const found: FoundWord[] = [];
    const allow = this.#terms.allow;
    this.#find((hit) => {
      if ((hit.folds & ~allow[this.#terms.setAt[hit.term]!]!) === 0)
        found.push({
          word: spellingOf(this.#terms, hit.term),
          start: hit.start,
          end: hit.end,
          folds: foldNames(hit.folds),
        });
      return false;
    });
    return found;
  }
}
