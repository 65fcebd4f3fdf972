// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { EXPAND, foldAstral, UNIT } from '../fold/char-table.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';
import { ROOT, step } from './edge-trie.ts';
import { keepsHalf } from './halves.ts';
import { mayBeMisspelled } from './misspelling.ts';
import { hasBit, hasThird, type PairGate } from './pair-gate.ts';

/** Passed over: symbols, spaces, marks. */
const SKIP = -1;
/** Folds to several units: too seldom to be read here. */
const RICH = -2;
const LETTER = -3;

const RUN_CACHE = 4096;
const LONGEST_RUN = 64;

/**
 * The first look at a text, before anything is folded: one pass over the units as given, through tables that join
 * folding, the gate of pairs of units and the gate of pairs of sounds. False means that no term can be in it; true means
 * that it is worth folding. Nearly every text ends here.
 */
export class QuickScan {
  readonly #m: Matcher;
  readonly #units: PairGate;
  readonly #sounds: PairGate;
  /** Cell of the unit gate for each unit as given. */
  readonly #unitCell = new Int32Array(65536);
  /** Cell of the sound gate for each unit as given. */
  readonly #soundCell = new Int32Array(65536);
  /** Runs of letters seen before: key, and whether they are pinyin. */
  readonly #runKey = new Int32Array(RUN_CACHE);
  readonly #runSpelled = new Uint8Array(RUN_CACHE);
  readonly #unitBits: Int32Array;
  readonly #soundBits: Int32Array;
  readonly #hears: boolean;
  readonly #heard = new Uint16Array(256);

  constructor(m: Matcher, units: PairGate, sounds: PairGate) {
    this.#m = m;
    this.#units = units;
    this.#sounds = sounds;
    // Signed views and cells: numbers above 2³¹ would leave the engine's fast integers.
    this.#unitBits = new Int32Array(units.bits.buffer, units.bits.byteOffset, units.bits.length);
    this.#soundBits = new Int32Array(sounds.bits.buffer, sounds.bits.byteOffset, sounds.bits.length);
    this.#hears = sounds.bits.length > 1;
    for (let c = 0; c < 65536; c++) {
      const unit = UNIT[c]!;
      if (unit > EXPAND) {
        this.#unitCell[c] = units.cell[unit]!;
        this.#soundCell[c] = unit >= 97 && unit <= 122 ? LETTER : sounds.cell[NEAR[SYLLABLE[unit]!]!]!;
      } else {
        const high = c >= 0xd800 && c <= 0xdbff;
        this.#unitCell[c] = unit === EXPAND || high ? RICH : SKIP;
      }
    }
  }

