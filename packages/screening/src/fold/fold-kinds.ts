// SPDX-License-Identifier: Apache-2.0

/**
 * The kinds of fold, cheapest first; a kind's index is its bit in a mask.
 * The factor is what is left of a finding's confidence when that fold was needed.
 */
export const FOLD_KINDS = [
  ['case', 1],
  ['width', 0.99],
  ['traditional', 1],
  ['compat', 0.97],
  ['variant', 0.97],
  ['numeral', 0.97],
  ['zero-width', 0.97],
  ['spaces', 0.93],
  ['symbols', 0.93],
  ['repeats', 0.93],
  ['lookalike', 0.92],
  ['emoji', 0.85],
  ['split', 0.9],
  ['homophone', 0.82],
  ['near-sound', 0.7],
  ['pinyin', 0.85],
  ['initials', 0.62],
  ['reversed', 0.72],
  ['interleaved', 0.75],
] as const;

export type FoldKind = (typeof FOLD_KINDS)[number][0];

export const bit = (kind: FoldKind): number => 1 << FOLD_KINDS.findIndex(([name]) => name === kind);

const names = FOLD_KINDS.map(([name]) => name);

/** The names in a mask, cheapest first. */
export const foldNames = (mask: number): FoldKind[] => names.filter((_, i) => (mask & (1 << i)) !== 0);

/** What is left of the confidence after the folds in `mask`. */
export function foldFactor(mask: number): number {
  let factor = 1;
  FOLD_KINDS.forEach(([, f], i) => {
    if ((mask & (1 << i)) !== 0) factor *= f;
  });
  return factor;
}

const plain = bit('case') | bit('width') | bit('traditional');
const cheap =
  plain |
  bit('compat') |
  bit('variant') |
  bit('numeral') |
  bit('zero-width') |
  bit('spaces') |
  bit('symbols') |
  bit('repeats') |
  bit('lookalike') |
  bit('emoji');
const split = cheap | bit('split');
const sound = split | bit('homophone') | bit('near-sound') | bit('pinyin');
const far = sound | bit('reversed') | bit('interleaved');

/** Which folds a level allows. `auto` is resolved per term before this. */
export const LEVEL_MASK = { plain, cheap, split, sound, far } as const;
