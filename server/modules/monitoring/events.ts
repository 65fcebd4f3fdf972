// SPDX-License-Identifier: Apache-2.0

/** Events of monitoring; the outbox brings each to its subscribers once. */
export interface MonitoringEvents {
  'patrol.ended': { patrolId: string; problem: string | null };
  'hit.judged': {
    hitId: string;
    verdict: string;
    rule: string;
    listingId: string | null;
    leadId: string | null;
  };
  'hit.verdict-undone': { hitId: string; leadId: string | null };
  'candidate.judged': { candidateId: string; verdict: string; venueId: string | null };
  /** A port: others publish it, monitoring listens. */
  'address.mentioned': { url: string; where: string; name?: string };
  'plan.round-began': { planId: string; runId: string; round: number; phase: string; patrols: number };
  'listing.relisted': { listingId: string; url: string; goneAt: string };
}
