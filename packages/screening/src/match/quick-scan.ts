// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { EMOJI_TERM } from '../compile/term-tables.ts';
import { EXPAND, foldAstral, UNIT } from '../fold/char-table.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';
import { ROOT, step } from './edge-trie.ts';
import { keepsHalf } from './halves.ts';
import { mayBeMisspelled } from './misspelling.ts';
import { hasThird, mix3 } from './pair-gate.ts';
import { mix2 } from './quick-gate.ts';

/** In the table of folded units: passed over; folds to several units or is half of a character. */
const SKIP = 0;
const RICH = EXPAND;
/** In the table of sounds, above the class of near sounds. */
const NEAR_MASK = 0x3ff;
const LETTER = 0x4000;
const SINGLE = 0x8000;
const FIRST_HANZI = 0x3000;

const RUN_CACHE = 4096;
const LONGEST_RUN = 64;

const signed = (bits: Uint32Array): Int32Array => new Int32Array(bits.buffer, bits.byteOffset, bits.length);

/**
 * The first look at a text, before anything is folded: one pass over the units as given, through a table that folds and
 * sets of digests of two and three units and sounds. It names every term that may be in the text, and some that are not;
 * what it does not name is not there.
 */
export class QuickScan {
  readonly #m: Matcher;
  readonly #mark: (term: number) => void;
  readonly #unit = new Uint16Array(65536);
  readonly #sound = new Uint16Array(65536);
  readonly #pairs: Int32Array;
  readonly #ends: Int32Array;
  readonly #thirds: Int32Array;
  /** Pairs of near sounds with which a term begins, and that are a whole one: 1024 × 1024 bits would be wasteful. */
  readonly #heardPairs: Int32Array;
  readonly #hears: boolean;
  /** Runs of letters seen before: key, and whether they are pinyin. */
  readonly #runKey = new Int32Array(RUN_CACHE);
  readonly #runSpelled = new Uint8Array(RUN_CACHE);
  readonly #heard = new Uint16Array(256);
  /** State behind a unit, 0 = not looked up yet. */
  readonly #singleState = new Int32Array(65536);

  /** `mark` is told of each term that may be there, possibly several times. */
  constructor(m: Matcher, mark: (term: number) => void) {
    this.#m = m;
    this.#mark = mark;
    const gate = m.quick;
    // Signed views: numbers above 2³¹ would leave the fast integers of the machine.
    this.#pairs = signed(gate.pairs);
    this.#ends = signed(gate.ends);
    this.#thirds = signed(gate.thirds);
    const { cell, bits, shift } = m.triggerSounds;
    this.#hears = bits.length > 1 && bits.some((b) => b !== 0);
    const heard = new Uint32Array((512 * 512) >>> 5);
    for (let a = 1; a < 512; a++)
      for (let b = 1; b < 512; b++) {
        const at = ((cell[a]! >>> 16) << shift) | (cell[b]! & 0xffff);
        if (cell[a]! >>> 16 !== 0 && (bits[at >>> 5]! & (1 << (at & 31))) !== 0) {
          const to = (a << 9) | b;
          heard[to >>> 5]! |= 1 << (to & 31);
        }
      }
    this.#heardPairs = signed(heard);
    for (let c = 0; c < 65536; c++) {
      const unit = UNIT[c]!;
      const high = c >= 0xd800 && c <= 0xdbff;
      this.#unit[c] = high ? RICH : unit;
      if (unit <= EXPAND) continue;
      const letter = unit >= 97 && unit <= 122;
      this.#sound[c] =
        (letter ? LETTER : NEAR[SYLLABLE[unit]!]! & NEAR_MASK) | (gate.singles[unit] === 1 ? SINGLE : 0);
    }
  }

  /**
   * The same for terms that are neither heard nor woven nor of one unit, straight from a string: true when the text may
   * hold a term or is too rich to say. Nothing is marked.
   */
  mayHold(text: string): boolean {
    const units = this.#unit;
    const pairs = this.#pairs;
    const ends = this.#ends;
    const thirds = this.#thirds;
    const pairMask = pairs.length * 32 - 1;
    const endMask = ends.length * 32 - 1;
    const thirdMask = thirds.length * 32 - 1;
    const { length } = text;
    let u1 = 0;
    let u2 = 0;
    let open = false;
    for (let i = 0; i < length; i++) {
      const c = text.charCodeAt(i);
      const unit = units[c]!;
      if (unit <= EXPAND) {
        if (unit === SKIP) continue;
        if (c < 0xd800 || c > 0xdbff) return true;
        const code = text.codePointAt(i)!;
        if (code < 0x10000) continue;
        if (foldAstral(code).text !== '') return true;
        i++;
        continue;
      }
      if (open) {
        const h = mix3(u2, u1, unit) & thirdMask;
        if ((thirds[h >>> 5]! & (1 << (h & 31))) !== 0) return true;
        // Written twice: read once, and what follows is looked at by the full reading.
        if (unit === u1) return true;
      }
      const h2 = mix2(u1, unit);
      const p = h2 & pairMask;
      open = (pairs[p >>> 5]! & (1 << (p & 31))) !== 0;
      if (open) {
        const e = h2 & endMask;
        if ((ends[e >>> 5]! & (1 << (e & 31))) !== 0) return true;
      }
      u2 = u1;
      u1 = unit;
    }
    return false;
  }

