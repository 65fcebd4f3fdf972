// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { TrieBuilder, type TrieTables } from '../match/edge-trie.ts';
import { GateBuilder, type PairGate } from '../match/pair-gate.ts';
import { type Spelled, SpelledBuilder } from '../match/spelled.ts';
import { eachPattern, LOOSE, READINGS, soundsOf } from './patterns.ts';
import { foldsOf, type Term } from './term.ts';
import { type TermTables, termTables } from './term-tables.ts';

/** Terms and what finds them: by folded units, and by sound. Typed arrays throughout. */
export interface Matcher {
  terms: TermTables;
  spelled: Spelled;
  soundGate: PairGate;
  /** Values are indexes of terms. */
  sounds: TrieTables;
  /** Whether any term may be woven into others, and whether any may be heard: else nobody need look. */
  weaves: boolean;
  hears: boolean;
}

const SYLLABLES = 1024;
const WOVEN = bit('interleaved');
const BY_SOUND = bit('homophone') | bit('pinyin');

/** Builds the matcher for terms whose `sets` are complete. */
export function buildMatcher(terms: readonly Term[]): Matcher {
  const spelled = new SpelledBuilder();
  const sounds = new TrieBuilder();
  const soundGate = new GateBuilder(SYLLABLES);
  let weaves = false;
  let hears = false;
  terms.forEach((term, index) => {
    const allow = foldsOf(term);
    if ((allow & WOVEN) !== 0) weaves = true;
    eachPattern(term, allow, (units, folds) =>
      spelled.add(units, index, READINGS.indexOf(folds), (folds & LOOSE) !== 0),
    );
    if ((allow & BY_SOUND) === 0) return;
    const heard = soundsOf(term);
    if (heard === null) return;
    hears = true;
    sounds.add(heard, heard.length, index);
    soundGate.open(heard, heard.length);
  });
  return {
    weaves,
    hears,
    terms: termTables(terms),
    spelled: spelled.done(),
    soundGate: soundGate.build(),
    sounds: sounds.build(),
  };
}
