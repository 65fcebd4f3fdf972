// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import { imageKeys, textBands, textLikeness } from '@yiwang/extraction';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { SeenListing } from '../walk/screen-page.ts';

/** From this share of common shingles a text counts as the same goods again. Ours; officers see the number. */
const SAME_TEXT = 0.55;

const wordsOf = (texts: Readonly<Record<string, string>>): string =>
  `${texts['title'] ?? ''}\n${texts['description'] ?? ''}`;

/** Remembers a listing that an officer confirmed, to know it again elsewhere. */
export async function makePrint(tx: Tx, clock: Clock, listingId: string): Promise<void> {
  const { rows } = await sql<{ title: string; texts: Record<string, string>; images: string[] }>`
    select l.title, v.texts, v.images from listings l
    join listing_versions v on v.listing_id = l.listing_id and v.version = l.version
    where l.listing_id = ${listingId}`.execute(tx);
  const row = rows[0];
  if (!row) return;
  await sql`
    insert into listing_prints (listing_id, title, bands, images, made_at)
    values (${listingId}, ${row.title}, ${textBands(wordsOf(row.texts))}, ${imageKeys(row.images)},
      ${new Date(clock.now())})
    on conflict (listing_id) do update set bands = excluded.bands, images = excluded.images,
      made_at = excluded.made_at`.execute(tx);
}

/** Forgets it when no hit on the listing is confirmed any more. */
export async function dropPrint(tx: Tx, listingId: string): Promise<void> {
  await sql`
    delete from listing_prints where listing_id = ${listingId} and not exists (select 1 from hits h
      join verdicts v on v.verdict_id = h.verdict_id where h.listing_id = ${listingId} and v.verdict = 'confirmed')`.execute(
    tx,
  );
}

/**
 * Whether a listing that we see for the first time looks like one that was found unlawful: noted as a hint, for people.
 * The same listing under its own address is no comeback; that is `listing.relisted`.
 */
export async function noteComebacks(
  tx: Tx,
  clock: Clock,
  listingId: string,
  seen: SeenListing,
): Promise<number> {
  const bands = textBands(wordsOf(seen.texts));
  const images = imageKeys(seen.images);
  if (bands.length === 0 && images.length === 0) return 0;
  const { rows } = await sql<{ listing_id: string; texts: Record<string, string>; by_image: boolean }>`
    select p.listing_id, v.texts, p.images && ${images}::text[] as by_image from listing_prints p
    join listings l on l.listing_id = p.listing_id
    join listing_versions v on v.listing_id = l.listing_id and v.version = l.version
    where p.listing_id <> ${listingId} and (p.bands && ${bands}::text[] or p.images && ${images}::text[])
    order by p.made_at desc limit 50`.execute(tx);
  let noted = 0;
  for (const row of rows) {
    const likeness = textLikeness(wordsOf(row.texts), wordsOf(seen.texts));
    const byText = likeness >= SAME_TEXT;
    if (!byText && !row.by_image) continue;
    const made = await sql`
      insert into comebacks (listing_id, of_listing_id, likeness, by_text, by_image, seen_at)
      values (${listingId}, ${row.listing_id}, ${likeness}, ${byText}, ${row.by_image}, ${new Date(clock.now())})
      on conflict do nothing returning listing_id`.execute(tx);
    noted += made.rows.length;
  }
  return noted;
}

/** Hints about a listing: what it looks like (`of`), and where it seems to have come back (`as`). */
export async function comebacksOf(tx: Tx, listingId: string | null): Promise<HitDetail['comebacks']> {
  if (listingId === null) return [];
  const { rows } = await sql<{
    direction: 'of' | 'as';
    title: string;
    url: string;
    venue: string | null;
    gone: boolean;
    likeness: number;
    by_text: boolean;
    by_image: boolean;
    hit_id: string | null;
    seen_at: Date;
  }>`
    select c.direction, l.title, l.url, v.name as venue, l.gone_at is not null as gone, c.likeness::float8 as likeness,
      c.by_text, c.by_image, c.seen_at,
      (select h.hit_id from hits h where h.listing_id = l.listing_id order by h.risk desc, h.hit_id limit 1) as hit_id
    from (
      select 'of' as direction, of_listing_id as other, likeness, by_text, by_image, seen_at from comebacks
      where listing_id = ${listingId}
      union all
      select 'as', listing_id, likeness, by_text, by_image, seen_at from comebacks where of_listing_id = ${listingId}
    ) c join listings l on l.listing_id = c.other left join venues v on v.venue_id = l.venue_id
    order by c.likeness desc, c.seen_at desc limit 20`.execute(tx);
  return rows.map((row) => ({
    direction: row.direction,
    title: row.title,
    url: row.url,
    venue: row.venue,
    gone: row.gone,
    likeness: Math.round(row.likeness * 100) / 100,
    byText: row.by_text,
    byImage: row.by_image,
    hitId: row.hit_id,
    seenAt: row.seen_at.toISOString(),
  }));
}
