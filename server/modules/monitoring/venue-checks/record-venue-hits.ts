// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { SEVERITIES, type VenueFacts, type VenueFinding } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { groupKey } from '../walk/group-key.ts';
import type { Box } from '../walk/record-hits.ts';
import { knownVenueHits, newsOf } from './known-venue-hits.ts';
import { loadVenueRules } from './venue-rules.ts';

/** How much of an officer's attention each severity claims; as for listings. */
const CLAIM = { info: 0.05, slight: 0.35, serious: 0.75, major: 0.95 } as const;

export interface VenueHitContext {
  patrolId: string;
  evidenceId: string | null;
  screenshot: { width: number; height: number } | null;
  boxes: readonly Box[];
  texts: Record<string, string>;
}

/**
 * Notes what the machine suspects of a venue: one hit a rule, quiet after a verdict until the facts change.
 * @returns how many hits are new
 */
export async function recordVenueHits(
  tx: Tx,
  clock: Clock,
  facts: VenueFacts,
  findings: readonly VenueFinding[],
  context: VenueHitContext,
): Promise<number> {
  const now = new Date(clock.now());
  const { version } = loadVenueRules();
  let fresh = 0;
  for (const news of newsOf(findings, await knownVenueHits(tx, facts.id))) {
    const [first] = news.findings;
    const severity = SEVERITIES[Math.max(...news.findings.map((one) => SEVERITIES.indexOf(one.severity)))]!;
    const confidence = Math.max(...news.findings.map((one) => one.confidence));
    const risk = Math.round(CLAIM[severity] * confidence * 1000) / 1000;
    const boxes = context.boxes.filter((box) => news.findings.some((one) => one.text === box.text));
    const shared = {
      findings: JSON.stringify(news.findings),
      texts: JSON.stringify(context.texts),
      boxes: JSON.stringify(boxes),
      screenshot: context.screenshot === null ? null : JSON.stringify(context.screenshot),
    };
    if (news.decision.kind === 'follow') {
      await sql`
        update hits set digest = ${news.digest}, severity = ${severity}, confidence = ${confidence}, risk = ${risk},
          findings = ${shared.findings}::jsonb, texts = ${shared.texts}::jsonb, boxes = ${shared.boxes}::jsonb,
          screenshot = ${shared.screenshot}::jsonb, url = ${first!.url}, packs = ${version}, updated_at = ${now},
          evidence_id = coalesce(${context.evidenceId}, evidence_id)
        where hit_id = ${news.decision.hitId} and verdict_id is null`.execute(tx);
      continue;
    }
    const made = await sql`
      insert into hits (hit_id, listing_id, rule, version, digest, appearance, label, severity, confidence, risk,
        findings, texts, title, url, shop, venue_id, patrol_id, evidence_id, boxes, screenshot, group_key, packs,
        found_at, updated_at)
      values (${uuidv7(clock.now())}, null, ${news.rule}, 1, ${news.digest}, 1, ${first!.label}, ${severity},
        ${confidence}, ${risk}, ${shared.findings}::jsonb, ${shared.texts}::jsonb, ${facts.name}, ${first!.url},
        ${facts.name}, ${facts.id}, ${context.patrolId}, ${context.evidenceId}, ${shared.boxes}::jsonb,
        ${shared.screenshot}::jsonb, ${groupKey(facts.id, news.rule, first!.url)}, ${version}, ${now}, ${now})
      on conflict do nothing returning hit_id`.execute(tx);
    fresh += made.rows.length;
  }
  return fresh;
}
