// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { READINGS } from '../compile/patterns.ts';
import { isDigit, isExpanded, isLetter } from '../compile/term.ts';
import { EMOJI_TERM, WORD } from '../compile/term-tables.ts';
import { digest2, digestNext, holds } from '../first/digest-set.ts';
import { bit } from '../fold/fold-kinds.ts';
import { endOf, isApart, kindOf, type Stream } from '../fold/stream.ts';
import { crossings, inWord } from '../fold/words.ts';
import { judgeGaps, LONE_SPACE } from './gaps.ts';
import type { Hit } from './hit.ts';
import { CHECK_SEED, checkNext, digest1, slotOfDigest } from './spelled.ts';
import { isWanted } from './wanted.ts';

const REPEATS = bit('repeats');
const NUMERAL = bit('numeral');
const REVERSED = bit('reversed');
const INITIALS = bit('initials');
const SPLIT = bit('split');
const LOOKALIKE = bit('lookalike');
const SPACES = bit('spaces');
const INTERLEAVED = bit('interleaved');
const SPACED = 0.85;
/** Ways of reading repeated units that are tried from one place. */
const PATIENCE = 24;

/** A Latin word must not go on before or behind; a number typed in digits neither. */
function isWhole(s: Stream, from: number, to: number): boolean {
  const first = s.unit[from]!;
  if (from > 0 && !isApart(s, from)) {
    const before = s.unit[from - 1]!;
    if (isLetter(before) && isLetter(first)) return false;
    if (isDigit(before) && isDigit(first) && s.raw[s.start[from]!]! < 128) return false;
  }
  if (to >= s.n || isApart(s, to)) return true;
  const [last, next] = [s.unit[to - 1]!, s.unit[to]!];
  if (isLetter(last) && isLetter(next)) return false;
  return !(isDigit(last) && isDigit(next) && s.raw[s.start[to - 1]!]! < 128);
}

/** Whether folded unit `i` was given just as the term's unit `k` (absolute index) is spelled. */
function isSpelled(m: Matcher, s: Stream, i: number, term: number, k: number): boolean {
  const t = m.terms;
  const at = s.start[i]!;
  const own = t.rawAt[term]! + t.from[k]!;
  const length = t.to[k]! - t.from[k]!;
  if (endOf(s, i) - at !== length) return false;
  for (let q = 0; q < length; q++) if (s.raw[at + q] !== t.raw[own + q]) return false;
  return true;
}

/** Whether the emoji of a term stand in the text as such. */
function hasEmoji(m: Matcher, s: Stream, from: number, to: number, term: number): boolean {
  const t = m.terms;
  const at = t.unitAt[term]!;
  if (to - from !== t.unitAt[term + 1]! - at) return false;
  for (let i = from; i < to; i++) {
    const k = at + i - from;
    if (isExpanded(t.raw[t.rawAt[term]! + t.from[k]!]!) && !isSpelled(m, s, i, term, k)) return false;
  }
  return true;
}

/** Whether everything is digits typed as digits: 五四 is not meant by 54. */
function isBareNumber(s: Stream, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isDigit(s.unit[i]!) || s.raw[s.start[i]!]! > 57) return false;
  return true;
}

/** The folds of a match that reads straight on: each unit that differs from the term's own spelling says why. */
function spellingFolds(m: Matcher, s: Stream, from: number, to: number, term: number): number {
  const { unit, unitAt } = m.terms;
  let folds = 0;
  let k = unitAt[term]!;
  const end = unitAt[term + 1]!;
  for (let i = from; i < to; i++) {
    if (k >= end || (i > from && s.unit[i] === s.unit[i - 1] && unit[k] !== s.unit[i])) {
      folds |= REPEATS;
      continue;
    }
    const kind = kindOf(s, i);
    if (kind !== 0 || isDigit(unit[k]!)) {
      if (!isSpelled(m, s, i, term, k)) folds |= kind === 0 ? NUMERAL : 1 << (kind - 1);
    }
    k++;
  }
  return folds;
}

/** The folds of units that were read in another order or as parts: each folded unit says why. */
function looseFolds(s: Stream, from: number, to: number): number {
  let folds = 0;
  for (let i = from; i < to; i++) {
    const kind = kindOf(s, i);
    if (kind !== 0) folds |= 1 << (kind - 1);
  }
  return folds;
}

