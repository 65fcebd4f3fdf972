// SPDX-License-Identifier: Apache-2.0
import { foldText } from '../fold/fold-text.ts';

/** Characters that stand beside anything: one of them and one misspelled make no word. */
const COMMON = new Set(
  [
    ...foldText(
      '最第不一二三四五六七八九十大小高低好多少新老全无有是的了在人上下中来去出入到个这那也都就能会要可以为和与及用做真正本各每自我你他她它们天年月日时分元件个只支包送发买卖',
    ).text,
  ].map((c) => c.charCodeAt(0)),
);

export const isCommon = (unit: number): boolean => COMMON.has(unit);

/**
 * Whether a term of `n` characters (`unit[own…]`) may have been written with that many characters of the same and of a
 * nearly same sound: some, but not most; nearly the same only once and in longer terms.
 */
export function mayBeMisspelled(
  unit: Uint16Array,
  own: number,
  n: number,
  same: number,
  near: number,
): boolean {
  if (same + near === 0 || same + near > Math.ceil(n / 2)) return false;
  if (near > 0 && (n < 3 || near > 1)) return false;
  return n > 2 || !(isCommon(unit[own]!) || isCommon(unit[own + 1]!));
}
