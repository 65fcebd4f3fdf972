// SPDX-License-Identifier: Apache-2.0
import { splitsOf } from '../fold/components.ts';
import { bit } from '../fold/fold-kinds.ts';
import { shapesOf } from '../fold/shapes.ts';
import { NEAR, SPELLING, SYLLABLE } from '../fold/syllables.ts';
import { reorderings } from './reorderings.ts';
import type { Term } from './term.ts';

const MAX_SPLITS = 12;
const SPLIT = bit('split');
const REVERSED = bit('reversed');
const INITIALS = bit('initials');
const HOMOPHONE = bit('homophone');
const LOOKALIKE = bit('lookalike');

/** What it may cost to read a pattern as its term, as masks of folds. */
export const READINGS: readonly number[] = [0, SPLIT, LOOKALIKE, REVERSED, INITIALS];
/** Readings in which two units need not follow each other as in the term. */
export const LOOSE = LOOKALIKE | REVERSED;

/** The term with one of its characters written as their parts, in every way; then with all, and with the first and last two. */
function splits(folded: string): string[] {
  const made = new Set<string>();
  let all = '';
  let splittable = 0;
  const ways = [...folded].map(splitsOf);
  ways.forEach((of, i) => {
    for (const parts of of.slice(0, 3)) made.add(folded.slice(0, i) + parts + folded.slice(i + 1));
    all += of[0] ?? folded[i]!;
    if (of.length > 0) splittable++;
  });
  if (splittable === 0) return [];
  if (splittable > 1) made.add(all);
  if (splittable > 2)
    for (let i = 0; i + 1 < folded.length; i++) {
      const [a, b] = [ways[i]![0], ways[i + 1]![0]];
      if (a !== undefined && b !== undefined) made.add(folded.slice(0, i) + a + b + folded.slice(i + 2));
    }
  return [...made].slice(0, MAX_SPLITS);
}

/**
 * Hands over every sequence of folded units under which the term is found in text, as far as `allow` goes, with the folds
 * that reading it this way costs; the plain one first.
 */
export function eachPattern(term: Term, allow: number, visit: (units: string, folds: number) => void): void {
  const { folded } = term;
  visit(folded, 0);
  if (term.emoji) return;
  if ((allow & SPLIT) !== 0 && term.hanzi >= 2) for (const units of splits(folded)) visit(units, SPLIT);
  // By shape as by sound: one character, and only where the author lets the term go that far.
  if ((allow & HOMOPHONE) !== 0 && term.hanzi >= 2)
    for (let i = 0; i < folded.length; i++)
      for (const shape of shapesOf(folded[i]!))
        visit(folded.slice(0, i) + shape + folded.slice(i + 1), LOOKALIKE);
  if ((allow & REVERSED) !== 0 && folded.length >= 2)
    for (const order of reorderings(folded.length)) {
      let moved = '';
      for (const i of order) moved += folded[i]!;
      if (moved !== folded) visit(moved, REVERSED);
    }
  if (term.initials && term.hanzi >= 2) {
    let first = '';
    for (let i = 0; i < folded.length; i++) first += SPELLING[SYLLABLE[folded.charCodeAt(i)]!]![0] ?? '?';
    if (!first.includes('?')) visit(first, INITIALS);
  }
}

/** The term as classes of near sounds, or null when a character of it has none. */
export function soundsOf(term: Term): number[] | null {
  const { folded, hanzi } = term;
  if (term.emoji || hanzi < 2 || hanzi !== folded.length) return null;
  const sounds: number[] = [];
  for (let i = 0; i < folded.length; i++) {
    const near = NEAR[SYLLABLE[folded.charCodeAt(i)]!]!;
    if (near === 0) return null;
    sounds.push(near);
  }
  return sounds;
}
