// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import type { Finding, Severity } from '@yiwang/screening';
import { SEVERITIES } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { addLooks } from '../frontier/add-entries.ts';
import { decideHit } from './decide-hit.ts';
import { groupKey } from './group-key.ts';
import { readKnown } from './read-known.ts';
import type { RecordedListing } from './record-listings.ts';
import type { SeenListing } from './screen-page.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
  text: string;
}

export interface HitContext {
  patrolId: string | null;
  evidenceId: string | null;
  packs: string;
  screenshot: { width: number; height: number } | null;
  /** Where each found text stands on the screenshot. */
  boxes: readonly Box[];
  venueOf(listing: SeenListing): string | null;
}

export const byRule = (findings: readonly Finding[]): Map<string, Finding[]> =>
  Map.groupBy(findings, (f) => f.rule);

const worst = (findings: readonly Finding[]): Severity =>
  SEVERITIES[Math.max(...findings.map((f) => SEVERITIES.indexOf(f.severity)))]!;

/**
 * Notes what the machine suspects. One hit a listing and rule; what an officer ruled on keeps quiet as `decideHit` says.
 * @returns how many hits are new
 */
export async function recordHits(
  tx: Tx,
  clock: Clock,
  seen: readonly SeenListing[],
  recorded: ReadonlyMap<string, RecordedListing>,
  context: HitContext,
): Promise<number> {
  const hitting = seen.filter((listing) => listing.findings.length > 0);
  const known = await readKnown(
    tx,
    hitting.map((listing) => listing.key),
  );
  let fresh = 0;
  for (const listing of hitting) {
    const { listingId, version, appearance } = recorded.get(listing.key)!;
    for (const [rule, findings] of byRule(listing.findings)) {
      const before = known.get(listing.key)?.hits.get(rule) ?? [];
      const decision = decideHit(before, { digest: listing.digest, appearance });
      if (decision.kind === 'none') continue;
      const boxes = context.boxes.filter((box) => findings.some((finding) => finding.text === box.text));
      const row = {
        version,
        severity: worst(findings),
        confidence: Math.max(...findings.map((f) => f.confidence)),
        findings: JSON.stringify(findings),
        boxes: JSON.stringify(boxes),
        screenshot: context.screenshot === null ? null : JSON.stringify(context.screenshot),
      };
      if (decision.kind === 'follow') {
        await sql`
          update hits set version = ${row.version}, digest = ${listing.digest}, appearance = ${appearance},
            severity = ${row.severity}, confidence = ${row.confidence}, risk = ${listing.risk},
            findings = ${row.findings}::jsonb, boxes = ${row.boxes}::jsonb, screenshot = ${row.screenshot}::jsonb,
            title = ${listing.title}, price = ${listing.price}, currency = ${listing.currency},
            evidence_id = coalesce(${context.evidenceId}, evidence_id), packs = ${context.packs},
            updated_at = ${new Date(clock.now())}
          where hit_id = ${decision.hitId} and verdict_id is null`.execute(tx);
        continue;
      }
      const venueId = context.venueOf(listing);
      const hitId = uuidv7(clock.now());
      const now = new Date(clock.now());
      const made = await sql`
        insert into hits (hit_id, listing_id, rule, version, digest, appearance, label, severity, confidence, risk,
          findings, title, url, price, currency, shop, venue_id, patrol_id, evidence_id, boxes, screenshot, group_key,
          packs, found_at, updated_at)
        values (${hitId}, ${listingId}, ${rule}, ${row.version}, ${listing.digest}, ${appearance},
          ${findings[0]!.label}, ${row.severity}, ${row.confidence}, ${listing.risk}, ${row.findings}::jsonb,
          ${listing.title}, ${listing.url}, ${listing.price}, ${listing.currency}, ${listing.shop}, ${venueId},
          ${context.patrolId}, ${context.evidenceId}, ${row.boxes}::jsonb, ${row.screenshot}::jsonb,
          ${groupKey(venueId, rule, listing.url)}, ${context.packs}, ${now}, ${now})
        on conflict do nothing returning hit_id`.execute(tx);
      if (made.rows.length === 0) continue;
      fresh += 1;
      await addLooks(tx, clock, listing.url, `${listingId}:${appearance}`);
    }
  }
  return fresh;
}
