// SPDX-License-Identifier: Apache-2.0
import { bit, LEVEL_MASK } from '../fold/fold-kinds.ts';
import { foldStream } from '../fold/stream.ts';
import type { FoldLevel } from '../types.ts';

/** A term as the matcher knows it. */
export interface Term {
  text: string;
  /** Folded units. */
  unit: Uint16Array;
  /** The slice of `text` each unit came from. */
  slice: string[];
  /** Whether something without meaning (space, symbol) stands after the unit in the term itself. */
  gap: boolean[];
  hanzi: number;
  latin: boolean;
  word: boolean;
  /** Which sets hold it, and with which folds it counts there. */
  sets: { set: number; allow: number }[];
}

const isHanzi = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff;
export const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;
export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Folds a term as text is folded. `null` when nothing of it is left. */
export function makeTerm(text: string, word?: boolean): Term | null {
  const s = foldStream(text);
  if (s.n === 0) return null;
  const unit = s.unit.slice(0, s.n);
  const slice: string[] = [];
  const gap: boolean[] = [];
  let hanzi = 0;
  let latin = true;
  for (let i = 0; i < s.n; i++) {
    slice.push(text.slice(s.start[i], s.end[i]));
    gap.push(i + 1 < s.n && s.start[i + 1]! > s.end[i]!);
    // A numeral that was written as a character is one, though it is folded to a digit.
    if (isHanzi(unit[i]!) || (isDigit(unit[i]!) && slice[i]! >= '〇')) hanzi++;
    if (unit[i]! > 127 || hanzi > 0) latin = false;
  }
  return { text, unit, slice, gap, hanzi, latin, word: word ?? latin, sets: [] };
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
  return term.unit.length >= 2 ? LEVEL_MASK.split | bit('reversed') : LEVEL_MASK.split;
}
