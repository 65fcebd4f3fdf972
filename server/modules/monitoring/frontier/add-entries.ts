// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

export interface PatrolAddress {
  url: string;
  depth: number;
  /** How we came to it: `seed`, `sitemap`, `link`. */
  ground: string;
}

/**
 * Addresses of a patrol; one that the patrol knows already changes nothing, however often it is found.
 * @returns the addresses that it did not know
 */
export async function addEntries(
  tx: Tx,
  clock: Clock,
  patrolId: string,
  addresses: readonly PatrolAddress[],
): Promise<string[]> {
  if (addresses.length === 0) return [];
  const now = clock.now();
  const rows = addresses
    .map((address) => ({ ...address, slot: `patrol:${patrolId}:${urlKey(address.url)}` }))
    // One order for everybody: two pages that name the same links never wait for each other in a circle.
    .sort((a, b) => (a.slot < b.slot ? -1 : 1));
  const added = await sql<{ url: string }>`
    insert into frontier (entry_id, slot, purpose, patrol_id, url, host, depth, ground, not_before)
    select id, slot, 'patrol', ${patrolId}, url, host, depth, ground, ${new Date(now)}
    from unnest(${rows.map(() => uuidv7(now))}::uuid[], ${rows.map((row) => row.slot)}::text[],
      ${rows.map((row) => row.url)}::text[], ${rows.map((row) => new URL(row.url).host)}::text[],
      ${rows.map((row) => row.depth)}::integer[], ${rows.map((row) => row.ground)}::text[])
      as t (id, slot, url, host, depth, ground)
    on conflict (slot) do nothing returning url`.execute(tx);
  return added.rows.map((row) => row.url);
}

/** One visit outside of a patrol: an officer's find at once, a later look at its time. */
export async function addVisit(
  tx: Tx,
  clock: Clock,
  visit: { slot: string; url: string; ground: string; at: number } & (
    | { purpose: 'find'; findId: string }
    | { purpose: 'recheck' }
  ),
): Promise<void> {
  await sql`
    insert into frontier (entry_id, slot, purpose, find_id, watch_key, url, host, depth, ground, not_before)
    values (${uuidv7(clock.now())}, ${visit.slot}, ${visit.purpose},
      ${visit.purpose === 'find' ? visit.findId : null}, ${visit.purpose === 'recheck' ? urlKey(visit.url) : null},
      ${visit.url}, ${new URL(visit.url).host}, ${visit.purpose === 'find' ? -1 : 0}, ${visit.ground},
      ${new Date(visit.at)})
    on conflict (slot) do nothing`.execute(tx);
}

/** Makes the host known, with a fresh start; `rate` (requests a second) is what the latest patrol asked for. */
export async function meetHost(tx: Tx, clock: Clock, host: string, rate: number): Promise<void> {
  await sql`
    insert into hosts (host, rate, next_at) values (${host}, ${rate}, ${new Date(clock.now())})
    on conflict (host) do update set rate = excluded.rate, failures = 0, paused_until = null`.execute(tx);
}

/** "Still online?" is asked again after so many days (L4 of domain.md §7.3). */
const LATER_LOOKS = [1, 7, 30];
const DAY_MS = 86_400_000;

/** Asks for the later looks at a page; `since` tells a second round (the goods came back) from the first. */
export async function addLooks(tx: Tx, clock: Clock, url: string, since: string): Promise<void> {
  for (const days of LATER_LOOKS)
    await addVisit(tx, clock, {
      purpose: 'recheck',
      slot: `recheck:${since}:${urlKey(url)}:${days}`,
      url,
      ground: `still online after ${days} d`,
      at: clock.now() + days * DAY_MS,
    });
}
