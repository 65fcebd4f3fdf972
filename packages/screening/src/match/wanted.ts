// SPDX-License-Identifier: Apache-2.0
import type { TermTables } from '../compile/term-tables.ts';

/** The sets of a matcher that matter just now: nobody need judge terms of others. */
export class WantedSets {
  readonly #stamp: Uint32Array;
  #now = 0;

  constructor(sets: number) {
    this.#stamp = new Uint32Array(sets);
  }

  clear(): void {
    if (++this.#now > 0xfffffff0) {
      this.#stamp.fill(0);
      this.#now = 1;
    }
  }

  add(set: number): void {
    this.#stamp[set] = this.#now;
  }

  has(set: number): boolean {
    return this.#stamp[set] === this.#now;
  }
}

let current: WantedSets | null = null;

/** Searches look for terms of these sets only, until told otherwise; null = for all. */
export function restrictTo(wanted: WantedSets | null): void {
  current = wanted;
}

/** Whether the term is in a set that matters. */
export function isWanted(terms: TermTables, term: number): boolean {
  if (current === null) return true;
  for (let k = terms.setAt[term]!; k < terms.setAt[term + 1]!; k++)
    if (current.has(terms.set[k]!)) return true;
  return false;
}
