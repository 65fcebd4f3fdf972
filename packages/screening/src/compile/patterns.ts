// SPDX-License-Identifier: Apache-2.0

import { splitsOf } from '../fold/components.ts';
import { bit } from '../fold/fold-kinds.ts';
import { NEAR, SPELLING, SYLLABLE } from '../fold/syllables.ts';
import { reorderings } from './reorderings.ts';
import type { Term } from './term.ts';

/** A sequence of units under which a term is looked for, and the folds that reading it this way costs. */
export interface Pattern {
  units: number[];
  folds: number;
}

const MAX_SPLITS = 12;

function splits(term: Term): Pattern[] {
  let ways: { units: number[]; split: boolean }[] = [{ units: [], split: false }];
  for (const unit of term.unit) {
    const choices = splitsOf(String.fromCharCode(unit)).slice(0, 2);
    const next = ways.map((w) => ({ units: [...w.units, unit], split: w.split }));
    for (const parts of choices)
      for (const w of ways)
        next.push({ units: [...w.units, ...[...parts].map((p) => p.charCodeAt(0))], split: true });
    ways = next.slice(0, MAX_SPLITS * 2);
  }
  return ways
    .filter((w) => w.split)
    .slice(0, MAX_SPLITS)
    .map(({ units }) => ({ units, folds: bit('split') }));
}

/** All sequences of folded units under which the term is found in text, as far as `allow` goes; the plain one first. */
export function patternsOf(term: Term, allow: number): Pattern[] {
  const units = [...term.unit];
  const patterns: Pattern[] = [{ units, folds: 0 }];
  // Reading repeated letters once lets 枪枪支支 be seen; the walk does that, not the pattern.
  if ((allow & bit('split')) !== 0 && term.hanzi >= 2) patterns.push(...splits(term));
  if ((allow & bit('reversed')) !== 0 && units.length >= 2)
    for (const order of reorderings(units.length)) {
      const moved = order.map((i) => units[i]!);
      if (moved.some((u, i) => u !== units[i])) patterns.push({ units: moved, folds: bit('reversed') });
    }
  if (term.initials && term.hanzi >= 2) {
    const first = units.map((u) => SPELLING[SYLLABLE[u]!]!.charCodeAt(0));
    if (!first.some(Number.isNaN)) patterns.push({ units: first, folds: bit('initials') });
  }
  return patterns;
}

/** The term as classes of near sounds, or null when a character of it has none. */
export function soundsOf(term: Term): number[] | null {
  if (term.hanzi < 2 || term.hanzi !== term.unit.length) return null;
  const sounds = [...term.unit].map((u) => NEAR[SYLLABLE[u]!]!);
  return sounds.includes(0) ? null : sounds;
}
