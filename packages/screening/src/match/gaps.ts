// SPDX-License-Identifier: Apache-2.0
import { bit } from '../fold/fold-kinds.ts';
import type { Stream } from '../fold/stream.ts';

const MAX_GAP = 8;
const SPACES = bit('spaces');
const SYMBOLS = bit('symbols');
const ZERO_WIDTH = bit('zero-width');

const isSpace = (c: number): boolean => c === 32 || c === 0x3000 || c === 0xa0 || (c >= 9 && c <= 13);
/** Marks that stand between phrases in ordinary writing. */
const isPause = (c: number): boolean =>
  c === 0x3002 ||
  c === 0xff0c ||
  c === 0x3001 ||
  c === 0xff1b ||
  c === 0xff1a ||
  c === 0xff01 ||
  c === 0xff1f ||
  c === 44 ||
  c === 59 ||
  c === 33 ||
  c === 63 ||
  c === 10 ||
  c === 13 ||
  c === 0x300a ||
  c === 0x300b ||
  c === 0x3010 ||
  c === 0x3011 ||
  c === 40 ||
  c === 41 ||
  c === 0xff08 ||
  c === 0xff09 ||
  c === 0x201c ||
  c === 0x201d;
const isHidden = (c: number): boolean =>
  (c >= 0x200b && c <= 0x200f) ||
  (c >= 0x2060 && c <= 0x2064) ||
  c === 0xfeff ||
  c === 0xad ||
  (c >= 0xfe00 && c <= 0xfe0f) ||
  (c >= 0x300 && c <= 0x36f) ||
  (c < 32 && !isSpace(c)) ||
  (c >= 0x202a && c <= 0x202e);

/**
 * Judges what stands between the units `from`…`to` (exclusive) of a match.
 * Gives the folds it costs, or -1 when the units belong to different phrases: nobody who hides a word writes one comma
 * in it, and a single space between two words is ordinary typing, unless the whole run is spaced out.
 * `own(k)` tells that the term itself has a gap behind its k-th unit.
 */
export function judgeGaps(s: Stream, from: number, to: number, own: (k: number) => boolean): number {
  let folds = 0;
  let natural = 0;
  let pauses = 0;
  let open = 0;
  for (let i = from; i + 1 < to; i++) {
    const a = s.end[i]!;
    const b = s.start[i + 1]!;
    if (b <= a) continue;
    if (b - a > MAX_GAP) return -1;
    if (own(i - from)) continue;
    let odd = false;
    let pause = false;
    for (let p = a; p < b; p++) {
      const c = s.text.charCodeAt(p);
      if (isHidden(c)) {
        folds |= ZERO_WIDTH;
        odd = true;
      } else if (isSpace(c)) folds |= SPACES;
      else {
        folds |= SYMBOLS;
        if (isPause(c)) pause = true;
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
  // Two or three units with a lone space: only when their neighbours are spaced out too.
  const spacedBefore = from > 0 && s.start[from]! - s.end[from - 1]! > 0;
  const spacedAfter = to < s.n && s.start[to]! - s.end[to - 1]! > 0;
  const loneBefore = from === 0 || (from > 1 ? s.start[from - 1]! - s.end[from - 2]! > 0 : true);
  const loneAfter = to >= s.n - 1 || s.start[to + 1]! - s.end[to]! > 0;
  return open === inner &&
    (from === 0 || spacedBefore) &&
    (to === s.n || spacedAfter) &&
    loneBefore &&
    loneAfter
    ? folds
    : -1;
}
