// SPDX-License-Identifier: Apache-2.0
import { EXPAND, UNIT } from '../fold/char-table.ts';
import { bit, LEVEL_MASK } from '../fold/fold-kinds.ts';
import { load, newStream } from '../fold/stream.ts';
import type { FoldLevel } from '../types.ts';

/** A term while packs are compiled. */
export interface Term {
  /** As the author wrote it. */
  text: string;
  /** Its folded units. */
  folded: string;
  /** Characters among them; numerals written as characters count. */
  hanzi: number;
  /** Whether nothing but Latin letters and digits is in it. */
  latin: boolean;
  /** Whether it counts as a whole word only. */
  word: boolean;
  /** Which sets hold it, each followed by the folds with which it counts there. */
  sets: number[];
  initials: boolean;
  /** Whether the author wrote an emoji: then the emoji is meant, not the word it stands for. */
  emoji: boolean;
}

const isHanzi = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether this unit begins a character that folds to several. */
export const isExpanded = (unit: number): boolean =>
  UNIT[unit] === EXPAND || (unit >= 0xd800 && unit <= 0xdbff);

const scratch = newStream(256);

/** Folds a term as text is folded. `null` when nothing of it is left. */
export function makeTerm(text: string, word?: boolean): Term | null {
  load(scratch, text);
  const { n, unit, raw, start } = scratch;
  if (n === 0) return null;
  let hanzi = 0;
  let latin = true;
  let folded = '';
  let emoji = false;
  for (let i = 0; i < n; i++) {
    const u = unit[i]!;
    folded += String.fromCharCode(u);
    if (isHanzi(u) || (isDigit(u) && raw[start[i]!]! >= 0x3007)) hanzi++;
    if (u > 127) latin = false;
    if (isExpanded(raw[start[i]!]!)) emoji = true;
  }
  if (hanzi > 0) latin = false;
  return {
    text,
    folded,
    hanzi,
    latin,
    word: word ?? latin,
    sets: [],
    initials: false,
    emoji,
  };
}

/** The folds a term may need, from the level its author gave, or by its shape: short and Latin terms do not fold far. */
export function allowedFolds(term: Term, level: FoldLevel): number {
  if (level !== 'auto') {
    // No sound shorter than two characters, whatever the author says.
    return term.hanzi >= 2 ? LEVEL_MASK[level] : LEVEL_MASK[level] & ~(LEVEL_MASK.sound & ~LEVEL_MASK.split);
  }
  if (term.latin) return LEVEL_MASK.cheap;
  if (term.hanzi >= 3) return LEVEL_MASK.far;
  if (term.hanzi === 2) return LEVEL_MASK.sound | bit('reversed');
  return term.folded.length >= 2 ? LEVEL_MASK.split | bit('reversed') : LEVEL_MASK.split;
}

/** All folds that count for the term in one set or another. */
export function foldsOf(term: Term): number {
  let allow = 0;
  for (let i = 1; i < term.sets.length; i += 2) allow |= term.sets[i]!;
  return allow;
}
