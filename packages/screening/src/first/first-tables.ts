// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { READINGS, soundsOf } from '../compile/patterns.ts';
import { foldsOf, type Term } from '../compile/term.ts';
import { EMOJI_TERM } from '../compile/term-tables.ts';
import { bit } from '../fold/fold-kinds.ts';
import { isCommon } from '../match/misspelling.ts';
import { DigestMap, type DigestMapTables } from './digest-map.ts';
import { DigestSet, digest2, digestNext } from './digest-set.ts';

/** What the first look at a text goes by, beside the patterns as they are spelled: sets of digests, and which sets of terms a pattern stands for. */
export interface FirstTables extends DigestMapTables {
  /** By slot of a spelled pattern: the list of its sets + 1. */
  spelledLists: Uint16Array;
  /** The first three units of terms that may be woven into something else. */
  woven: Int32Array;
  /** The same for near sounds; pairs and whole terms of two are `HEARD` × `HEARD` bits. */
  heardPairs: Int32Array;
  heardEnds: Int32Array;
  heardThirds: Int32Array;
  heardLonger: Int32Array;
  heardWhole: Int32Array;
  /** Terms of two characters: the first as it is and the second's sound, or the other way round. */
  halves: Int32Array;
  /** Sets with terms written as emoji; one emoji that means something is enough. */
  emoji: Uint16Array;
  /** By digest of a whole term's sounds, place and character: the term has that character there. */
  kept: Int32Array;
}

/** Classes of near sounds are fewer than 1 << this. */
export const HEARD_SHIFT = 9;
/** Set apart the keys of the map by what was read. */
export const HEARD_KEY = 0x5bd1e995;
export const HALF_KEY = 0x1b873593;
export const SPELLED_KEY = 0x27d4eb2f;

const WOVEN = bit('interleaved');
const HOMOPHONE = bit('homophone');
const PINYIN = bit('pinyin');

/** The sets of a term in which all of these folds count. */
function setsWith(term: Term, folds: number): number[] {
  const sets: number[] = [];
  for (let k = 0; k < term.sets.length; k += 2)
    if ((folds & ~term.sets[k + 1]!) === 0) sets.push(term.sets[k]!);
  return sets;
}

/** The sets that each spelled pattern stands for, as lists by slot. Terms written as emoji are apart: only an emoji means them. */
function listsOf({ terms, spelled }: Matcher, map: DigestMap): Uint16Array {
  const { keys, head, next, term, reading } = spelled;
  const lists = new Uint16Array(keys.length);
  for (let slot = 0; slot < keys.length; slot++) {
    if (keys[slot] === 0) continue;
    const sets: number[] = [];
    for (let p = head[slot]! + 1; p !== 0; p = next[p - 1]!) {
      const t = term[p - 1]!;
      if ((terms.flags[t]! & EMOJI_TERM) !== 0) continue;
      const folds = READINGS[reading[p - 1]!]!;
      for (let k = terms.setAt[t]!; k < terms.setAt[t + 1]!; k++)
        if ((folds & ~terms.allow[k]!) === 0) sets.push(terms.set[k]!);
    }
    if (sets.length > 0) lists[slot] = map.list(sets) + 1;
  }
  return lists;
}

/** Builds the tables for the terms of a matcher. */
export function firstTables(terms: readonly Term[], matcher: Matcher): FirstTables {
  const heardPairs = new Int32Array(1 << (2 * HEARD_SHIFT - 5));
  const heardEnds = new Int32Array(1 << (2 * HEARD_SHIFT - 5));
  const map = new DigestMap();
  const set = () => new DigestSet();
  const [woven, halves] = [set(), set()];
  const [heardThirds, heardLonger, heardWhole, kept] = [set(), set(), set(), set()];
  const put = (bits: Int32Array, a: number, b: number): void => {
    const at = (a << HEARD_SHIFT) | b;
    bits[at >>> 5]! |= 1 << (at & 31);
  };

  const heard = (term: Term, near: readonly number[]): void => {
    const { folded } = term;
    const [a, b] = [near[0]!, near[1]!];
    put(heardPairs, a, b);
    let digest = digest2(a, b);
    for (let i = 2; i < near.length; i++) {
      digest = digestNext(digest, near[i]!);
      if (i === 2) heardThirds.add(digest);
      else heardLonger.add(digest);
    }
    map.add(digest ^ SPELLED_KEY, setsWith(term, PINYIN));
    if (near.length === 2) {
      put(heardEnds, a, b);
      const [first, second] = [folded.charCodeAt(0), folded.charCodeAt(1)];
      if (isCommon(first) || isCommon(second)) return;
      for (const half of [digest2(first, b), digest2(a, second)]) {
        halves.add(half);
        map.add(half ^ HALF_KEY, setsWith(term, HOMOPHONE));
      }
      return;
    }
    heardWhole.add(digest);
    map.add(digest ^ HEARD_KEY, setsWith(term, HOMOPHONE));
    for (let i = 0; i < near.length; i++) kept.add(digestNext(digest + i, folded.charCodeAt(i)));
  };

  const emoji = new Set<number>();
  for (const term of terms) {
    if (term.emoji) {
      for (const own of setsWith(term, 0)) emoji.add(own);
      continue;
    }
    const allow = foldsOf(term);
    if ((allow & WOVEN) !== 0 && term.hanzi === term.folded.length && term.hanzi >= 3) {
      const [a, b, c] = [0, 1, 2].map((i) => term.folded.charCodeAt(i)) as [number, number, number];
      woven.add(digestNext(digest2(a, b), c));
    }
    if ((allow & (HOMOPHONE | PINYIN)) === 0) continue;
    const near = soundsOf(term);
    if (near !== null) heard(term, near);
  }
  const spelledLists = listsOf(matcher, map);
  return {
    ...map.done(),
    spelledLists,
    emoji: Uint16Array.from(emoji),
    woven: woven.done(24),
    heardPairs,
    heardEnds,
    halves: halves.done(64),
    heardThirds: heardThirds.done(24),
    heardLonger: heardLonger.done(16),
    heardWhole: heardWhole.done(24),
    kept: kept.done(16),
  };
}
