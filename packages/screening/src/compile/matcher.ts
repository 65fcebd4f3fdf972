// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { TrieBuilder, type TrieTables } from '../match/edge-trie.ts';
import { GateBuilder, type PairGate } from '../match/pair-gate.ts';
import { Growing } from './growing.ts';
import { eachPattern, soundsOf } from './patterns.ts';
import { foldsOf, type Term } from './term.ts';
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
  /** Whether any term may be woven into others, and whether any may be heard: else nobody need look. */
  weaves: boolean;
  hears: boolean;
}

const UNITS = 65536;
const SYLLABLES = 1024;
const WOVEN = bit('interleaved');
const BY_SOUND = bit('homophone') | bit('pinyin');

/** Builds the matcher for terms whose `sets` are complete. */
export function buildMatcher(terms: readonly Term[]): Matcher {
  const units = new TrieBuilder();
  const sounds = new TrieBuilder();
  const patternTerm = new Growing();
  const patternFolds = new Growing();
  const unitGate = new GateBuilder(UNITS);
  const soundGate = new GateBuilder(SYLLABLES);
  const symbols = new Uint16Array(256);
  let weaves = false;
  let hears = false;
  terms.forEach((term, index) => {
    const allow = foldsOf(term);
    if ((allow & WOVEN) !== 0) weaves = true;
    eachPattern(term, allow, (text, folds) => {
      for (let i = 0; i < text.length; i++) symbols[i] = text.charCodeAt(i);
      units.add(symbols, text.length, patternTerm.length);
      unitGate.open(symbols, text.length);
      patternTerm.push(index);
      patternFolds.push(folds);
    });
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
    unitGate: unitGate.build(),
    units: units.build(),
    patternTerm: patternTerm.done(),
    patternFolds: patternFolds.done(),
    soundGate: soundGate.build(),
    sounds: sounds.build(),
  };
}