  /** Whether the text `raw[0…length)` may hold a term. */
  mayHold(raw: Uint16Array, length: number): boolean {
    const unitCell = this.#unitCell;
    const soundCell = this.#soundCell;
    const unitBits = this.#unitBits;
    const soundBits = this.#soundBits;
    const unitShift = this.#units.shift;
    const soundShift = this.#sounds.shift;
    const hears = this.#hears;
    let unitRow = 0;
    // The unit before the last one, for words with something pushed in behind each of their units.
    let rowBefore = 0;
    let twoBefore = 0;
    let soundRow = 0;
    let before = 0;
    let runFrom = -1;
    for (let i = 0; i < length; i++) {
      const c = raw[i]!;
      const cell = unitCell[c]!;
      if (cell < 0) {
        if (cell === SKIP) continue;
        if (c < 0xd800 || c > 0xdbff) return true;
        const d = i + 1 < length ? raw[i + 1]! : 0;
        if (d < 0xdc00 || d > 0xdfff) continue;
        if (foldAstral((c - 0xd800) * 0x400 + (d - 0xdc00) + 0x10000).text !== '') return true;
        i++;
        continue;
      }
      const pair = unitRow | (cell & 0xffff);
      if (
        (unitBits[pair >>> 5]! & (1 << (pair & 31))) !== 0 &&
        this.#holdsUnits(raw, before, i, pair, length)
      )
        return true;
      const woven = rowBefore | (cell & 0xffff);
      if ((unitBits[woven >>> 5]! & (1 << (woven & 31))) !== 0 && this.#holdsWoven(raw, twoBefore, length))
        return true;
      rowBefore = unitRow;
      unitRow = (cell >>> 16) << unitShift;
      if (hears) {
        const sound = soundCell[c]!;
        if (sound === LETTER) {
          if (runFrom === -1) runFrom = i;
          soundRow = 0;
        } else {
          if (runFrom !== -1) {
            if (this.#isPinyin(raw, runFrom, i)) return true;
            runFrom = -1;
          }
          const heard = soundRow | (sound & 0xffff);
          if (
            (soundBits[heard >>> 5]! & (1 << (heard & 31))) !== 0 &&
            this.#holdsSounds(raw, before, i, heard, length)
          )
            return true;
          soundRow = (sound >>> 16) << soundShift;
        }
      }
      twoBefore = before;
      before = i;
    }
    if ((unitBits[unitRow >>> 5]! & (1 << (unitRow & 31))) !== 0) return true;
    return runFrom !== -1 && this.#isPinyin(raw, runFrom, length);
  }

  /** The next unit with a meaning from `at` on: `RICH`, or -1 when there is none. */
  #next(raw: Uint16Array, at: number, length: number, other: number): number {
    for (let i = at; i < length; i++) {
      const unit = UNIT[raw[i]!]!;
      if (unit > EXPAND) {
        if (unit !== other) return unit;
      } else if (this.#unitCell[raw[i]!] === RICH) return RICH;
    }
    return -1;
  }

  /** Whether a pattern of units is at `from`, whose second unit is at `second`. */
  #holdsUnits(raw: Uint16Array, from: number, second: number, pair: number, length: number): boolean {
    const gate = this.#units;
    if (!hasBit(gate.ends, pair)) {
      const [a, b] = [UNIT[raw[from]!]!, UNIT[raw[second]!]!];
      const c = this.#next(raw, second + 1, length, -1);
      if (c === RICH) return true;
      if (c === -1) return false;
      if (!hasThird(gate, a, b, c)) {
        if (c !== b) return false;
        const d = this.#next(raw, second + 1, length, b);
        if (d === RICH) return true;
        if (d === -1 || !hasThird(gate, a, b, d)) return false;
      }
    }
    const t = this.#m.units;
    let state = ROOT;
    let last = 0;
    for (let i = from; i < length; i++) {
      const unit = UNIT[raw[i]!]!;
      if (unit <= EXPAND) {
        if (this.#unitCell[raw[i]!] === RICH) return true;
        continue;
      }
      const next = step(t, state, unit);
      if (next === -1) {
        if (unit === last) continue;
        return false;
      }
      if (t.first[next] !== 0) return true;
      last = unit;
      state = next;
    }
    return false;
  }

  /** Whether every other unit from `from` on spells a pattern of three or more. */
  #holdsWoven(raw: Uint16Array, from: number, length: number): boolean {
    const t = this.#m.units;
    let state = ROOT;
    let depth = 0;
    let filler = true;
    for (let i = from; i < length; i++) {
      const unit = UNIT[raw[i]!]!;
      if (unit <= EXPAND) {
        if (this.#unitCell[raw[i]!] === RICH) return true;
        continue;
      }
      filler = !filler;
      if (filler) continue;
      state = step(t, state, unit);
      if (state === -1) return false;
      if (++depth >= 3 && t.first[state] !== 0) return true;
    }
    return false;
  }

  /** Whether a term may be heard at `from`, with a character of it changed. */
  #holdsSounds(raw: Uint16Array, from: number, second: number, pair: number, length: number): boolean {
    const gate = this.#sounds;
    const [unitA, unitB] = [UNIT[raw[from]!]!, UNIT[raw[second]!]!];
    const [a, b] = [NEAR[SYLLABLE[unitA]!]!, NEAR[SYLLABLE[unitB]!]!];
    if (!(hasBit(gate.ends, pair) && keepsHalf(this.#m.triggerHalves, unitA, a, unitB, b))) {
      const c = this.#next(raw, second + 1, length, -1);
      if (c === RICH) return true;
      if (c === -1 || !hasThird(gate, a, b, NEAR[SYLLABLE[c]!]!)) return false;
    }
    const t = this.#m.sounds;
    let state = ROOT;
    let depth = 0;
    for (let i = from; i < length; i++) {
      const c = raw[i]!;
      const cell = this.#soundCell[c]!;
      if (cell === LETTER) return false;
      const unit = UNIT[c]!;
      if (unit <= EXPAND) {
        if (this.#unitCell[c] === RICH) return true;
        continue;
      }
      state = step(t, state, NEAR[SYLLABLE[unit]!]!);
      if (state === -1) return false;
      this.#heard[depth++] = unit;
      for (let e = t.first[state]!; e !== 0; e = t.next[e]!)
        if (this.#isMisspelled(t.value[e]!, depth)) return true;
    }
    return false;
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

  /** Whether a run of letters (symbols in it passed over) is pinyin through and through. */
  #isPinyin(raw: Uint16Array, from: number, to: number): boolean {
    let key = 0;
    let n = 0;
    for (let i = from; i < to; i++) {
      const unit = UNIT[raw[i]!]!;
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
      const unit = UNIT[raw[i]!]!;
      if (unit > EXPAND) run += String.fromCharCode(unit);
    }
    const spelled = cutPinyin(run) !== null;
    this.#runKey[slot] = key;
    this.#runSpelled[slot] = spelled ? 1 : 0;
    return spelled;
  }
}
