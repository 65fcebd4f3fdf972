// SPDX-License-Identifier: Apache-2.0
import type { Candidate, CandidateReasonKind } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

interface Row {
  candidate_id: string;
  url: string;
  host: string;
  name: string | null;
  score: number;
  kinds: CandidateReasonKind[] | null;
  listings: number | null;
  reachable: boolean | null;
  venue_id: string | null;
  proposed_at: Date;
  verdict: Exclude<Candidate['state'], 'new'> | null;
  at: Date | null;
  by_name: string | null;
}

/** Candidates with the kinds of their reasons; `rest` is everything from `where` on. */
export async function selectCandidates(tx: Tx, rest: RawBuilder<unknown>): Promise<Candidate[]> {
  const { rows } = await sql<Row>`
    select c.candidate_id, c.url, c.host, c.name, c.score::float8 as score, c.venue_id, c.proposed_at,
      (select array_agg(distinct r.kind) from candidate_reasons r where r.candidate_id = c.candidate_id) as kinds,
      (c.probe ->> 'listings')::integer as listings, (c.probe ->> 'reachable')::boolean as reachable,
      v.verdict, v.at, v.by_name
    from candidates c left join candidate_verdicts v on v.verdict_id = c.verdict_id ${rest}`.execute(tx);
  return rows.map((row) => ({
    id: row.candidate_id,
    state: row.verdict ?? 'new',
    url: row.url,
    host: row.host,
    name: row.name,
    score: Math.round(row.score * 1000) / 1000,
    reasons: (row.kinds ?? []).toSorted(),
    listings: row.listings,
    reachable: row.reachable,
    venueId: row.venue_id,
    proposedAt: row.proposed_at.toISOString(),
    judgedAt: row.at?.toISOString() ?? null,
    judgedBy: row.by_name,
  }));
}

/** @throws AppError `not_found` */
export async function findCandidate(tx: Tx, id: string): Promise<Candidate> {
  const [candidate] = await selectCandidates(tx, sql`where c.candidate_id = ${id}`);
  if (!candidate) throw refused('not_found', `candidate ${id}`);
  return candidate;
}
