// SPDX-License-Identifier: Apache-2.0
import { lightFold } from '../fold/fold-text.ts';
import type { Finding } from '../types.ts';

/** What of a finding is told to the model. */
export type RankedFinding = Pick<Finding, 'confidence' | 'folds' | 'field' | 'text'>;

export interface FindingContext {
  /** Yuan; null when unknown. */
  price: number | null;
  /** Other findings of the same rule in the listing. */
  beside: number;
}

const BANDS = [10, 50, 200, 1000] as const;
const LONGEST_WORD = 12;

function band(price: number | null): string {
  if (price === null || !Number.isFinite(price)) return 'price:unknown';
  const at = BANDS.findIndex((limit) => price < limit);
  if (at === 0) return `price:<${BANDS[0]}`;
  return at === -1 ? `price:≥${BANDS.at(-1)}` : `price:${BANDS[at - 1]}–${BANDS[at]}`;
}

/** A finding as named numbers, each readable by a person: how sure the rule was, how it was disguised, where, what words, at what price. */
export function featuresOf(finding: RankedFinding, { price, beside }: FindingContext): Map<string, number> {
  const sure = Math.min(0.98, Math.max(0.02, finding.confidence));
  const features = new Map<string, number>([
    ['confidence', Math.log(sure / (1 - sure)) / 2],
    [`field:${finding.field.split('.')[0]}`, 1],
    [band(price), 1],
    [`length:${Math.min(5, finding.text.length)}${finding.text.length > 5 ? '+' : ''}`, 1],
    ['beside', Math.min(3, beside) / 3],
  ]);
  if (finding.folds.length === 0) features.set('plain', 1);
  for (const fold of finding.folds) features.set(`fold:${fold}`, 1);
  features.set(`word:${lightFold(finding.text).slice(0, LONGEST_WORD)}`, 1);
  return features;
}
