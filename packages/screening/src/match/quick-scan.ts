// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { EXPAND, foldAstral, UNIT } from '../fold/char-table.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';
import { ROOT, step } from './edge-trie.ts';
import type { PairGate } from './pair-gate.ts';

/** Passed over: symbols, spaces, marks. */
const SKIP = 0xffffffff;
/** Folds to several units: too seldom to be read here. */
const RICH = 0xfffffffe;
const LETTER = 0xfffffffd;
const LEAST_SPECIAL = LETTER;

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
  readonly #unitCell = new Uint32Array(65536);
  /** Cell of the sound gate for each unit as given. */
  readonly #soundCell = new Uint32Array(65536);
  /** Runs of letters seen before: key, and whether they are pinyin. */
  readonly #runKey = new Int32Array(RUN_CACHE);
  readonly #runSpelled = new Uint8Array(RUN_CACHE);
  readonly #hears: boolean;

  constructor(m: Matcher, units: PairGate, sounds: PairGate) {
    this.#m = m;
    this.#units = units;
    this.#sounds = sounds;
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
    const { bits: unitBits, shift: unitShift } = this.#units;
    const { bits: soundBits, shift: soundShift } = this.#sounds;
    const hears = this.#hears;
    let unitRow = 0;
    let soundRow = 0;
    let before = 0;
    let runFrom = -1;
    for (let i = 0; i < length; i++) {
      const c = raw[i]!;
      const cell = unitCell[c]!;
      if (cell >= LEAST_SPECIAL) {
        if (cell === SKIP) continue;
        if (c < 0xd800 || c > 0xdbff) return true;
        const d = i + 1 < length ? raw[i + 1]! : 0;
        if (d < 0xdc00 || d > 0xdfff) continue;
        if (foldAstral((c - 0xd800) * 0x400 + (d - 0xdc00) + 0x10000).text !== '') return true;
        i++;
        continue;
      }
      const pair = unitRow | (cell & 0xffff);
      if ((unitBits[pair >>> 5]! & (1 << (pair & 31))) !== 0 && this.#holdsUnits(raw, before, length))
        return true;
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
          if ((soundBits[heard >>> 5]! & (1 << (heard & 31))) !== 0 && this.#holdsSounds(raw, before, length))
            return true;
          soundRow = (sound >>> 16) << soundShift;
        }
      }
      before = i;
    }
    if ((unitBits[unitRow >>> 5]! & (1 << (unitRow & 31))) !== 0) return true;
    return runFrom !== -1 && this.#isPinyin(raw, runFrom, length);
  }

  /** Whether a pattern of units is at `from`. */
  #holdsUnits(raw: Uint16Array, from: number, length: number): boolean {
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

  /** Whether a term may be heard at `from`, with a character of it changed. */
  #holdsSounds(raw: Uint16Array, from: number, length: number): boolean {
    const t = this.#m.sounds;
    let state = ROOT;
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
      if (t.first[state] !== 0) return true;
    }
    return false;
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
