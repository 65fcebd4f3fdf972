// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

interface SeenRow {
  first_seen_at: Date;
  last_seen_at: Date;
  changed_at: Date;
  gone_at: Date | null;
  checked_at: Date;
}

/**
 * Whether a thing is still on the net, by our last look: of its listing where there is one, else of its page. "Changed"
 * means since `since`, when it was found or made a lead.
 */
export async function livenessOf(
  tx: Tx,
  thing: { listingId: string | null; pageKey: string; since: Date },
): Promise<HitDetail['liveness']> {
  const { rows } = thing.listingId
    ? await sql<SeenRow>`
        select l.first_seen_at, l.last_seen_at, l.changed_at, l.gone_at, p.checked_at
        from listings l join pages p on p.page_id = l.page_id where l.listing_id = ${thing.listingId}`.execute(
        tx,
      )
    : await sql<SeenRow>`
        select first_seen_at, last_seen_at, changed_at, gone_at, checked_at from pages
        where page_key = ${thing.pageKey}`.execute(tx);
  const next = await sql<{ at: Date | null }>`
    select min(not_before) as at from frontier where watch_key = ${thing.pageKey} and done_at is null`.execute(
    tx,
  );
  const nextAt = next.rows[0]?.at?.toISOString() ?? null;
  const row = rows[0];
  if (!row) {
    const since = thing.since.toISOString();
    return { state: 'unknown', checkedAt: null, firstSeenAt: since, lastSeenAt: since, nextAt };
  }
  const changed = row.changed_at.getTime() > thing.since.getTime();
  return {
    state: row.gone_at !== null ? 'gone' : changed ? 'changed' : 'online',
    checkedAt: row.checked_at.toISOString(),
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    nextAt,
  };
}
