// SPDX-License-Identifier: Apache-2.0
import { EXPAND, EXPANSION, foldAstral, UNIT } from '../fold/char-table.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';
import { isWord, LONGEST_WORD } from '../fold/words.ts';
import { digest1, type Spelled, slotOfDigest } from '../match/spelled.ts';
import { listOf } from './digest-map.ts';
import { digest2, digestNext, holds } from './digest-set.ts';
import { type FirstTables, HALF_KEY, HEARD_KEY, HEARD_SHIFT, SPELLED_KEY } from './first-tables.ts';

/* A folded unit with what else is known of it, in one number. */
const UNIT_MASK = 0xffff;
const NEAR_AT = 16;
const NEAR_MASK = 0x1ff;
const LETTER = 1 << 26;
const SINGLE = 1 << 27;
/** Something was passed over before it. */
export const APART = 1 << 28;
/** In the table: stands for several units, or is half of a character. */
export const RICH = -1;

const FIRST_HANZI = 0x3000;
const MAX_RUN = 64;
/** Ways of reading repeated units that are tried in one text. */
const PATIENCE = 500;
const RUN_CACHE = 1 << 12;

/**
 * The first look at a text: one pass over its folded units through sets of digests, before anything is made of it. It
 * names every set that may have a term in the text, and some that have none: what it does not name is not there.
 * Fill `units` (by `load`, or through `table` and `expand`), then `look`.
 */
export class FirstLook {
  /** What each UTF-16 unit folds to: `RICH`, 0 = passed over, else unit, near sound and flags. */
  readonly table = new Int32Array(65536);
  units = new Int32Array(4096);
  readonly #s: Spelled;
  readonly #t: FirstTables;
  readonly #seen: (set: number) => void;
  readonly #hears: boolean;
  readonly #runKey = new Int32Array(RUN_CACHE);
  readonly #runSpelled = new Uint8Array(RUN_CACHE);
  #near = new Int32Array(1024);
  #spelled = new Uint8Array(1024);
  #patience = 0;
  readonly #around = new Uint16Array(2 * LONGEST_WORD);

  /** @param seen is told of every set that may have a term in a text, possibly several times */
  constructor(spelled: Spelled, tables: FirstTables, seen: (set: number) => void) {
    this.#s = spelled;
    this.#t = tables;
    this.#seen = seen;
    this.#hears = tables.heardPairs.some((word) => word !== 0);
    for (let c = 0; c < 65536; c++) {
      const unit = UNIT[c]!;
      if ((c >= 0xd800 && c <= 0xdbff) || unit === EXPAND) this.table[c] = RICH;
      else if (unit > EXPAND) this.table[c] = this.#known(unit);
    }
  }

  #known(unit: number): number {
    const letter = unit >= 97 && unit <= 122;
    return (
      unit |
      (letter ? LETTER : (NEAR[SYLLABLE[unit]!]! & NEAR_MASK) << NEAR_AT) |
      (this.#s.single[unit] === 1 ? SINGLE : 0)
    );
  }

  /** Makes room for `n` units, keeping none. */
  reserve(n: number): void {
    if (this.units.length < n) this.units = new Int32Array(n * 2);
  }

  /**
   * Puts what a character of several units or beyond the first plane folds to at `n`, with room for `more` behind it;
   * gives the new length.
   */
  expand(code: number, n: number, more: number): number {
    const known = code > 0xffff ? foldAstral(code) : EXPANSION.get(code);
    if (known === undefined) return n;
    const { text } = known;
    for (const set of this.#t.emoji) this.#seen(set);
    const room = n + text.length + more + 8;
    if (room > this.units.length) {
      const next = new Int32Array(room * 2);
      next.set(this.units.subarray(0, n));
      this.units = next;
    }
    for (let k = 0; k < text.length; k++) this.units[n++] = this.#known(text.charCodeAt(k));
    return n;
  }

  /** Folds a text into `units`. */
  load(text: string): number {
    const { table } = this;
    this.reserve(text.length + 64);
    let n = 0;
    let apart = 0;
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      const v = table[c]!;
      if (v > 0) {
        this.units[n++] = v | apart;
        apart = 0;
      } else if (v === 0) apart = APART;
      else {
        const code = text.codePointAt(i)!;
        if (code > 0xffff) i++;
        const before = n;
        n = this.expand(code, n, text.length - i);
        if (n > before) {
          this.units[before]! |= apart;
          apart = 0;
        } else apart = APART;
      }
    }
    return n;
  }

