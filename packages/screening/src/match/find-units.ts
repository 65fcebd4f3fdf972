// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { isDigit, isLetter, type Term } from '../compile/term.ts';
import { bit } from '../fold/fold-kinds.ts';
import type { Stream } from '../fold/stream.ts';
import { crossings, inWord } from '../fold/words.ts';
import { ROOT, step } from './edge-trie.ts';
import { judgeGaps } from './gaps.ts';
import type { Hit } from './hit.ts';

const REPEATS = bit('repeats');
const REVERSED = bit('reversed');
const INITIALS = bit('initials');
const SPLIT = bit('split');
const MAX_REPEAT = 12;

/** A Latin word must not go on before or behind, a number neither. */
function isWhole(s: Stream, from: number, to: number, first: string): boolean {
  if (from > 0 && s.start[from]! === s.end[from - 1]!) {
    const [a, b] = [s.unit[from - 1]!, s.unit[from]!];
    if (isLetter(a) && isLetter(b)) return false;
  }
  if (to < s.n && s.start[to]! === s.end[to - 1]!) {
    const [a, b] = [s.unit[to - 1]!, s.unit[to]!];
    if (isLetter(a) && isLetter(b)) return false;
  }
  // 5 in 15, only for numbers typed as digits.
  return !(
    from > 0 &&
    isDigit(s.unit[from]!) &&
    first <= '9' &&
    first >= '0' &&
    isDigit(s.unit[from - 1]!) &&
    s.start[from]! === s.end[from - 1]!
  );
}

/** The folds of a match that reads straight on: each unit that differs from the term's own spelling says why. */
function spellingFolds(s: Stream, from: number, to: number, term: Term): number {
  let folds = 0;
  let q = 0;
  for (let i = from; i < to; i++) {
    if (i > from && s.unit[i] === s.unit[i - 1] && term.unit[q] !== s.unit[i]) {
      folds |= REPEATS;
      continue;
    }
    const own = term.slice[q++];
    const kind = s.kind[i]!;
    if (kind !== 0 && s.text.slice(s.start[i], s.end[i]) !== own) folds |= 1 << (kind - 1);
  }
  return folds;
}

/** The folds of units that were read in another order or as parts: each folded unit says why. */
function looseFolds(s: Stream, from: number, to: number): number {
  let folds = 0;
  for (let i = from; i < to; i++) if (s.kind[i] !== 0) folds |= 1 << (s.kind[i]! - 1);
  return folds;
}

/** How far a short match may be trusted where everyday words reach across its ends (书香|烟雨): 0 = not at all. */
function trust(s: Stream, from: number, to: number, reading: number, term: Term): number {
  const n = to - from;
  if (n > 3 || term.hanzi < 2) return 1;
  if ((reading & REVERSED) !== 0) {
    if (n === 2) return inWord(s, from) || inWord(s, from + 1) ? 0 : 1;
    const { left, right } = crossings(s, from, to);
    return left || right ? 0 : 1;
  }
  const { left, right } = crossings(s, from, to);
  if (left && right) return 0;
  return n === 2 && (left || right) ? 0.85 : 1;
}

/** Finds terms by their folded units: every position, one walk down the trie. */
export function findUnits(m: Matcher, s: Stream, hits: Hit[]): void {
  const t = m.units;
  for (let from = 0; from < s.n; from++) {
    let state = ROOT;
    let repeated = 0;
    for (let i = from; i < s.n; i++) {
      const unit = s.unit[i]!;
      const next = step(t, state, unit);
      if (next === -1) {
        if (i === from || unit !== s.unit[i - 1] || ++repeated > MAX_REPEAT) break;
        continue;
      }
      state = next;
      for (let e = t.first[state]!; e !== 0; e = t.next[e]!) {
        const pattern = t.value[e]!;
        const term = m.terms[m.patternTerm[pattern]!]!;
        const to = i + 1;
        const reading = m.patternFolds[pattern]!;
        if (
          (term.word || (reading & INITIALS) !== 0 || isDigit(s.unit[from]!)) &&
          !isWhole(s, from, to, term.slice[0]!)
        )
          continue;
        const straight = (reading & (REVERSED | SPLIT | INITIALS)) === 0;
        const gaps = judgeGaps(
          s,
          from,
          to,
          straight && repeated === 0 ? (k) => term.gap[k] === true : () => false,
        );
        if (gaps === -1) continue;
        const factor = trust(s, from, to, reading, term);
        if (factor === 0) continue;
        const spelling = straight ? spellingFolds(s, from, to, term) : looseFolds(s, from, to);
        hits.push({
          term: m.patternTerm[pattern]!,
          start: s.start[from]!,
          end: s.end[i]!,
          folds: reading | gaps | spelling | (repeated > 0 ? REPEATS : 0),
          factor,
        });
      }
    }
  }
}
