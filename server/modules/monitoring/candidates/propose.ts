// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import type { Place } from './candidate-key.ts';
import { probeJob } from './probe-job.ts';
import { type Reason, scoreOf } from './reasons.ts';

export interface Proposal {
  place: Place;
  name?: string | null;
  reasons: readonly Reason[];
}

export interface Proposed {
  /** `known`: a venue of the register already · `again`: a candidate already, with a further reason or none. */
  outcome: 'new' | 'again' | 'known';
  candidateId: string | null;
}

/**
 * Puts a place before the officers, once: a site of the register is none, a candidate only gains reasons. A new one is
 * looked at by a job of its own.
 */
export async function propose(tx: Tx, clock: Clock, proposal: Proposal): Promise<Proposed> {
  const { place } = proposal;
  const now = new Date(clock.now());
  const before = await sql<{ candidate_id: string }>`
    select candidate_id from candidates where venue_key = ${place.key}`.execute(tx);
  if (before.rows.length === 0) {
    const venue = await sql`select 1 from venues where venue_key = ${place.key}`.execute(tx);
    if (venue.rows.length > 0) return { outcome: 'known', candidateId: null };
  }
  const { rows } = await sql<{ candidate_id: string; fresh: boolean }>`
    insert into candidates (candidate_id, venue_key, url, host, name, proposed_at, updated_at)
    values (${uuidv7(clock.now())}, ${place.key}, ${place.url}, ${place.host}, ${proposal.name ?? null}, ${now}, ${now})
    on conflict (venue_key) do update set name = coalesce(candidates.name, excluded.name)
    returning candidate_id, (xmax = 0) as fresh`.execute(tx);
  const { candidate_id: candidateId, fresh } = rows[0]!;
  await addReasons(tx, clock, candidateId, proposal.reasons);
  if (fresh) await enqueue(tx, probeJob, { candidateId }, { key: `probe:${candidateId}`, maxAttempts: 3 });
  return { outcome: fresh ? 'new' : 'again', candidateId };
}

/** Adds reasons and reckons the score anew. */
export async function addReasons(
  tx: Tx,
  clock: Clock,
  candidateId: string,
  reasons: readonly Reason[],
): Promise<void> {
  const now = new Date(clock.now());
  for (const reason of reasons)
    await sql`
      insert into candidate_reasons (reason_id, candidate_id, kind, detail, source, from_venue_id, patrol_id, by_name,
        weight, first_seen_at, seen_at)
      values (${uuidv7(clock.now())}, ${candidateId}, ${reason.kind}, ${reason.detail.slice(0, 500)},
        ${reason.source?.slice(0, 2000) ?? null}, ${reason.fromVenueId ?? null}, ${reason.patrolId ?? null},
        ${reason.byName ?? null}, ${reason.weight}, ${now}, ${now})
      on conflict (candidate_id, kind, md5(detail)) do update set seen_at = excluded.seen_at,
        weight = greatest(candidate_reasons.weight, excluded.weight)`.execute(tx);
  await rescore(tx, clock, candidateId);
}

/** The score by what stands there now. */
export async function rescore(tx: Tx, clock: Clock, candidateId: string): Promise<void> {
  const { rows } = await sql<{
    weights: number[] | null;
    listings: number | null;
    reachable: boolean | null;
  }>`
    select (select array_agg(weight::float8) from candidate_reasons where candidate_id = ${candidateId}) as weights,
      (probe ->> 'listings')::integer as listings, (probe ->> 'reachable')::boolean as reachable
    from candidates where candidate_id = ${candidateId}`.execute(tx);
  const row = rows[0];
  if (!row) return;
  const probe = row.reachable === null ? null : { listings: row.listings ?? 0, reachable: row.reachable };
  await sql`update candidates set score = ${scoreOf(row.weights ?? [], probe)}, updated_at = ${new Date(clock.now())}
    where candidate_id = ${candidateId}`.execute(tx);
}
