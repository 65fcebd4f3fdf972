// SPDX-License-Identifier: Apache-2.0
import type { CandidateDetail, CandidateProbe } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { subjectsLike } from '../../registry/index.ts';
import { findCandidate } from './candidate-view.ts';
import { suggest } from './suggest.ts';

/** One candidate with everything an officer judges by. @throws AppError `not_found` */
export async function getCandidate(tx: Tx, id: string): Promise<CandidateDetail> {
  const candidate = await findCandidate(tx, id);
  const probes = await sql<{ probe: CandidateProbe | null }>`
    select probe from candidates where candidate_id = ${id}`.execute(tx);
  const probe = probes.rows[0]?.probe ?? null;
  const reasons = await sql<{
    kind: CandidateDetail['reasons'][number]['kind'];
    detail: string;
    source: string | null;
    venue_id: string | null;
    venue_name: string | null;
    patrol_id: string | null;
    by_name: string | null;
    first_seen_at: Date;
    seen_at: Date;
  }>`
    select r.kind, r.detail, r.source, r.from_venue_id as venue_id, v.name as venue_name, r.patrol_id, r.by_name,
      r.first_seen_at, r.seen_at
    from candidate_reasons r left join venues v on v.venue_id = r.from_venue_id
    where r.candidate_id = ${id} order by r.weight desc, r.first_seen_at limit 100`.execute(tx);
  const verdicts = await sql<{
    verdict: CandidateDetail['verdicts'][number]['verdict'];
    by_name: string;
    at: Date;
    note: string | null;
  }>`
    select verdict, by_name, at, note from candidate_verdicts where candidate_id = ${id}
    order by verdict_id desc limit 50`.execute(tx);
  const subjects = probe === null ? [] : await subjectsLike(tx, { name: probe.operator, uscc: probe.uscc });
  return {
    candidate,
    probe,
    reasons: reasons.rows.map((row) => ({
      kind: row.kind,
      detail: row.detail,
      source: row.source,
      venue: row.venue_id === null ? null : { id: row.venue_id, name: row.venue_name ?? '' },
      patrolId: row.patrol_id,
      by: row.by_name,
      firstSeenAt: row.first_seen_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
    })),
    suggestion: suggest(probe, subjects),
    subjects,
    verdicts: verdicts.rows.map((row) => ({
      verdict: row.verdict,
      by: row.by_name,
      at: row.at.toISOString(),
      note: row.note,
    })),
  };
}
