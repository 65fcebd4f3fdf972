// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { isLetter } from '../compile/term.ts';
import { bit } from '../fold/fold-kinds.ts';
import { endOf, kindOf, type Stream } from '../fold/stream.ts';
import { SYLLABLE } from '../fold/syllables.ts';
import { crossings, inWord } from '../fold/words.ts';
import { ROOT, step } from './edge-trie.ts';
import { judgeGaps } from './gaps.ts';
import { type Heard, hear } from './hear.ts';
import type { Hit } from './hit.ts';
import { isCommon, mayBeMisspelled } from './misspelling.ts';
import { hasThird, type PairGate } from './pair-gate.ts';
import { isWanted } from './wanted.ts';

const HOMOPHONE = bit('homophone');
const NEAR_SOUND = bit('near-sound');
const PINYIN = bit('pinyin');
/** They end sentences: 可以洗吗 is not 洗码. */
const PARTICLES = new Set([...'吗呢吧啊嘛呀哦啦哈'].map((c) => c.charCodeAt(0)));

/** Whether the characters that would have to be misspelled stand in everyday words as they are: then nothing is hidden. */
function isOrdinary(h: Heard, s: Stream, at: number, unit: Uint16Array, own: number, n: number): boolean {
  let other = 0;
  let ordinary = 0;
  for (let k = 0; k < n; k++) {
    const from = h.from[at + k]!;
    if (h.latin[at + k] !== 0 || s.unit[from] === unit[own + k]) continue;
    other++;
    if (inWord(s, from)) ordinary++;
  }
  if (n <= 3 ? ordinary > 0 : ordinary === other && other > 0) return true;
  if (n > 2) return false;
  const { left, right } = crossings(s, h.from[at]!, h.to[at + n - 1]!);
  return left || right;
}

interface Judged {
  folds: number;
  factor: number;
}

/** Whether so much may have been changed in a term of that length, and what it costs; null = no. */
function judgeSound(m: Matcher, h: Heard, s: Stream, at: number, term: number): Judged | null {
  const { unit, unitAt } = m.terms;
  const own = unitAt[term]!;
  const n = unitAt[term + 1]! - own;
  let folds = 0;
  let homophones = 0;
  let near = 0;
  let latin = 0;
  let letters = 0;
  for (let k = 0; k < n; k++) {
    const want = unit[own + k]!;
    const from = h.from[at + k]!;
    if (h.latin[at + k] !== 0) {
      latin++;
      letters += h.to[at + k]! - from;
      folds |= PINYIN;
      // Spelled out, a near sound is another word (微信, weixing), unless most of a long term is there.
      if (h.id[at + k] !== SYLLABLE[want]) {
        if (n < 4) return null;
        near++;
      }
    } else if (s.unit[from] === want) {
      const kind = kindOf(s, from);
      if (kind !== 0) folds |= 1 << (kind - 1);
    } else if (n === 2 && PARTICLES.has(s.unit[from]!)) return null;
    else if (SYLLABLE[s.unit[from]!] === SYLLABLE[want]) homophones++;
    else near++;
  }
  const changed = homophones + near;
  if (latin === 0 && !mayBeMisspelled(unit, own, n, homophones, near)) return null;
  if (homophones > 0) folds |= HOMOPHONE;
  if (near > 0) folds |= NEAR_SOUND;
  if (near > 0 && (n < 3 || near > 1)) return null;
  if (n === 2 && homophones > 0 && (isCommon(unit[own]!) || isCommon(unit[own + 1]!))) return null;
  if (latin > 0 && homophones > 0 && n < 4) return null;
  // A run of letters that begins or ends elsewhere is another word (xiaomi), unless much of the term is there.
  const first = h.latin[at]!;
  const last = h.latin[at + n - 1]!;
  const cutOff = first === 2 || first === 4 || last === 3 || last === 4;
  if (cutOff && n < 3) return null;
  if (latin === n && letters < 6) return null;
  if (changed > 0 && isOrdinary(h, s, at, unit, own, n)) return null;
  let factor = 1;
  if (latin === n) factor *= n === 2 ? 0.72 : 0.95;
  if (n === 2 && homophones > 0) factor *= homophones === 2 ? 0.6 : 0.9;
  return { folds, factor };
}

/**
 * Finds terms by sound wherever the gate opens: homophones, near sounds, pinyin and mixtures. Whole plain matches are not
 * its business. `visit` may stop the search by true, which is handed back.
 */
export function findSounds(m: Matcher, gate: PairGate, s: Stream, visit: (hit: Hit) => boolean): boolean {
  const { cell, bits, shift } = gate;
  if (bits.length <= 1) return false;
  const h = hear(s);
  const { near } = h;
  let previous = 0;
  for (let k = 0; k < h.n; k++) {
    const current = cell[near[k]!]!;
    const pair = ((previous >>> 16) << shift) | (current & 0xffff);
    previous = current;
    if ((bits[pair >>> 5]! & (1 << (pair & 31))) === 0) continue;
    const at = k - 1;
    const ends = (gate.ends[pair >>> 5]! & (1 << (pair & 31))) !== 0;
    if (!ends && !(k + 1 < h.n && hasThird(gate, near[at]!, near[k]!, near[k + 1]!))) continue;
    let state = ROOT;
    for (let i = at; i < h.n; i++) {
      state = step(m.sounds, state, near[i]!);
      if (state === -1) break;
      for (let e = m.sounds.first[state]!; e !== 0; e = m.sounds.next[e]!) {
        const term = m.sounds.value[e]!;
        if (!isWanted(m.terms, term)) continue;
        const judged = judgeSound(m, h, s, at, term);
        if (judged === null) continue;
        const from = h.from[at]!;
        const to = h.to[i]!;
        // Spaces between two spelled syllables are how pinyin is written.
        const gaps = judgeGaps(
          s,
          from,
          to,
          (q) => isLetter(s.unit[from + q]!) || isLetter(s.unit[from + q + 1]!),
        );
        if (gaps < 0) continue;
        const hit = {
          term,
          start: s.start[from]!,
          end: endOf(s, to - 1),
          folds: judged.folds | gaps,
          factor: judged.factor,
        };
        if (visit(hit)) return true;
      }
    }
  }
  return false;
}
