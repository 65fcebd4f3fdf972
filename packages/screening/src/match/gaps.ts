// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import { endOf, isApart, type Stream } from '../fold/stream.ts';

const MAX_GAP = 8;
/** Answer of `judgeGaps`: nothing but one ordinary space in a word of two or three; the caller decides. */
export const LONE_SPACE = -2;
const SPACES = bit('spaces');
const SYMBOLS = bit('symbols');
const ZERO_WIDTH = bit('zero-width');

const SPACE = 1;
const PAUSE = 2;
const HIDDEN = 4;

/** What a passed-over unit is: a space, a mark that stands between phrases in ordinary writing, or invisible. */
const CLASS = new Uint8Array(65536);
for (const c of [9, 10, 11, 12, 13, 32, 0xa0, 0x3000]) CLASS[c] = SPACE;
for (const ch of '。，、；：！？,;!?\n\r《》【】()（）“”「」[]') CLASS[ch.charCodeAt(0)] = PAUSE;
const hide = (from: number, to: number) => CLASS.fill(HIDDEN, from, to + 1);
hide(0, 8);
hide(14, 31);
hide(0x7f, 0x9f);
hide(0xad, 0xad);
hide(0x300, 0x36f);
hide(0x200b, 0x200f);
hide(0x202a, 0x202e);
hide(0x2060, 0x2064);
hide(0xfe00, 0xfe0f);
hide(0xfeff, 0xfeff);

/**
 * Judges what stands between the units `from`…`to` (exclusive) of a match.
 * Gives the folds it costs, or -1 when the units belong to different phrases: nobody who hides a word writes one comma
 * in it, and a single space between two words is ordinary typing, unless the whole run is spaced out.
 * `own(k)` tells that the term itself has a gap behind its k-th unit.
 */
export function judgeGaps(s: Stream, from: number, to: number, own: ((k: number) => boolean) | null): number {
  let folds = 0;
  let natural = 0;
  let pauses = 0;
  let open = 0;
  for (let i = from; i + 1 < to; i++) {
    const b = s.start[i + 1]!;
    if (b <= s.start[i]! + 1) continue;
    const a = endOf(s, i);
    if (b <= a) continue;
    if (b - a > MAX_GAP) return -1;
    if (own?.(i - from)) continue;
    let odd = false;
    let pause = false;
    for (let p = a; p < b; p++) {
      const kind = CLASS[s.raw[p]!];
      if (kind === HIDDEN) {
        folds |= ZERO_WIDTH;
        odd = true;
      } else if (kind === SPACE) folds |= SPACES;
      else {
        folds |= SYMBOLS;
        if (kind === PAUSE) pause = true;
        else odd = true;
      }
    }
    open++;
    if (!odd) natural++;
    if (pause && !odd) pauses++;
  }
  if (natural === 0) return folds;
  const inner = to - from - 1;
  if (open === inner && inner >= 2) return folds;
  if (pauses > 0) return -1;
  if (inner >= 3) return folds;
  if (open === 1 && folds === SPACES) return LONE_SPACE;
  // Two units with ordinary marks between: only when their neighbours are spaced out too.
  const before = from === 0 || (isApart(s, from) && (from === 1 || isApart(s, from - 1)));
  const after = to >= s.n || (isApart(s, to) && (to + 1 >= s.n || isApart(s, to + 1)));
  return open === inner && before && after ? folds : -1;
}
