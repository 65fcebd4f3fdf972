// SPDX-License-Identifier: Apache-2.0
import { permitKindOf, type VenueSigns } from '@yiwang/extraction';
import { type LocalDate, parseUscc } from '@yiwang/kernel';
import { emarkIsDuty } from '@yiwang/law';
import type { VenueFacts } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { registeredCodes, registeredOf, twinsOf } from '../../registry/index.ts';

/** A page as it was seen, in this patrol or a moment ago. */
export interface Sighting {
  url: string;
  clicks: number;
  isMain: boolean;
  signs: VenueSigns;
}

interface VenueRow {
  kind: 'site' | 'shop';
  host: string;
  name: string;
  url: string;
}

/** Goods looked at for permits; what a shop of more sells shows in the first thousands. */
const MAX_GOODS = 3000;

const unite = <T>(lists: readonly (readonly T[])[], key: (one: T) => string): T[] => [
  ...new Map(lists.flat().map((one) => [key(one), one])).values(),
];

async function listingsOf(tx: Tx, venueId: string) {
  const { rows } = await sql<{ title: string; url: string; category: string | null }>`
    select l.title, l.url, v.texts ->> 'category' as category from listings l
    left join listing_versions v on v.listing_id = l.listing_id and v.version = l.version
    where l.venue_id = ${venueId} and l.gone_at is null limit ${MAX_GOODS}`.execute(tx);
  const counted = await sql<{ priced: number }>`
    select count(*) as priced from listings where price is not null and gone_at is null
      and venue_id in (select venue_id from venues where venue_id = ${venueId} or platform_id = ${venueId})`.execute(
    tx,
  );
  return { goods: rows, priced: counted.rows[0]?.priced ?? 0 };
}

/**
 * Everything the rules ask of a venue: the sightings of a patrol, those of a look just now, and the register's word.
 * @returns null where the venue was not seen as a whole (no page of it that must show the licence)
 */
export async function venueFacts(
  tx: Tx,
  venueId: string,
  seen: { patrolId: string; day: LocalDate; now?: readonly Sighting[] },
): Promise<VenueFacts | null> {
  const venues = await sql<VenueRow>`
    select kind, host, name, url from venues where venue_id = ${venueId}`.execute(tx);
  const venue = venues.rows[0];
  if (!venue) return null;
  const stored = await sql<{ url: string; clicks: number; is_main: boolean; signs: VenueSigns }>`
    select url, clicks, is_main, signs from venue_sightings
    where patrol_id = ${seen.patrolId} and venue_id = ${venueId} order by clicks, url limit 200`.execute(tx);
  const sightings: Sighting[] = [
    ...stored.rows.map((row) => ({
      url: row.url,
      clicks: row.clicks,
      isMain: row.is_main,
      signs: row.signs,
    })),
    ...(seen.now ?? []),
  ];
  const main = sightings.filter((one) => one.isMain).sort((a, b) => a.clicks - b.clicks)[0];
  if (!main) return null;
  const looks = await sql<{ looks: number }>`
    select count(distinct patrol_id) as looks from venue_sightings where venue_id = ${venueId} and is_main`.execute(
    tx,
  );
  const { goods, priced } = await listingsOf(tx, venueId);
  const shown = sightings.flatMap((one) =>
    one.signs.shown.map((operator) => ({ ...operator, clicks: one.clicks })),
  );
  const codes = [...new Set(shown.flatMap(({ uscc }) => (uscc === null ? [] : [uscc])))];
  return {
    id: venueId,
    kind: venue.kind,
    host: venue.host,
    name: venue.name,
    observedOn: seen.day,
    looks: (looks.rows[0]?.looks ?? 0) + (seen.now?.some((one) => one.isMain) ? 1 : 0),
    mainPage: main.url,
    reach: sightings.some((one) => one.signs.reach),
    trades: priced,
    shown: unite([shown], ({ url: _, clicks: __, ...one }) => JSON.stringify(one)),
    emarks: unite(
      sightings.map((one) => one.signs.emarks),
      (mark) => mark.url,
    ),
    licenceLinks: unite(
      sightings.map((one) => one.signs.licenceLinks),
      (url) => url,
    ),
    declarations: unite(
      sightings.map((one) => one.signs.declarations),
      (text) => text,
    ),
    individual: main.signs.individual,
    goods: goods.flatMap(({ title, url, category }) => {
      const kind = permitKindOf(`${title}\n${category ?? ''}`);
      return kind === null ? [] : [{ kind, title, url }];
    }),
    registered: await registeredOf(tx, venueId),
    codes: await registeredCodes(tx, codes),
    twins: await twinsOf(tx, venueId),
    emarkDuty: codes.some((code) => {
      const parsed = parseUscc(code);
      return parsed.ok && emarkIsDuty(parsed.value.division, seen.day);
    }),
  };
}
