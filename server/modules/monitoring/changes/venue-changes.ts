// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  CHANGE_KINDS,
  type getVenueChanges as contract,
  type VenueChange,
} from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

const MAX_ITEMS = 500;
/** After the end of a patrol what its last pages changed is still its work. */
const GRACE = '10 minutes';

interface VersionRow {
  listing_id: string;
  title: string;
  url: string;
  at: Date;
  version: number;
  texts: Record<string, string>;
  price: number | null;
  currency: string | null;
  before_texts: Record<string, string> | null;
  before_price: number | null;
  before_currency: string | null;
}

const priceText = (price: number | null, currency: string | null): string | null =>
  price === null ? null : `${price} ${currency ?? ''}`.trim();

/** What a new version of a listing says that the one before did not: one line a kind. */
function changesOf(row: VersionRow): VenueChange[] {
  const about = { listingId: row.listing_id, title: row.title, url: row.url, at: row.at.toISOString() };
  if (row.version === 1 || row.before_texts === null)
    return [{ ...about, kind: 'new', before: null, after: priceText(row.price, row.currency) }];
  const changes: VenueChange[] = [];
  const before = priceText(row.before_price, row.before_currency);
  const after = priceText(row.price, row.currency);
  if (before !== after) changes.push({ ...about, kind: 'price', before, after });
  const [old, now] = [row.before_texts['title'] ?? '', row.texts['title'] ?? ''];
  if (old !== now) changes.push({ ...about, kind: 'title', before: old, after: now });
  const rest = (texts: Record<string, string>) =>
    Object.entries(texts)
      .filter(([field]) => field !== 'title')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .join('\n');
  if (rest(row.before_texts) !== rest(row.texts))
    changes.push({
      ...about,
      kind: 'text',
      before: rest(row.before_texts).slice(0, 300),
      after: rest(row.texts).slice(0, 300),
    });
  return changes;
}

/** What came, went and changed at a venue during a patrol of its host, by default the last. @throws AppError `not_found` */
export async function venueChanges(
  tx: Tx,
  venueId: string,
  query: { patrolId?: string | undefined },
): Promise<Answer<typeof contract>> {
  const venues = await sql<{ host: string }>`select host from venues where venue_id = ${venueId}`.execute(tx);
  const venue = venues.rows[0];
  if (!venue) throw refused('not_found', `venue ${venueId}`);
  const patrols = await sql<{ patrol_id: string; started_at: Date; ended_at: Date | null }>`
    select patrol_id, started_at, coalesce(ended_at, stopped_at) as ended_at from patrols
    where host = ${venue.host} and started_at is not null order by created_at desc limit 20`.execute(tx);
  const chosen = patrols.rows.find((row) => row.patrol_id === query.patrolId) ?? patrols.rows[0];
  const items: VenueChange[] = [];
  if (chosen) {
    const since = chosen.started_at;
    const until = sql`coalesce(${chosen.ended_at}::timestamptz + ${GRACE}::interval, 'infinity')`;
    const mine = sql`l.venue_id in (select venue_id from venues where venue_id = ${venueId}
      or platform_id = ${venueId})`;
    const versions = await sql<VersionRow>`
      select l.listing_id, l.title, l.url, v.seen_at as at, v.version, v.texts, v.price, v.currency,
        b.texts as before_texts, b.price as before_price, b.currency as before_currency
      from listing_versions v join listings l on l.listing_id = v.listing_id
      left join listing_versions b on b.listing_id = v.listing_id and b.version = v.version - 1
      where ${mine} and v.seen_at >= ${since} and v.seen_at <= ${until}
      order by v.seen_at desc limit ${MAX_ITEMS}`.execute(tx);
    items.push(...versions.rows.flatMap(changesOf));
    const gone = await sql<{
      listing_id: string;
      title: string;
      url: string;
      gone_at: Date;
      price: number | null;
      currency: string | null;
    }>`
      select l.listing_id, l.title, l.url, l.gone_at, l.price, l.currency from listings l
      where ${mine} and l.gone_at >= ${since} and l.gone_at <= ${until}
      order by l.gone_at desc limit ${MAX_ITEMS}`.execute(tx);
    for (const row of gone.rows)
      items.push({
        kind: 'gone',
        listingId: row.listing_id,
        title: row.title,
        url: row.url,
        before: priceText(row.price, row.currency),
        after: null,
        at: row.gone_at.toISOString(),
      });
    const back = await sql<{ listing_id: string; title: string; url: string; at: Date }>`
      select l.listing_id, l.title, l.url, e.at from listings l join events e on e.object_id = l.listing_id::text
      where ${mine} and e.kind = 'listing.relisted' and e.at >= ${since} and e.at <= ${until}
      order by e.at desc limit ${MAX_ITEMS}`.execute(tx);
    for (const row of back.rows)
      items.push({
        kind: 'back',
        listingId: row.listing_id,
        title: row.title,
        url: row.url,
        before: null,
        after: null,
        at: row.at.toISOString(),
      });
  }
  items.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const counts = Object.fromEntries(
    CHANGE_KINDS.map((kind) => [kind, items.filter((item) => item.kind === kind).length]),
  ) as Answer<typeof contract>['counts'];
  return {
    patrols: patrols.rows.map((row) => ({
      id: row.patrol_id,
      startedAt: row.started_at.toISOString(),
      endedAt: row.ended_at?.toISOString() ?? null,
    })),
    patrolId: chosen?.patrol_id ?? null,
    counts,
    items: items.slice(0, MAX_ITEMS),
  };
}
