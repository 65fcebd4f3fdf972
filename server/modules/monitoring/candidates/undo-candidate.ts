// SPDX-License-Identifier: Apache-2.0
import type { Answer, undoCandidate as contract } from '@yiwang/contracts';
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { findCandidate } from './candidate-view.ts';

/**
 * Takes the verdict in force back; both stay on record. The venue goes with it where only this verdict made it and
 * nothing else names it.
 * @throws AppError `not_found`, `nothing_to_undo`
 */
export async function undoCandidate(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
): Promise<Answer<typeof contract>> {
  const { rows } = await sql<{ verdict_id: string | null }>`
    select verdict_id from candidates where candidate_id = ${id} for update`.execute(tx);
  const candidate = rows[0];
  if (!candidate) throw refused('not_found', `candidate ${id}`);
  if (candidate.verdict_id === null) throw refused('nothing_to_undo', `candidate ${id} has no verdict`);
  const verdicts = await sql<{ venue_id: string | null; made_venue: boolean; in_scope: boolean }>`
    select venue_id, made_venue, in_scope(agency_path) as in_scope from candidate_verdicts
    where verdict_id = ${candidate.verdict_id}`.execute(tx);
  const { venue_id: venueId, made_venue: made, in_scope: inScope } = verdicts.rows[0]!;
  // Another office's verdict is its own to take back.
  if (!inScope) throw refused('nothing_to_undo', `the verdict on ${id} is another office's`);
  const now = new Date(clock.now());
  await sql`
    insert into candidate_verdicts (verdict_id, candidate_id, verdict, by_id, by_name, agency_path, at, venue_id)
    values (${uuidv7(clock.now())}, ${id}, 'undo', ${actor.personId}, ${actor.name}, ${actor.agencyPath}, ${now},
      ${venueId})`.execute(tx);
  await sql`update candidates set verdict_id = null, venue_id = null, updated_at = ${now}
    where candidate_id = ${id}`.execute(tx);
  let stays = venueId !== null;
  if (venueId !== null && made) {
    const forgotten = await sql<{ gone: boolean }>`select forget_untouched_venue(${venueId}) as gone`.execute(
      tx,
    );
    stays = forgotten.rows[0]?.gone !== true;
  }
  await recordAudit(tx, clock, actor, {
    action: 'undo-candidate',
    object: { kind: 'candidate', id },
    details: { venueStays: stays },
  });
  return { candidate: await findCandidate(tx, id), venueStays: stays };
}
