// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { TrieBuilder, type TrieTables } from '../match/edge-trie.ts';
import { patternsOf, soundsOf } from './patterns.ts';
import type { Term } from './term.ts';

/** Terms and the two tries that find them: by folded units, and by sound. */
export interface Matcher {
  terms: Term[];
  /** Values are indexes into `patterns`. */
  units: TrieTables;
  /** For each pattern: its term, and the folds reading it this way costs. */
  patternTerm: Uint32Array;
  patternFolds: Uint32Array;
  /** Values are indexes of terms. */
  sounds: TrieTables;
}

/** Builds the matcher for terms whose `sets` are complete. */
export function buildMatcher(terms: Term[], initials: ReadonlySet<Term>): Matcher {
  const units = new TrieBuilder();
  const sounds = new TrieBuilder();
  const patternTerm: number[] = [];
  const patternFolds: number[] = [];
  terms.forEach((term, index) => {
    const allow = term.sets.reduce((mask, s) => mask | s.allow, 0);
    for (const pattern of patternsOf(term, allow, initials.has(term))) {
      units.add(pattern.units, patternTerm.length);
      patternTerm.push(index);
      patternFolds.push(pattern.folds);
    }
    if ((allow & (bit('homophone') | bit('pinyin'))) === 0) return;
    const heard = soundsOf(term);
    if (heard !== null) sounds.add(heard, index);
  });
  return {
    terms,
    units: units.build(),
    sounds: sounds.build(),
    patternTerm: Uint32Array.from(patternTerm),
    patternFolds: Uint32Array.from(patternFolds),
  };
}
