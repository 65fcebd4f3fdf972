// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

/** How long a worker may keep an entry without saying that it lives. */
export const LEASE_MS = 30_000;

export interface ClaimedEntry {
  entryId: string;
  lease: string;
  purpose: 'patrol' | 'find' | 'recheck';
  patrolId: string | null;
  findId: string | null;
  url: string;
  host: string;
  depth: number;
  ground: string;
  attempts: number;
}

/** So long a find holds up the walk: one to a site that never answers must not stop everything. */
const FINDS_FIRST_MS = 20_000;

interface Row {
  entry_id: string;
  purpose: ClaimedEntry['purpose'];
  patrol_id: string | null;
  find_id: string | null;
  url: string;
  host: string;
  depth: number;
  ground: string;
  attempts: number;
}

/**
 * Up to `n` entries that may be visited now, leased to the caller. Of one host at most a second's worth is handed out
 * and none while it is paused, so a slow host does not fill a worker. SKIP LOCKED: workers never wait for each other.
 * Entries whose lease ran out (their worker was killed) come back by themselves. While an own find is due or under way
 * in any process, nothing else is handed out, for `FINDS_FIRST_MS` at most.
 * Index: frontier_due; hosts are few.
 */
export async function claimEntries(
  tx: Tx,
  clock: Clock,
  n: number,
  leaseMs: number = LEASE_MS,
): Promise<ClaimedEntry[]> {
  const now = new Date(clock.now());
  const lease = uuidv7(clock.now());
  const { rows } = await sql<Row>`
    with pressing as (
      select exists (select 1 from frontier where purpose = 'find' and done_at is null
        and not_before between ${new Date(clock.now() - FINDS_FIRST_MS)} and ${now}) as finds
    ), free as (
      select h.host, greatest(1, ceil(h.rate))::integer as share from hosts h
      where h.next_at < ${now}::timestamptz + interval '1 second'
        and (h.paused_until is null or h.paused_until <= ${now})
        and exists (select 1 from frontier f where f.host = h.host and f.done_at is null and f.not_before <= ${now})
    ), due as (
      select f.entry_id from free cross join lateral (
        select f.entry_id, f.depth, f.not_before from frontier f
        left join patrols p on p.patrol_id = f.patrol_id
        where f.host = free.host and f.done_at is null and f.not_before <= ${now}
          and (f.leased_until is null or f.leased_until <= ${now})
          and (f.purpose = 'find' or not (select finds from pressing))
          and (f.patrol_id is null or (p.ended_at is null and p.stopped_at is null
            and (f.attempts > 0 or p.claimed < p.max_pages)))
        order by f.depth, f.not_before, f.entry_id
        limit free.share
        for update of f skip locked
      ) f
      order by f.depth, f.not_before limit ${n}
    )
    update frontier f set lease = ${lease}, leased_until = ${new Date(clock.now() + leaseMs)},
      attempts = f.attempts + 1
    from due where f.entry_id = due.entry_id
    returning f.entry_id, f.purpose, f.patrol_id, f.find_id, f.url, f.host, f.depth, f.ground,
      f.attempts`.execute(tx);
  const surplus = await countFirstVisits(tx, rows, now);
  return rows.filter((row) => !surplus.has(row.entry_id)).map((row) => claimedOf(row, lease));
}

const claimedOf = (row: Row, lease: string): ClaimedEntry => ({
  entryId: row.entry_id,
  lease,
  purpose: row.purpose,
  patrolId: row.patrol_id,
  findId: row.find_id,
  url: row.url,
  host: row.host,
  depth: row.depth,
  ground: row.ground,
  attempts: row.attempts,
});

/** The visit of one find, leased to the caller; null when somebody has it, or it is done. */
export async function claimFind(tx: Tx, clock: Clock, findId: string): Promise<ClaimedEntry | null> {
  const now = new Date(clock.now());
  const lease = uuidv7(clock.now());
  const { rows } = await sql<Row>`
    update frontier set lease = ${lease}, leased_until = ${new Date(clock.now() + LEASE_MS)},
      attempts = attempts + 1
    where slot = ${`find:${findId}`} and done_at is null and not_before <= ${now}
      and (leased_until is null or leased_until <= ${now})
    returning entry_id, purpose, patrol_id, find_id, url, host, depth, ground, attempts`.execute(tx);
  return rows[0] ? claimedOf(rows[0], lease) : null;
}

/**
 * Counts the visits that are handed out for the first time against their patrol's limit, which is a promise to the
 * site: what two workers claimed beyond it at the same moment goes back. Answers with the entries that went back.
 */
async function countFirstVisits(tx: Tx, rows: readonly Row[], now: Date): Promise<Set<string>> {
  const patrols = new Map<string, string[]>();
  for (const row of rows)
    if (row.patrol_id !== null)
      patrols.set(row.patrol_id, [
        ...(patrols.get(row.patrol_id) ?? []),
        ...(row.attempts === 1 ? [row.entry_id] : []),
      ]);
  const surplus = new Set<string>();
  for (const [patrolId, first] of [...patrols].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { rows: left } = await sql<{ taken: number }>`
      with old as (select claimed from patrols where patrol_id = ${patrolId} for update)
      update patrols p set started_at = coalesce(p.started_at, ${now}),
        claimed = least(greatest(p.max_pages, old.claimed), old.claimed + ${first.length})
      from old where p.patrol_id = ${patrolId} returning p.claimed - old.claimed as taken`.execute(tx);
    for (const id of first.slice(left[0]?.taken ?? 0)) surplus.add(id);
  }
  if (surplus.size > 0)
    await sql`update frontier set lease = null, leased_until = null, attempts = 0
      where entry_id = any(${[...surplus]}::uuid[])`.execute(tx);
  return surplus;
}