/** How far a short match may be trusted where everyday words reach across its ends (书香|烟雨): 0 = not at all. */
function trust(s: Stream, from: number, to: number, reading: number, hanzi: number): number {
  const n = to - from;
  if (n > 3 || hanzi < 2) return 1;
  if ((reading & (REVERSED | LOOKALIKE)) !== 0) {
    if (n === 2) return inWord(s, from) || inWord(s, from + 1) ? 0 : 1;
    const { left, right } = crossings(s, from, to);
    return left || right ? 0 : 1;
  }
  if (n === 3) return 1;
  const { left, right } = crossings(s, from, to);
  if (left && right) return 0;
  return left || right ? 0.85 : 1;
}

/** Judges pattern `pattern` at the units `from`…`to`; null when it does not count. */
function judge(
  m: Matcher,
  s: Stream,
  from: number,
  to: number,
  pattern: number,
  repeated: boolean,
): Hit | null {
  const term = m.spelled.term[pattern]!;
  const reading = READINGS[m.spelled.reading[pattern]!]!;
  const t = m.terms;
  const whole = (t.flags[term]! & WORD) !== 0 || (reading & INITIALS) !== 0 || isDigit(s.unit[from]!);
  if (whole && !isWhole(s, from, to)) return null;
  // G水 is not in cuiqing水.
  if (from > 0 && isLetter(s.unit[from]!) && isLetter(s.unit[from - 1]!) && !isApart(s, from)) return null;
  const straight = (reading & (REVERSED | SPLIT | INITIALS | LOOKALIKE)) === 0;
  const at = t.unitAt[term]!;
  // A term of letters and digits with a mark in it (1:1) is not the same without (11).
  if (straight && t.hanzi[term] === 0)
    for (let k = at; k + 1 < t.unitAt[term + 1]!; k++)
      if (t.from[k + 1]! > t.to[k]! && !isApart(s, from + k - at + 1)) return null;
  if ((t.flags[term]! & EMOJI_TERM) !== 0 && !hasEmoji(m, s, from, to, term)) return null;
  if (t.hanzi[term]! > 0 && isBareNumber(s, from, to)) return null;
  const own = straight && !repeated ? (k: number) => t.from[at + k + 1]! > t.to[at + k]! : null;
  let gaps = judgeGaps(s, from, to, own);
  if (gaps === -1) return null;
  let factor = trust(s, from, to, reading, t.hanzi[term]!);
  if (factor === 0) return null;
  if (gaps === LONE_SPACE) {
    // A single ordinary space in a short word (电子 烟): only a word written on its own, that no other word reaches into.
    if (!straight || repeated || t.hanzi[term]! < 2) return null;
    const { left, right } = crossings(s, from, to);
    if (left || right || !(from === 0 || isApart(s, from) || to >= s.n || isApart(s, to))) return null;
    gaps = SPACES;
    factor *= SPACED;
  }
  const spelling = straight ? spellingFolds(m, s, from, to, term) : looseFolds(s, from, to);
  return {
    term,
    start: s.start[from]!,
    end: endOf(s, to - 1),
    folds: reading | gaps | spelling | (repeated ? REPEATS : 0),
    factor,
  };
}

type Visit = (hit: Hit) => boolean;

/** Judges every pattern of that digest at the units `from`…`to`. Tells `visit` each hit; stops when it says so. */
function judgeAll(
  m: Matcher,
  s: Stream,
  from: number,
  to: number,
  read: { digest: number; check: number; repeated: boolean },
  visit: Visit,
): boolean {
  const { keys, head, next, check } = m.spelled;
  const slot = slotOfDigest(keys, read.digest);
  if (slot === -1) return false;
  for (let p = head[slot]! + 1; p !== 0; p = next[p - 1]!) {
    if (check[p - 1] !== read.check || !isWanted(m.terms, m.spelled.term[p - 1]!)) continue;
    const hit = judge(m, s, from, to, p - 1, read.repeated);
    if (hit !== null && visit(hit)) return true;
  }
  return false;
}

let patience = 0;