  /** Marks what may be among the first `n` of `units`. */
  look(n: number): void {
    this.#patience = PATIENCE;
    const { units } = this;
    const { pairs, ends, loose } = this.#s;
    const { woven, heardPairs } = this.#t;
    const pairMask = pairs.length * 32 - 1;
    const endMask = ends.length * 32 - 1;
    const wovenMask = woven.length * 32 - 1;
    let u1 = 0;
    let u2 = 0;
    let u3 = 0;
    let u4 = 0;
    let near = 0;
    let run = -1;
    let spelled = false;
    for (let i = 0; i < n; i++) {
      const v = units[i]!;
      const unit = v & UNIT_MASK;
      const h = digest2(u1, unit);
      const p = h & pairMask;
      if ((pairs[p >>> 5]! & (1 << (p & 31))) !== 0) {
        const e = h & endMask;
        if ((ends[e >>> 5]! & (1 << (e & 31))) !== 0) this.#mark(h);
        else if (holds(loose, h) && i > 0 && !this.#inWord(i - 1, n) && !this.#inWord(i, n)) this.#mark(h);
        this.#goesOn(h, unit, i + 1, n, true);
      }
      if (u1 === u3 || (u1 < FIRST_HANZI && u3 < FIRST_HANZI)) {
        const w = digestNext(digest2(u4, u2), unit);
        const at = w & wovenMask;
        if ((woven[at >>> 5]! & (1 << (at & 31))) !== 0 && i >= 4) this.#unweave(w, i, n);
      }
      if ((v & (LETTER | SINGLE)) !== 0) {
        if ((v & SINGLE) !== 0) this.#mark(digest1(unit));
        if ((v & LETTER) !== 0) {
          if (run === -1) run = i;
          else if ((v & APART) !== 0) {
            spelled ||= this.#isPinyin(run, i);
            run = i;
          }
          near = 0;
        }
      }
      if ((v & LETTER) === 0) {
        if (run !== -1) {
          spelled ||= this.#isPinyin(run, i);
          run = -1;
        }
        const now = (v >>> NEAR_AT) & NEAR_MASK;
        const at = (near << HEARD_SHIFT) | now;
        if ((heardPairs[at >>> 5]! & (1 << (at & 31))) !== 0) this.#hear(u1, near, unit, now, i + 1, n);
        near = now;
      }
      u4 = u3;
      u3 = u2;
      u2 = u1;
      u1 = unit;
    }
    if (run !== -1) spelled ||= this.#isPinyin(run, n);
    if (spelled && this.#hears) this.#hearSpelled(n);
  }

  #note(list: number): void {
    const { listAt, sets } = this.#t;
    for (let k = listAt[list]!; k < listAt[list + 1]!; k++) this.#seen(sets[k]!);
  }

  /** Marks the sets of a whole pattern. */
  #mark(digest: number): void {
    const slot = slotOfDigest(this.#s.keys, digest);
    if (slot !== -1 && this.#t.spelledLists[slot] !== 0) this.#note(this.#t.spelledLists[slot]! - 1);
  }

  /** Marks the sets of a term by its sounds. */
  #markHeard(digest: number): void {
    const list = listOf(this.#t, digest);
    if (list !== -1) this.#note(list);
  }

  /** Marks the patterns that begin as the digest says, its last unit `last`, and are spelled on from `from`. */
  #goesOn(digest: number, last: number, from: number, n: number, third: boolean): void {
    const { units } = this;
    const { thirds, longer, whole } = this.#s;
    let known = third ? thirds : longer;
    for (let i = from; i < n; i++) {
      const unit = units[i]! & UNIT_MASK;
      const next = digestNext(digest, unit);
      if (holds(known, next)) {
        if (holds(whole, next)) this.#mark(next);
        // Written twice: read twice here, and once below.
        if (unit === last) {
          if (--this.#patience > 0) this.#goesOn(next, unit, i + 1, n, false);
          continue;
        }
        known = longer;
        digest = next;
        last = unit;
      } else if (unit !== last) return;
    }
  }

  /** Marks the patterns that every other unit spells, of which the first three end at `at`. */
  #unweave(digest: number, at: number, n: number): void {
    const { units } = this;
    const { longer, whole } = this.#s;
    for (let i = at; ; ) {
      if (holds(whole, digest)) this.#mark(digest);
      i += 2;
      if (i >= n) return;
      digest = digestNext(digest, units[i]! & UNIT_MASK);
      if (!holds(longer, digest)) return;
    }
  }

  /** Two sounds fit: one character of two is kept, or a longer term is heard of which one is. */
  #hear(unitA: number, nearA: number, unitB: number, nearB: number, i: number, n: number): void {
    const { halves, heardThirds, heardLonger, heardWhole } = this.#t;
    const { units } = this;
    const from = i - 2;
    // What was changed must not be part of an everyday word as it stands.
    const kept1 = digest2(unitA, nearB);
    if (holds(halves, kept1) && !this.#inWord(from + 1, n)) this.#markHeard(kept1 ^ HALF_KEY);
    const kept2 = digest2(nearA, unitB);
    if (holds(halves, kept2) && !this.#inWord(from, n)) this.#markHeard(kept2 ^ HALF_KEY);
    let digest = digest2(nearA, nearB);
    let known = heardThirds;
    for (; i < n; i++) {
      digest = digestNext(digest, (units[i]! >>> NEAR_AT) & NEAR_MASK);
      if (!holds(known, digest)) return;
      if (holds(heardWhole, digest) && this.#keepsOne(digest, from, i + 1))
        this.#markHeard(digest ^ HEARD_KEY);
      known = heardLonger;
    }
  }

  /** Whether an everyday word covers unit `at`. */
  #inWord(at: number, n: number): boolean {
    const { units } = this;
    const near = this.#around;
    const from = Math.max(0, at - LONGEST_WORD + 1);
    const to = Math.min(n, at + LONGEST_WORD);
    for (let i = from; i < to; i++) near[i - from] = units[i]! & UNIT_MASK;
    for (let length = 2; length <= LONGEST_WORD; length++)
      for (let i = Math.max(from, at - length + 1); i <= at && i + length <= to; i++) {
        let joined = true;
        for (let k = i + 1; k < i + length; k++) if ((units[k]! & APART) !== 0) joined = false;
        if (joined && isWord(near, i - from, length)) return true;
      }
    return false;
  }

  #keepsOne(digest: number, from: number, to: number): boolean {
    const { units } = this;
    const { kept } = this.#t;
    for (let i = from; i < to; i++)
      if (holds(kept, digestNext(digest + i - from, units[i]! & UNIT_MASK))) return true;
    return false;
  }

  #letters(from: number, to: number): string {
    let run = '';
    for (let i = from; i < to; i++) run += String.fromCharCode(this.units[i]! & UNIT_MASK);
    return run;
  }