  /** Whether `mayHold` tells the truth for these terms. */
  get isPlain(): boolean {
    return !this.#hears && !this.#m.weaves && !this.#m.quick.singles.includes(1);
  }

  /** Reads the text `raw[0…length)`. True: it is written in a way that only a folded reading can judge. */
  read(raw: Uint16Array, length: number): boolean {
    const units = this.#unit;
    const sounds = this.#sound;
    const pairs = this.#pairs;
    const ends = this.#ends;
    const thirds = this.#thirds;
    const heardPairs = this.#heardPairs;
    const pairMask = pairs.length * 32 - 1;
    const endMask = ends.length * 32 - 1;
    const thirdMask = thirds.length * 32 - 1;
    const hears = this.#hears;
    // The last four units with a meaning, newest first, and where the last two and the fourth were.
    let u1 = 0;
    let u2 = 0;
    let u3 = 0;
    let u4 = 0;
    let at1 = 0;
    let at2 = 0;
    let at3 = 0;
    let at4 = 0;
    let open = false;
    let near = 0;
    let runFrom = -1;
    for (let i = 0; i < length; i++) {
      const c = raw[i]!;
      const unit = units[c]!;
      if (unit <= EXPAND) {
        if (unit === SKIP) continue;
        if (c < 0xd800 || c > 0xdbff) return true;
        const d = i + 1 < length ? raw[i + 1]! : 0;
        if (d < 0xdc00 || d > 0xdfff) continue;
        if (foldAstral((c - 0xd800) * 0x400 + (d - 0xdc00) + 0x10000).text !== '') return true;
        i++;
        continue;
      }
      const sound = sounds[c]!;
      // Two units before and this one: a pattern of three or more.
      if (open) {
        const h = mix3(u2, u1, unit) & thirdMask;
        if ((thirds[h >>> 5]! & (1 << (h & 31))) !== 0 && this.#walk(raw, at2, length)) return true;
      }
      const h2 = mix2(u1, unit);
      const p = h2 & pairMask;
      const opens = (pairs[p >>> 5]! & (1 << (p & 31))) !== 0;
      if (unit === u1 && open) {
        // Written twice: read once. What begins with the pair itself is looked for at once.
        if (opens && this.#walk(raw, at1, length)) return true;
        continue;
      }
      if (opens) {
        const e = h2 & endMask;
        if ((ends[e >>> 5]! & (1 << (e & 31))) !== 0 && this.#walk(raw, at1, length)) return true;
      }
      // Something pushed in behind each unit of a term of three or more: always the same, or no character.
      if ((u1 === u3 || (u1 < FIRST_HANZI && u3 < FIRST_HANZI)) && u4 !== 0) {
        const h = mix3(u4, u2, unit) & thirdMask;
        if ((thirds[h >>> 5]! & (1 << (h & 31))) !== 0) this.#walkWoven(raw, at4, length);
      }
      if (sound >= SINGLE) this.#markSingle(unit);
      if (hears) {
        if ((sound & LETTER) !== 0) {
          if (runFrom === -1) runFrom = i;
          near = 0;
        } else {
          if (runFrom !== -1) {
            if (this.#isPinyin(raw, runFrom, i)) return true;
            runFrom = -1;
          }
          const now = sound & NEAR_MASK;
          const at = (near << 9) | now;
          if (
            (heardPairs[at >>> 5]! & (1 << (at & 31))) !== 0 &&
            this.#mayBeHeard(raw, i, length, u1, near, unit, now)
          )
            this.#listen(raw, at1, length);
          near = now;
        }
      }
      open = opens;
      u4 = u3;
      u3 = u2;
      u2 = u1;
      u1 = unit;
      at4 = at3;
      at3 = at2;
      at2 = at1;
      at1 = i;
    }
    return runFrom !== -1 && this.#isPinyin(raw, runFrom, length);
  }

  /** A term written as an emoji is not meant by the word the emoji stands for; a text with emoji is read folded. */
  #markPattern(pattern: number): void {
    const term = this.#m.patternTerm[pattern]!;
    if ((this.#m.terms.flags[term]! & EMOJI_TERM) === 0) this.#mark(term);
  }

  /** Marks the patterns of this one unit; longer ones are found by their pairs. */
  #markSingle(unit: number): void {
    const t = this.#m.units;
    let state = this.#singleState[unit]!;
    if (state === 0) {
      state = step(t, ROOT, unit);
      this.#singleState[unit] = state;
    }
    if (state > 0) for (let e = t.first[state]!; e !== 0; e = t.next[e]!) this.#markPattern(t.value[e]!);
  }

  /** Marks the patterns that begin at `from`; true when the text is too rich for that. */
  #walk(raw: Uint16Array, from: number, length: number): boolean {
    const t = this.#m.units;
    let state = ROOT;
    let last = 0;
    for (let i = from; i < length; i++) {
      const unit = this.#unit[raw[i]!]!;
      if (unit <= EXPAND) {
        if (unit === RICH) return true;
        continue;
      }
      const next = step(t, state, unit);
      if (next === -1) {
        if (unit === last) continue;
        return false;
      }
      for (let e = t.first[next]!; e !== 0; e = t.next[e]!) this.#markPattern(t.value[e]!);
      last = unit;
      state = next;
    }
    return false;
  }

  /** Marks the patterns of three or more that every other unit from `from` on spells. */
  #walkWoven(raw: Uint16Array, from: number, length: number): void {
    const t = this.#m.units;
    let state = ROOT;
    let depth = 0;
    let filler = true;
    for (let i = from; i < length; i++) {
      const unit = this.#unit[raw[i]!]!;
      if (unit <= EXPAND) continue;
      filler = !filler;
      if (filler) continue;
      state = step(t, state, unit);
      if (state === -1) return;
      if (++depth >= 3) for (let e = t.first[state]!; e !== 0; e = t.next[e]!) this.#markPattern(t.value[e]!);
    }
  }

  /** Whether two sounds that begin a term are worth listening to: one kept of two, or a third that fits. */
  #mayBeHeard(
    raw: Uint16Array,
    at: number,
    length: number,
    unitA: number,
    a: number,
    unitB: number,
    b: number,
  ): boolean {
    if (keepsHalf(this.#m.triggerHalves, unitA, a, unitB, b)) return true;
    for (let i = at + 1; i < length; i++) {
      const unit = this.#unit[raw[i]!]!;
      if (unit > EXPAND) return hasThird(this.#m.triggerSounds, a, b, NEAR[SYLLABLE[unit]!]!);
      if (unit === RICH) return true;
    }
    return false;
  }

  /** Marks the terms that may be heard at `from`, with a character of theirs changed. */
  #listen(raw: Uint16Array, from: number, length: number): void {
    const t = this.#m.sounds;
    let state = ROOT;
    let depth = 0;
    for (let i = from; i < length; i++) {
      const c = raw[i]!;
      const unit = this.#unit[c]!;
      if (unit <= EXPAND) continue;
      if ((this.#sound[c]! & LETTER) !== 0) return;
      state = step(t, state, NEAR[SYLLABLE[unit]!]!);
      if (state === -1) return;
      this.#heard[depth++] = unit;
      for (let e = t.first[state]!; e !== 0; e = t.next[e]!)
        if (this.#isMisspelled(t.value[e]!, depth)) this.#mark(t.value[e]!);
    }
  }

  /** Whether the `n` units in `#heard` may be that term with a few characters changed. */
  #isMisspelled(term: number, n: number): boolean {
    const { unit, unitAt } = this.#m.terms;
    const own = unitAt[term]!;
    let same = 0;
    let near = 0;
    for (let k = 0; k < n; k++) {
      const want = unit[own + k]!;
      const is = this.#heard[k]!;
      if (is === want) continue;
      if (SYLLABLE[is] === SYLLABLE[want]) same++;
      else near++;
    }
    return mayBeMisspelled(unit, own, n, same, near);
  }

  /** Whether a run of letters (symbols in it passed over) holds a word that is pinyin through and through. */
  #isPinyin(raw: Uint16Array, from: number, to: number): boolean {
    let key = 0;
    let n = 0;
    for (let i = from; i < to; i++) {
      const unit = this.#unit[raw[i]!]!;
      if (unit <= EXPAND) {
        // A space between words: each is judged on its own.
        if (n > 0) return this.#isPinyin(raw, from, i) || this.#isPinyin(raw, i + 1, to);
        continue;
      }
      key = Math.imul(key ^ unit, 0x01000193);
      n++;
    }
    if (n < 2 || n > LONGEST_RUN) return false;
    key = (key ^ (n << 24)) | 1;
    const slot = (key ^ (key >>> 13)) & (RUN_CACHE - 1);
    if (this.#runKey[slot] === key) return this.#runSpelled[slot] === 1;
    let run = '';
    for (let i = from; i < to; i++) {
      const unit = this.#unit[raw[i]!]!;
      if (unit > EXPAND) run += String.fromCharCode(unit);
    }
    const spelled = cutPinyin(run) !== null;
    this.#runKey[slot] = key;
    this.#runSpelled[slot] = spelled ? 1 : 0;
    return spelled;
  }
}
