// SPDX-License-Identifier: Apache-2.0

const PRIOR_VERDICTS = 20;
const PRIOR_SHARE = 0.9;

/**
 * The weight of a rule in `risk` from how often officers agreed: its measured precision, drawn towards what is expected of
 * a new rule (0.9) as long as verdicts are few; 1 means just as expected.
 */
export const ruleWeight = (right: number, judged: number): number =>
  Math.round(((right + PRIOR_VERDICTS * PRIOR_SHARE) / (judged + PRIOR_VERDICTS) / PRIOR_SHARE) * 1000) /
  1000;
