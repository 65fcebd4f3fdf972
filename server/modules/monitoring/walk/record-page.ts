// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

export interface SeenPage {
  key: string;
  url: string;
  title: string | null;
  /** Visible text. */
  text: string;
  /** Null where the bytes do not say what the page shows. */
  bodyDigest: string | null;
  etag: string | null;
  lastModified: string | null;
  links: readonly string[];
  packs: string;
  patrolId: string | null;
  venueId: string | null;
}

/** More links than this are a list without end; the frontier has its own limit a page. */
const MAX_LINKS = 5000;

/**
 * Notes what a page shows. A version is added only when a visitor would see another page: the digest is that of the
 * visible text, so a changing token in the markup is no change.
 */
export async function recordPage(
  tx: Tx,
  clock: Clock,
  page: SeenPage,
): Promise<{ pageId: string; changed: boolean }> {
  const now = new Date(clock.now());
  const digest = createHash('sha256').update(page.text).digest('hex');
  const { rows } = await sql<{ page_id: string; version: number; changed: boolean }>`
    with old as (select text_digest from pages where page_key = ${page.key})
    insert into pages (page_id, page_key, url, host, venue_id, title, text_digest, body_digest, etag, last_modified,
      packs, links, version, first_seen_at, last_seen_at, checked_at, changed_at)
    values (${uuidv7(clock.now())}, ${page.key}, ${page.url}, ${new URL(page.url).host}, ${page.venueId}, ${page.title},
      ${digest}, ${page.bodyDigest}, ${page.etag}, ${page.lastModified}, ${page.packs},
      ${page.links.slice(0, MAX_LINKS)}, 1, ${now}, ${now}, ${now}, ${now})
    on conflict (page_key) do update set url = excluded.url, title = excluded.title,
      venue_id = coalesce(excluded.venue_id, pages.venue_id), text_digest = excluded.text_digest,
      body_digest = excluded.body_digest, etag = excluded.etag, last_modified = excluded.last_modified,
      packs = excluded.packs, links = excluded.links, last_seen_at = excluded.last_seen_at,
      checked_at = excluded.checked_at, gone_at = null,
      version = pages.version + (pages.text_digest is distinct from excluded.text_digest)::integer,
      changed_at = case when pages.text_digest is distinct from excluded.text_digest
        then excluded.changed_at else pages.changed_at end
    returning page_id, version, (select text_digest from old) is distinct from ${digest} as changed`.execute(
    tx,
  );
  const { page_id, version, changed } = rows[0]!;
  if (changed)
    await sql`insert into page_versions (page_id, version, text_digest, title, seen_at, patrol_id)
      values (${page_id}, ${version}, ${digest}, ${page.title}, ${now}, ${page.patrolId})
      on conflict do nothing`.execute(tx);
  return { pageId: page_id, changed };
}

/** The page said "not modified", or sent the same bytes: it and what it offers are still there. */
export async function recordUnchanged(tx: Tx, clock: Clock, pageKey: string, day: string): Promise<void> {
  const now = new Date(clock.now());
  await sql`update pages set last_seen_at = ${now}, checked_at = ${now}, gone_at = null
    where page_key = ${pageKey}`.execute(tx);
  await sql`update listings l set last_seen_at = ${now} from pages p
    where p.page_key = ${pageKey} and l.page_id = p.page_id and l.gone_at is null`.execute(tx);
  await sql`insert into price_points (listing_id, day, price, currency)
    select l.listing_id, ${day}::date, l.price, l.currency from listings l join pages p on p.page_id = l.page_id
    where p.page_key = ${pageKey} and l.gone_at is null and l.price is not null and l.currency is not null
    on conflict (listing_id, day) do nothing`.execute(tx);
}

/** The address is not there any more (404, 410, or it leads elsewhere now): its goods are gone with it. */
export async function recordGone(tx: Tx, clock: Clock, pageKey: string): Promise<void> {
  const now = new Date(clock.now());
  await sql`update pages set checked_at = ${now}, gone_at = coalesce(gone_at, ${now})
    where page_key = ${pageKey}`.execute(tx);
  await sql`update listings set gone_at = ${now}
    where gone_at is null and (listing_key = ${pageKey}
      or page_id = (select page_id from pages where page_key = ${pageKey}))`.execute(tx);
}
