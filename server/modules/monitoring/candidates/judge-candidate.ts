// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, CandidateVerdict, judgeCandidate as contract } from '@yiwang/contracts';
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { hasSubject, linkVenue, recordFacts, upsertVenue } from '../../registry/index.ts';
import { findCandidate } from './candidate-view.ts';

/** Verdicts by which somebody trades there: the place is a venue. */
const VENUES: readonly CandidateVerdict[] = [
  'trading',
  'matched_registered',
  'updated',
  'illegal_site',
  'no_licence',
];

interface Locked {
  venue_key: string;
  url: string;
  host: string;
  name: string | null;
  verdict_id: string | null;
}

/**
 * Rules on a candidate. A venue enters the register or is found there, and is linked to the subject that the officer
 * names. The row is locked first: of two officers at once the second is told.
 * @throws AppError `not_found`, `candidate_judged`, `subject_missing`
 */
export async function judgeCandidate(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  wish: Body<typeof contract>,
): Promise<Answer<typeof contract>> {
  const { rows } = await sql<Locked>`
    select venue_key, url, host, name, verdict_id from candidates where candidate_id = ${id} for update`.execute(
    tx,
  );
  const candidate = rows[0];
  if (!candidate) throw refused('not_found', `candidate ${id}`);
  if (candidate.verdict_id !== null) throw refused('candidate_judged', `candidate ${id} has a verdict`);
  const now = new Date(clock.now());
  const subjectId = wish.subjectId ?? null;
  if (subjectId !== null && !(await hasSubject(tx, subjectId)))
    throw refused('subject_missing', `subject ${subjectId}`);
  let venueId: string | null = null;
  let made = false;
  if (VENUES.includes(wish.verdict)) {
    const known = await sql`select 1 from venues where venue_key = ${candidate.venue_key}`.execute(tx);
    made = known.rows.length === 0;
    venueId = await upsertVenue(tx, clock, {
      kind: 'site',
      key: candidate.venue_key,
      name: candidate.name ?? candidate.host,
      url: candidate.url,
      host: candidate.host,
    });
    await recordFacts(tx, clock, venueId, [{ field: 'discovery', value: wish.verdict }], {
      source: 'discovery',
      url: candidate.url,
    });
    if (subjectId !== null) await linkVenue(tx, venueId, subjectId);
  }
  const verdictId = uuidv7(clock.now());
  await sql`
    insert into candidate_verdicts (verdict_id, candidate_id, verdict, by_id, by_name, agency_path, at, note, venue_id,
      subject_id, made_venue)
    values (${verdictId}, ${id}, ${wish.verdict}, ${actor.personId}, ${actor.name}, ${actor.agencyPath}, ${now},
      ${wish.note ?? null}, ${venueId}, ${subjectId}, ${made})`.execute(tx);
  await sql`update candidates set verdict_id = ${verdictId}, venue_id = ${venueId}, updated_at = ${now}
    where candidate_id = ${id}`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'judge-candidate',
    object: { kind: 'candidate', id },
    rationale: wish.note ?? null,
    details: { verdict: wish.verdict, url: candidate.url, venueId },
  });
  await publish(tx, clock, {
    kind: 'candidate.judged',
    objectId: id,
    payload: { candidateId: id, verdict: wish.verdict, venueId },
  });
  return { candidate: await findCandidate(tx, id), venueId };
}
