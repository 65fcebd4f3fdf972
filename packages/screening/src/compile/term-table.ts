// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { expandTerm } from '../packs/expand-term.ts';
import type { FoldLevel, RulePack, Terms } from '../types.ts';
import { buildMatcher, type Matcher } from './matcher.ts';
import { allowedFolds, makeTerm, type Term } from './term.ts';

/** Numbers the term sets of one matcher and collects their terms; the same spelling is one term in however many sets. */
export class TermTable {
  readonly #terms = new Map<string, Term>();
  readonly #initials = new Set<Term>();
  readonly #vocabularies: ReadonlyMap<string, Terms>;
  readonly #known = new Map<string, number>();
  #sets = 0;

  constructor(packs: readonly RulePack[]) {
    this.#vocabularies = new Map(packs.flatMap((p) => Object.entries(p.vocabularies)));
  }

  /** The number of the set of these terms; `level` holds where a term says nothing itself. */
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
      else
        for (const text of expandTerm(spec.t)) this.#add(set, text, own, spec.word, spec.initials === true);
    }
  }

  #add(set: number, text: string, level: FoldLevel, word: boolean | undefined, initials: boolean): void {
    const made = makeTerm(text, word);
    if (made === null) return;
    const key = `${made.word ? 1 : 0}${String.fromCharCode(...made.unit)}`;
    const term = this.#terms.get(key) ?? made;
    this.#terms.set(key, term);
    if (initials) this.#initials.add(term);
    const allow = allowedFolds(term, level) | (initials ? INITIALS : 0);
    const already = term.sets.find((s) => s.set === set);
    if (already === undefined) term.sets.push({ set, allow });
    else already.allow |= allow;
  }

  get sets(): number {
    return this.#sets;
  }

  build(): Matcher {
    return buildMatcher([...this.#terms.values()], this.#initials);
  }
}

const INITIALS = bit('initials');
