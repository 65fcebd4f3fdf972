// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { isLetter, type Term } from '../compile/term.ts';
import { bit } from '../fold/fold-kinds.ts';
import { foldText } from '../fold/fold-text.ts';
import type { Stream } from '../fold/stream.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';
import { crossings, inWord } from '../fold/words.ts';
import { ROOT, step } from './edge-trie.ts';
import { judgeGaps } from './gaps.ts';
import type { Hit } from './hit.ts';

const HOMOPHONE = bit('homophone');
const NEAR_SOUND = bit('near-sound');
const PINYIN = bit('pinyin');

/** A folded text as syllables; `from`/`to` are unit indexes. */
interface Heard {
  n: number;
  id: Uint16Array;
  from: Uint32Array;
  to: Uint32Array;
  /** 0 a character, 1 spelled in Latin letters; 2, 3, 4 as 1 but the run of letters goes on before, behind, both. */
  latin: Uint8Array;
}

function hear(s: Stream): Heard {
  const heard: Heard = {
    n: 0,
    id: new Uint16Array(s.n),
    from: new Uint32Array(s.n),
    to: new Uint32Array(s.n),
    latin: new Uint8Array(s.n),
  };
  const put = (id: number, from: number, to: number, latin: number) => {
    heard.id[heard.n] = id;
    heard.from[heard.n] = from;
    heard.to[heard.n] = to;
    heard.latin[heard.n++] = latin;
  };
  for (let i = 0; i < s.n; ) {
    if (!isLetter(s.unit[i]!)) {
      put(SYLLABLE[s.unit[i]!]!, i, i + 1, 0);
      i++;
      continue;
    }
    let run = '';
    let j = i;
    for (; j < s.n && isLetter(s.unit[j]!) && (j === i || s.start[j] === s.end[j - 1]); j++)
      run += String.fromCharCode(s.unit[j]!);
    const cut = cutPinyin(run);
    if (cut === null) put(0, i, j, 1);
    else {
      let at = i;
      for (const { id, length } of cut) {
        put(id, at, at + length, (at > i ? 1 : 0) * 1 + (at + length < j ? 2 : 0) + 1);
        at += length;
      }
    }
    i = j;
  }
  return heard;
}

/** Characters that stand beside anything: one of them and one misspelled make no word. */
const COMMON = new Set(
  [
    ...foldText(
      '最第不一二三四五六七八九十大小高低好多少新老全无有是的了在人上下中来去出入到个这那也都就能会要可以为和与及用做真正本各每自我你他她它们天年月日时分元件个只支包送发买卖',
    ).text,
  ].map((c) => c.charCodeAt(0)),
);

/** Whether the characters that would have to be misspelled stand in everyday words as they are: then nothing is hidden. */
function isOrdinary(h: Heard, s: Stream, at: number, term: Term): boolean {
  const n = term.unit.length;
  let other = 0;
  let ordinary = 0;
  for (let k = 0; k < n; k++) {
    const from = h.from[at + k]!;
    if (h.latin[at + k] !== 0 || s.unit[from] === term.unit[k]) continue;
    other++;
    if (inWord(s, from)) ordinary++;
  }
  if (n <= 3 ? ordinary > 0 : ordinary === other && other > 0) return true;
  if (n > 2) return false;
  const { left, right } = crossings(s, h.from[at]!, h.to[at + n - 1]!);
  return left || right;
}

/** Whether so much may have been changed in a term of that length, and what it costs; null = no. */
function judgeSound(h: Heard, s: Stream, at: number, term: Term): { folds: number; factor: number } | null {
  const n = term.unit.length;
  let folds = 0;
  let homophones = 0;
  let near = 0;
  let latin = 0;
  let letters = 0;
  for (let k = 0; k < n; k++) {
    const want = term.unit[k]!;
    if (h.latin[at + k] !== 0) {
      latin++;
      letters += h.to[at + k]! - h.from[at + k]!;
      folds |= PINYIN;
      if (h.id[at + k] !== SYLLABLE[want]) near++;
    } else {
      const unit = s.unit[h.from[at + k]!]!;
      if (unit === want) {
        const kind = s.kind[h.from[at + k]!]!;
        if (kind !== 0) folds |= 1 << (kind - 1);
      } else if (SYLLABLE[unit] === SYLLABLE[want]) homophones++;
      else near++;
    }
  }
  const changed = homophones + near;
  if (changed > 0 && isOrdinary(h, s, at, term)) return null;
  if (latin === 0 && changed === 0) return null;
  if (homophones > 0) folds |= HOMOPHONE;
  if (near > 0) folds |= NEAR_SOUND;
  if (near > 0 && (n < 3 || near > 1)) return null;
  if (latin === 0 && changed > Math.ceil(n / 2)) return null;
  if (n === 2 && homophones > 0 && (COMMON.has(term.unit[0]!) || COMMON.has(term.unit[1]!))) return null;
  if (latin > 0 && homophones > 0 && n < 4) return null;
  // A run of letters that begins or ends elsewhere is another word (xiaomi), unless much of the term is there.
  const first = h.latin[at]!;
  const last = h.latin[at + n - 1]!;
  const cutOff = (first === 2 || first === 4 ? 1 : 0) + (last === 3 || last === 4 ? 1 : 0);
  if (cutOff > 0 && n < 3) return null;
  if (latin === n && letters < 6) return null;
  let factor = 1;
  if (latin === n) factor *= n === 2 ? 0.72 : 0.95;
  if (n === 2 && homophones > 0) factor *= homophones === 2 ? 0.6 : 0.9;
  return { folds, factor };
}

/** Finds terms by sound: homophones, near sounds, pinyin and mixtures. Whole plain matches are not its business. */
export function findSounds(m: Matcher, s: Stream, hits: Hit[]): void {
  if (m.sounds.first.length <= 1) return;
  const h = hear(s);
  for (let at = 0; at < h.n; at++) {
    let state = ROOT;
    for (let i = at; i < h.n; i++) {
      state = step(m.sounds, state, NEAR[h.id[i]!]!);
      if (state === -1) break;
      for (let e = m.sounds.first[state]!; e !== 0; e = m.sounds.next[e]!) {
        const index = m.sounds.value[e]!;
        const judged = judgeSound(h, s, at, m.terms[index]!);
        if (judged === null) continue;
        const from = h.from[at]!;
        const to = h.to[i]!;
        const gaps = judgeGaps(s, from, to, (k) => {
          // Spaces between two spelled syllables are how pinyin is written.
          const a = s.unit[from + k]!;
          const b = s.unit[from + k + 1]!;
          return isLetter(a) || isLetter(b);
        });
        if (gaps === -1) continue;
        hits.push({
          term: index,
          start: s.start[from]!,
          end: s.end[to - 1]!,
          folds: judged.folds | gaps,
          factor: judged.factor,
        });
      }
    }
  }
}
