// SPDX-License-Identifier: Apache-2.0
import type { LocalDate } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { KnownHit } from './decide-hit.ts';

/** What earlier visits left about a listing. */
export interface KnownListing {
  listingId: string;
  appearance: number;
  /** Gone when last looked at: seen now, it is back. */
  gone: boolean;
  /** By rule. */
  hits: Map<string, KnownHit[]>;
  prices: [LocalDate, number][];
}

/** Days of own price history that rules on discounts look at. */
const PRICE_DAYS = 60;

/** Listings by key with their hits and prices; index listings.listing_key. */
export async function readKnown(tx: Tx, keys: readonly string[]): Promise<Map<string, KnownListing>> {
  const known = new Map<string, KnownListing>();
  if (keys.length === 0) return known;
  const { rows } = await sql<{ listing_id: string; listing_key: string; appearance: number; gone: boolean }>`
    select listing_id, listing_key, appearance, gone_at is not null as gone
    from listings where listing_key = any(${[...keys]}::text[])`.execute(tx);
  if (rows.length === 0) return known;
  const byId = new Map<string, KnownListing>();
  for (const row of rows) {
    const listing = {
      listingId: row.listing_id,
      appearance: row.appearance,
      gone: row.gone,
      hits: new Map<string, KnownHit[]>(),
      prices: [],
    };
    known.set(row.listing_key, listing);
    byId.set(row.listing_id, listing);
  }
  const ids = [...byId.keys()];
  const hits = await sql<{
    listing_id: string;
    rule: string;
    hit_id: string;
    verdict: KnownHit['verdict'];
    digest: string;
    appearance: number;
  }>`
    select h.listing_id, h.rule, h.hit_id, v.verdict, h.digest, h.appearance
    from hits h left join verdicts v on v.verdict_id = h.verdict_id
    where h.listing_id = any(${ids}::uuid[])`.execute(tx);
  for (const row of hits.rows) {
    const { hits } = byId.get(row.listing_id)!;
    const list = hits.get(row.rule) ?? [];
    list.push({ hitId: row.hit_id, verdict: row.verdict, digest: row.digest, appearance: row.appearance });
    hits.set(row.rule, list);
  }
  const prices = await sql<{ listing_id: string; day: string; price: number }>`
    select listing_id, day::text as day, price from price_points
    where listing_id = any(${ids}::uuid[]) and currency = 'CNY'
      and day > (select max(day) from price_points where listing_id = any(${ids}::uuid[])) - ${PRICE_DAYS}::integer
    order by day`.execute(tx);
  for (const row of prices.rows) byId.get(row.listing_id)!.prices.push([row.day, row.price]);
  return known;
}