/** Reads on from unit `i`; what was read so far began at `from`. A unit written several times is read once or as often. */
function goOn(
  m: Matcher,
  s: Stream,
  from: number,
  i: number,
  read: { digest: number; check: number; repeated: boolean },
  third: boolean,
  visit: Visit,
): boolean {
  const { thirds, longer, whole } = m.spelled;
  let known = third ? thirds : longer;
  let { digest, check, repeated } = read;
  let last = s.unit[i - 1]!;
  for (; i < s.n; i++) {
    const unit = s.unit[i]!;
    const next = digestNext(digest, unit);
    if (holds(known, next)) {
      const on = { digest: next, check: checkNext(check, unit), repeated };
      if (holds(whole, next) && judgeAll(m, s, from, i + 1, on, visit)) return true;
      if (unit === last) {
        if (--patience > 0 && goOn(m, s, from, i + 1, on, false, visit)) return true;
        repeated = true;
        continue;
      }
      known = longer;
      digest = next;
      check = on.check;
      last = unit;
    } else {
      if (unit !== last) return false;
      repeated = true;
    }
  }
  return false;
}

/** Finds terms by their folded units. `visit` may stop the search by true, which is handed back. */
export function findUnits(m: Matcher, s: Stream, visit: Visit): boolean {
  const { single, pairs, ends, loose } = m.spelled;
  const { unit, n } = s;
  const pairMask = pairs.length * 32 - 1;
  let before = 0;
  for (let i = 0; i < n; i++) {
    const now = unit[i]!;
    if (single[now] === 1) {
      const read = { digest: digest1(now), check: checkNext(CHECK_SEED, now), repeated: false };
      if (judgeAll(m, s, i, i + 1, read, visit)) return true;
    }
    const digest = digest2(before, now);
    const p = digest & pairMask;
    if ((pairs[p >>> 5]! & (1 << (p & 31))) !== 0 && i > 0) {
      const read = { digest, check: checkNext(checkNext(CHECK_SEED, before), now), repeated: false };
      if ((holds(ends, digest) || holds(loose, digest)) && judgeAll(m, s, i - 1, i + 1, read, visit))
        return true;
      patience = PATIENCE;
      if (goOn(m, s, i - 1, i + 1, read, true, visit)) return true;
    }
    before = now;
  }
  return false;
}

/** Longest stretch between the letters of an interleaved word, in units as given. */
const WIDEST = 4;
const FIRST_HANZI = 0x3000;

/** The term of at least three units that every other unit from `from` on spells, judged; `visit` as below. */
function unweave(m: Matcher, s: Stream, from: number, digest: number, visit: Visit): boolean {
  const { thirds, longer, whole, keys, head, next, check, term, reading } = m.spelled;
  const { unit } = s;
  const filler = unit[from + 1]!;
  let read = checkNext(checkNext(CHECK_SEED, unit[from]!), unit[from + 2]!);
  let depth = 2;
  for (let i = from + 2; i < s.n; ) {
    // Always the same thing, or no characters: anything else falls so by chance.
    if (unit[i - 1] !== filler && (unit[i - 1]! >= FIRST_HANZI || filler >= FIRST_HANZI)) return false;
    if (s.start[i]! - s.start[i - 2]! > WIDEST) return false;
    if (depth >= 3 && holds(whole, digest)) {
      const slot = slotOfDigest(keys, digest);
      if (slot !== -1)
        for (let p = head[slot]! + 1; p !== 0; p = next[p - 1]!) {
          if (check[p - 1] !== read || reading[p - 1] !== 0) continue;
          const found = term[p - 1]!;
          if (m.terms.hanzi[found]! !== depth || !isWanted(m.terms, found)) continue;
          const hit = { term: found, start: s.start[from]!, end: endOf(s, i), folds: INTERLEAVED, factor: 1 };
          if (visit(hit)) return true;
        }
    }
    i += 2;
    if (i >= s.n) return false;
    digest = digestNext(digest, unit[i]!);
    if (!holds(depth === 2 ? thirds : longer, digest)) return false;
    read = checkNext(read, unit[i]!);
    depth++;
  }
  return false;
}

/** Finds terms with one unit pushed in behind each of theirs (仿爱真爱枪, 仿a真b枪). */
export function findInterleaved(m: Matcher, s: Stream, visit: Visit): boolean {
  const { pairs } = m.spelled;
  const { unit, n } = s;
  for (let i = 4; i < n; i++) {
    const between = unit[i - 3]!;
    if (unit[i - 1] !== between && (unit[i - 1]! >= FIRST_HANZI || between >= FIRST_HANZI)) continue;
    const digest = digest2(unit[i - 4]!, unit[i - 2]!);
    if (holds(pairs, digest) && unweave(m, s, i - 4, digest, visit)) return true;
  }
  return false;
}
