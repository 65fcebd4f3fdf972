// SPDX-License-Identifier: Apache-2.0
import { type Clock, type LocalDate, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { noteComebacks } from '../changes/comebacks.ts';
import type { SeenListing } from './screen-page.ts';

export interface RecordedListing {
  listingId: string;
  version: number;
  appearance: number;
}

interface Where {
  pageId: string;
  /** Whether the listings properly live on this page; a page that shows them under another address only mentions them. */
  isProper: boolean;
  patrolId: string | null;
  day: LocalDate;
  venueOf(listing: SeenListing): string | null;
}

/**
 * Notes the listings of a page: a version only when text, price or picture changed, a price a day, and that goods came
 * back which were gone. In the order of their keys, so that two workers never wait for each other in a circle.
 */
export async function recordListings(
  tx: Tx,
  clock: Clock,
  listings: readonly SeenListing[],
  where: Where,
): Promise<Map<string, RecordedListing>> {
  const recorded = new Map<string, RecordedListing>();
  for (const listing of listings.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    if (!recorded.has(listing.key)) recorded.set(listing.key, await recordListing(tx, clock, listing, where));
  return recorded;
}

async function recordListing(
  tx: Tx,
  clock: Clock,
  seen: SeenListing,
  where: Where,
): Promise<RecordedListing> {
  const now = new Date(clock.now());
  const { rows } = await sql<{
    listing_id: string;
    version: number;
    appearance: number;
    old_digest: string | null;
    old_gone: Date | null;
  }>`
    with old as (select digest, gone_at from listings where listing_key = ${seen.key})
    insert into listings (listing_id, listing_key, page_id, url, venue_id, title, price, currency, digest, version,
      first_seen_at, last_seen_at, changed_at)
    values (${uuidv7(clock.now())}, ${seen.key}, ${where.pageId}, ${seen.url}, ${where.venueOf(seen)}, ${seen.title},
      ${seen.price}, ${seen.currency}, ${seen.digest}, 1, ${now}, ${now}, ${now})
    on conflict (listing_key) do update set
      page_id = case when ${where.isProper} then excluded.page_id else listings.page_id end, url = excluded.url,
      venue_id = coalesce(excluded.venue_id, listings.venue_id), title = excluded.title, price = excluded.price,
      currency = excluded.currency, digest = excluded.digest, last_seen_at = excluded.last_seen_at,
      version = listings.version + (listings.digest <> excluded.digest)::integer,
      changed_at = case when listings.digest <> excluded.digest then excluded.changed_at else listings.changed_at end,
      appearance = listings.appearance + (listings.gone_at is not null)::integer, gone_at = null
    returning listing_id, version, appearance, (select digest from old) as old_digest,
      (select gone_at from old) as old_gone`.execute(tx);
  const row = rows[0]!;
  if (row.old_digest !== seen.digest)
    await sql`
      insert into listing_versions (listing_id, version, digest, texts, price, original_price, currency, images,
        seen_at, patrol_id)
      values (${row.listing_id}, ${row.version}, ${seen.digest}, ${JSON.stringify(seen.texts)}::jsonb, ${seen.price},
        ${seen.originalPrice}, ${seen.currency}, ${seen.images}, ${now}, ${where.patrolId})
      on conflict do nothing`.execute(tx);
  if (seen.price !== null && seen.currency !== null)
    await sql`
      insert into price_points (listing_id, day, price, currency)
      values (${row.listing_id}, ${where.day}, ${seen.price}, ${seen.currency})
      on conflict (listing_id, day) do update set price = excluded.price, currency = excluded.currency`.execute(
      tx,
    );
  if (row.old_digest === null) await noteComebacks(tx, clock, row.listing_id, seen);
  if (row.old_gone !== null)
    await publish(tx, clock, {
      kind: 'listing.relisted',
      objectId: row.listing_id,
      payload: { listingId: row.listing_id, url: seen.url, goneAt: row.old_gone.toISOString() },
    });
  return { listingId: row.listing_id, version: row.version, appearance: row.appearance };
}

/** What the page offered before and does not offer now is gone. */
export async function recordMissing(
  tx: Tx,
  clock: Clock,
  pageId: string,
  seen: Iterable<RecordedListing>,
): Promise<void> {
  const ids = [...seen].map((listing) => listing.listingId);
  await sql`update listings set gone_at = ${new Date(clock.now())}
    where page_id = ${pageId} and gone_at is null and listing_id <> all(${ids}::uuid[])`.execute(tx);
}
