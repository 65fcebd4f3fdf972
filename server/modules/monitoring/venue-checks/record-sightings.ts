// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { urlKey } from '@yiwang/collector';
import { type PageFacts, type VenueSigns, venueSigns } from '@yiwang/extraction';
import { type Clock, canonicalJson, uuidv7 } from '@yiwang/kernel';
import { nameKey } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { operatorOf } from '../../registry/index.ts';
import type { PageVenues } from '../walk/record-operators.ts';

export interface SightingOf {
  patrol: { id: string; site: string };
  url: string;
  /** Links from the patrol's first page. */
  clicks: number;
}

const says = (signs: VenueSigns): boolean =>
  signs.shown.length > 0 ||
  signs.emarks.length > 0 ||
  signs.declarations.length > 0 ||
  signs.individual !== null;

/**
 * Notes what a page says of the venues it belongs to. On a page of a shop the words are the shop's, but for the operator
 * of the site itself, who stands in every footer.
 */
export async function recordSightings(
  tx: Tx,
  clock: Clock,
  facts: PageFacts,
  venues: PageVenues,
  of: SightingOf,
): Promise<void> {
  const signs = venueSigns(facts);
  const { pathname } = new URL(of.url);
  const isMain = pathname === '/' || urlKey(of.url) === urlKey(of.patrol.site);
  const { shopId, siteId } = venues;
  if (shopId === null) return noteSighting(tx, clock, siteId, signs, isMain, of);
  const site = nameKey((await operatorOf(tx, siteId))?.name ?? '');
  const ofShop = signs.shown.filter((one) => site === '' || nameKey(one.name ?? '') !== site);
  // Where a shop shows its goods together, or nothing but itself, it must show its licence as well.
  const isShopPage = signs.kind === 'shop' || signs.kind === 'licence' || facts.listings.length === 0;
  await noteSighting(tx, clock, shopId, { ...signs, shown: ofShop }, isShopPage, of);
}

async function noteSighting(
  tx: Tx,
  clock: Clock,
  venueId: string,
  signs: VenueSigns,
  isMain: boolean,
  of: SightingOf,
): Promise<void> {
  if (!isMain && !says(signs)) return;
  const said = {
    ...signs,
    shown: signs.shown.map((one) => ({ ...one, url: '' })),
    emarks: signs.emarks.map(({ url }) => url),
    licenceLinks: isMain ? signs.licenceLinks : [],
    trades: 0,
    kind: '',
    isMain,
  };
  const digest = createHash('sha256').update(canonicalJson(said)).digest('hex').slice(0, 32);
  const known = await sql`
    select 1 from venue_sightings where patrol_id = ${of.patrol.id} and venue_id = ${venueId} and digest = ${digest}
      and clicks <= ${of.clicks}`.execute(tx);
  if (known.rows.length > 0) return;
  const now = new Date(clock.now());
  await sql`
    insert into venue_sightings (sighting_id, patrol_id, venue_id, digest, url, clicks, is_main, signs, seen_at)
    values (${uuidv7(clock.now())}, ${of.patrol.id}, ${venueId}, ${digest}, ${of.url}, ${of.clicks}, ${isMain},
      ${JSON.stringify(signs)}::jsonb, ${now})
    on conflict (patrol_id, venue_id, digest) do update
      set url = excluded.url, clicks = excluded.clicks, seen_at = excluded.seen_at
      where excluded.clicks < venue_sightings.clicks`.execute(tx);
}

/** A page that did not change says what it said the last time. */
export async function carrySightings(
  tx: Tx,
  clock: Clock,
  patrolId: string,
  urls: readonly (string | undefined)[],
): Promise<void> {
  const known = urls.filter((url) => url !== undefined);
  await sql`
    insert into venue_sightings (sighting_id, patrol_id, venue_id, digest, url, clicks, is_main, signs, seen_at)
    select gen_random_uuid(), ${patrolId}, s.venue_id, s.digest, s.url, s.clicks, s.is_main, s.signs,
      ${new Date(clock.now())}
    from venue_sightings s
    where s.patrol_id = (select patrol_id from venue_sightings where url = any(${known}::text[])
        and patrol_id <> ${patrolId} order by seen_at desc limit 1)
      and s.url = any(${known}::text[])
    on conflict do nothing`.execute(tx);
}