  /** Whether a run of letters is pinyin through and through. The same few (cm, kg, usb) come again and again. */
  #isPinyin(from: number, to: number): boolean {
    const { units } = this;
    const n = to - from;
    if (!this.#hears || n < 2 || n > MAX_RUN) return this.#hears && n > MAX_RUN;
    let key = n;
    for (let i = from; i < to; i++) key = Math.imul(key ^ (units[i]! & UNIT_MASK), 0x01000193);
    key |= 1;
    const slot = (key ^ (key >>> 15)) & (RUN_CACHE - 1);
    if (this.#runKey[slot] === key) return this.#runSpelled[slot] === 1;
    const spelled = cutPinyin(this.#letters(from, to)) !== null;
    this.#runKey[slot] = key;
    this.#runSpelled[slot] = spelled ? 1 : 0;
    return spelled;
  }

  /** Reads a text with pinyin in it aloud and marks terms of which a syllable is spelled. */
  #hearSpelled(n: number): void {
    const { units } = this;
    if (this.#near.length < n + 1) {
      this.#near = new Int32Array(n * 2);
      this.#spelled = new Uint8Array(n * 2);
    }
    const near = this.#near;
    const spelled = this.#spelled;
    let m = 0;
    for (let i = 0; i < n; ) {
      const v = units[i]!;
      if ((v & LETTER) === 0) {
        spelled[m] = 0;
        near[m++] = (v >>> NEAR_AT) & NEAR_MASK;
        i++;
        continue;
      }
      let j = i + 1;
      while (j < n && (units[j]! & LETTER) !== 0 && (units[j]! & APART) === 0) j++;
      const parts = cutPinyin(this.#letters(i, j));
      if (parts === null) {
        spelled[m] = 0;
        near[m++] = 0;
      } else
        for (const { id } of parts) {
          spelled[m] = 1;
          near[m++] = NEAR[id]! & NEAR_MASK;
        }
      i = j;
    }
    const { heardPairs, heardEnds, heardThirds, heardLonger, heardWhole } = this.#t;
    for (let k = 1; k < m; k++) {
      const at = (near[k - 1]! << HEARD_SHIFT) | near[k]!;
      if ((heardPairs[at >>> 5]! & (1 << (at & 31))) === 0) continue;
      let any = spelled[k - 1]! + spelled[k]!;
      let digest = digest2(near[k - 1]!, near[k]!);
      if (any > 0 && (heardEnds[at >>> 5]! & (1 << (at & 31))) !== 0) this.#markHeard(digest ^ SPELLED_KEY);
      let known = heardThirds;
      for (let i = k + 1; i < m; i++) {
        digest = digestNext(digest, near[i]!);
        if (!holds(known, digest)) break;
        any += spelled[i]!;
        if (any > 0 && holds(heardWhole, digest)) this.#markHeard(digest ^ SPELLED_KEY);
        known = heardLonger;
      }
    }
  }
}
