// SPDX-License-Identifier: Apache-2.0
import type { CandidateDetail, CandidateProbe } from '@yiwang/contracts';

/**
 * What the machine would say of a candidate. `why` is a code of the console's words (room `candidateWhy`), not text. Never
 * more than a suggestion: nothing is judged by it.
 */
export function suggest(
  probe: CandidateProbe | null,
  subjects: CandidateDetail['subjects'],
): CandidateDetail['suggestion'] {
  if (probe === null) return null;
  if (!probe.reachable) return { verdict: 'dead_link', why: 'whyUnreachable' };
  if (probe.listings === 0) return { verdict: 'wrong_link', why: 'whyNoGoods' };
  if (!probe.reach) return { verdict: 'not_local', why: 'whyNotLocal' };
  if (subjects.length > 0) return { verdict: 'matched_registered', why: 'whyRegistered' };
  if (probe.uscc === null) return { verdict: 'no_licence', why: 'whyNoCode' };
  return { verdict: 'trading', why: 'whyTrades' };
}
