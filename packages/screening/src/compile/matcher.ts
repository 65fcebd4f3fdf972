// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { TrieBuilder, type TrieTables } from '../match/edge-trie.ts';
import { type PairGate, pairGate } from '../match/pair-gate.ts';
import { patternsOf, soundsOf } from './patterns.ts';
import type { Term } from './term.ts';
import { type TermTables, termTables } from './term-tables.ts';

/** Terms and what finds them: by folded units, and by sound. Typed arrays throughout. */
export interface Matcher {
  terms: TermTables;
  unitGate: PairGate;
  /** Values are indexes of patterns. */
  units: TrieTables;
  /** For each pattern: its term, and the folds reading it this way costs. */
  patternTerm: Uint32Array;
  patternFolds: Uint32Array;
  soundGate: PairGate;
  /** Values are indexes of terms. */
  sounds: TrieTables;
  /** As the two gates, for terms that are triggers only. */
  triggerUnits: PairGate;
  triggerSounds: PairGate;
}

const SYLLABLES = 1024;

/** Builds the matcher for terms whose `sets` are complete. */
export function buildMatcher(terms: readonly Term[]): Matcher {
  const units = new TrieBuilder();
  const sounds = new TrieBuilder();
  const patternTerm: number[] = [];
  const patternFolds: number[] = [];
  const unitPairs: ArrayLike<number>[] = [];
  const soundPairs: ArrayLike<number>[] = [];
  const triggerUnits: ArrayLike<number>[] = [];
  const triggerSounds: ArrayLike<number>[] = [];
  terms.forEach((term, index) => {
    let allow = 0;
    for (const s of term.sets) allow |= s.allow;
    for (const pattern of patternsOf(term, allow)) {
      units.add(pattern.units, patternTerm.length);
      unitPairs.push(pattern.units);
      if (term.trigger) triggerUnits.push(pattern.units);
      patternTerm.push(index);
      patternFolds.push(pattern.folds);
    }
    if ((allow & (bit('homophone') | bit('pinyin'))) === 0) return;
    const heard = soundsOf(term);
    if (heard === null) return;
    sounds.add(heard, index);
    soundPairs.push(heard);
    if (term.trigger) triggerSounds.push(heard);
  });
  return {
    terms: termTables(terms),
    unitGate: pairGate(unitPairs, 65536),
    units: units.build(),
    patternTerm: Uint32Array.from(patternTerm),
    patternFolds: Uint32Array.from(patternFolds),
    soundGate: pairGate(soundPairs, SYLLABLES),
    sounds: sounds.build(),
    triggerUnits: pairGate(triggerUnits, 65536),
    triggerSounds: pairGate(triggerSounds, SYLLABLES),
  };
}
