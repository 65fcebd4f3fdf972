// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yiwang/kernel';
import { LABEL_CONFIDENCE, type VenueFinding } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { decideHit, type KnownHit } from '../walk/decide-hit.ts';

/** Only what counts as a label is asked of an officer (interfaces.md). */
export const counts = (finding: VenueFinding): boolean =>
  finding.severity !== 'info' && finding.confidence >= LABEL_CONFIDENCE;

/** What a verdict about a venue speaks of: the rule's values, not the page that happens to show them. */
export const digestOfFindings = (findings: readonly VenueFinding[]): string =>
  createHash('sha256')
    .update(
      canonicalJson(
        findings.map((one) => [one.rule, one.field, one.text, one.why.replace(/\d+/g, '#')]).sort(),
      ),
    )
    .digest('hex');

/** Earlier hits on the venue as a whole, by rule. */
export async function knownVenueHits(tx: Tx, venueId: string): Promise<Map<string, KnownHit[]>> {
  const { rows } = await sql<{
    hit_id: string;
    rule: string;
    verdict: KnownHit['verdict'];
    digest: string;
    appearance: number;
  }>`
    select h.hit_id, h.rule, v.verdict, h.digest, h.appearance from hits h
    left join verdicts v on v.verdict_id = h.verdict_id
    where h.venue_id = ${venueId} and h.listing_id is null`.execute(tx);
  return new Map(
    [...Map.groupBy(rows, (row) => row.rule)].map(([rule, hits]) => [
      rule,
      hits.map((row) => ({
        hitId: row.hit_id,
        verdict: row.verdict,
        digest: row.digest,
        appearance: row.appearance,
      })),
    ]),
  );
}

/** Findings by rule with what an officer should hear of them: nothing, a new question, or more about an open one. */
export function newsOf(
  findings: readonly VenueFinding[],
  known: ReadonlyMap<string, KnownHit[]>,
): { rule: string; findings: VenueFinding[]; digest: string; decision: ReturnType<typeof decideHit> }[] {
  return [...Map.groupBy(findings.filter(counts), (one) => one.rule)].flatMap(([rule, mine]) => {
    const digest = digestOfFindings(mine);
    const decision = decideHit(known.get(rule) ?? [], { digest, appearance: 1 });
    return decision.kind === 'none' ? [] : [{ rule, findings: mine, digest, decision }];
  });
}
