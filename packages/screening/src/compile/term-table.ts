// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { expandTerm } from '../packs/expand-term.ts';
import type { FoldLevel, RulePack, TermSpec, Terms } from '../types.ts';
import { buildMatcher, type Matcher } from './matcher.ts';
import { allowedFolds, makeTerm, type Term } from './term.ts';

/** Numbers the term sets of one matcher and collects their terms; the same spelling is one term in however many sets. */
export class TermTable {
  /** Whole-word terms and others apart: the same letters may be both. */
  readonly #words = new Map<string, Term>();
  readonly #others = new Map<string, Term>();
  readonly #vocabularies: ReadonlyMap<string, Terms>;
  readonly #known = new Map<string, number>();
  #sets = 0;

  constructor(packs: readonly RulePack[]) {
    this.#vocabularies = new Map(packs.flatMap((p) => Object.entries(p.vocabularies)));
  }

  /**
   * The number of the set of these terms; `level` holds where a term says nothing itself.
   */
  set(terms: Terms, level: FoldLevel): number {
    const key = `${level} ${JSON.stringify(terms)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const set = this.#sets++;
    this.#known.set(key, set);
    this.#fill(set, terms, level, 0);
    return set;
  }

  #fill(set: number, terms: Terms, level: FoldLevel, depth: number): void {
    if (depth > 8) return;
    for (const item of terms) {
      const spec = typeof item === 'string' ? { t: item } : item;
      const own = spec.fold ?? level;
      if (spec.t.startsWith('@'))
        this.#fill(set, this.#vocabularies.get(spec.t.slice(1)) ?? [], own, depth + 1);
      else for (const text of expandTerm(spec.t)) this.#add(set, { ...spec, t: text, fold: own });
    }
  }

  #add(set: number, spec: TermSpec & { fold: FoldLevel }): void {
    const made = makeTerm(spec.t, spec.word);
    if (made === null) return;
    const known = made.word ? this.#words : this.#others;
    // 🍃 and 叶 fold alike but are two terms: the emoji means only itself.
    const key = made.emoji ? `\0${spec.t}` : made.folded;
    let term = known.get(key);
    if (term === undefined) {
      term = made;
      known.set(key, term);
    }
    if (spec.initials === true) term.initials = true;
    const allow = allowedFolds(term, spec.fold) | (spec.initials === true ? INITIALS : 0);
    for (let i = 0; i < term.sets.length; i += 2)
      if (term.sets[i] === set) {
        term.sets[i + 1]! |= allow;
        return;
      }
    term.sets.push(set, allow);
  }

  get sets(): number {
    return this.#sets;
  }

  /** Every term with the sets that hold it. */
  terms(): Term[] {
    return [...this.#words.values(), ...this.#others.values()];
  }

  build(): Matcher {
    return buildMatcher(this.terms());
  }
}

const INITIALS = bit('initials');
