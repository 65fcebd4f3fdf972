// SPDX-License-Identifier: Apache-2.0
import type { CandidateReasonKind } from '@yiwang/contracts';

/** One thing that speaks for a place being a venue. */
export interface Reason {
  kind: CandidateReasonKind;
  /** The shared number, the anchor, the line of a list: what makes this reason another than the next of its kind. */
  detail: string;
  /** Page or list that names it. */
  source?: string | null;
  fromVenueId?: string | null;
  patrolId?: string | null;
  byName?: string | null;
  /** 0–1. */
  weight: number;
}

/** What a reason of each kind is worth unless its finder knows better. Settings of ours, not law. */
export const WEIGHT: Record<CandidateReasonKind, number> = {
  link: 0.15,
  contact: 0.5,
  icp: 0.6,
  uscc: 0.6,
  template: 0.45,
  list: 0.35,
  complaint: 0.6,
  search: 0.25,
  officer: 0.6,
};

/** What several reasons and a look at the page together say, 0–1; each takes its share of what is left open. */
export function scoreOf(
  weights: readonly number[],
  probe: { listings: number; reachable: boolean } | null,
): number {
  let rest = 1;
  for (const weight of weights) rest *= 1 - Math.min(Math.max(weight, 0), 0.95);
  if (probe !== null && probe.listings > 0) rest *= probe.listings >= 3 ? 0.3 : 0.5;
  const score = 1 - rest;
  return Math.round((probe !== null && !probe.reachable ? score * 0.2 : score) * 1000) / 1000;
}
