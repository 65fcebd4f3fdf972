// SPDX-License-Identifier: Apache-2.0
import type { EvidenceDetail, Hit } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { selectHits } from './hit-view.ts';

/** Hits of venues, newest first: beside the pages of the register. */
export async function hitsOfVenues(tx: Tx, venueIds: readonly string[], limit: number): Promise<Hit[]> {
  if (venueIds.length === 0) return [];
  return selectHits(
    tx,
    sql`where h.venue_id = any(${[...venueIds]}::uuid[]) order by h.found_at desc, h.hit_id desc limit ${limit}`,
  );
}

/** Listings on sale and hits by venue. */
export async function countVenues(
  tx: Tx,
  venueIds: readonly string[],
): Promise<Map<string, { listings: number; hits: number }>> {
  if (venueIds.length === 0) return new Map();
  const { rows } = await sql<{ venue_id: string; listings: number; hits: number }>`
    select v as venue_id, (select count(*) from listings l where l.venue_id = v and l.gone_at is null) as listings,
      (select count(*) from hits h where h.venue_id = v) as hits
    from unnest(${[...venueIds]}::uuid[]) v`.execute(tx);
  return new Map(rows.map(({ venue_id, ...counts }) => [venue_id, counts]));
}

/** The venue that a page belongs to, if we have been there. */
export async function venueOfPage(tx: Tx, pageKey: string): Promise<string | null> {
  const { rows } = await sql<{ venue_id: string | null }>`
    select venue_id from pages where page_key = ${pageKey}`.execute(tx);
  return rows[0]?.venue_id ?? null;
}

/** Hits that rest on an item of evidence. */
export async function hitsOfEvidence(tx: Tx, evidenceId: string): Promise<EvidenceDetail['hits']> {
  const { rows } = await sql<{ hit_id: string; label: string; rule: string; title: string }>`
    select hit_id, label, rule, title from hits where evidence_id = ${evidenceId} order by risk desc, hit_id`.execute(
    tx,
  );
  return rows.map((row) => ({ id: row.hit_id, label: row.label, rule: row.rule, title: row.title }));
}
