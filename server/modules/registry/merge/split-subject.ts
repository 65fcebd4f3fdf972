// SPDX-License-Identifier: Apache-2.0
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { createSubject } from '../create-subject.ts';

/**
 * One record was of two subjects: a new one takes the venues that are named. Merging the two again takes it back.
 * @throws AppError `not_found`, `input_invalid` – a venue is not of this subject; `already_there`
 * @returns id of the new subject
 */
export async function splitSubject(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { id: string; name: string; uscc: string | null; venueIds: readonly string[]; reason: string },
): Promise<string> {
  const { rows } = await sql<{ kind: 'merchant'; service: null }>`
    select kind, service from subjects where subject_id = ${wish.id} for update`.execute(tx);
  const subject = rows[0];
  if (!subject) throw refused('not_found', `subject ${wish.id}`);
  const newId = await createSubject(tx, clock, actor, { ...subject, name: wish.name, uscc: wish.uscc });
  const moved = await sql`
    update venues set subject_id = ${newId} where venue_id = any(${[...wish.venueIds]}::uuid[]) and subject_id in (
      select subject_id from subjects where subject_id = ${wish.id} or merged_into = ${wish.id})
    returning venue_id`.execute(tx);
  if (moved.rows.length !== new Set(wish.venueIds).size)
    throw invalid('input_invalid', 'a venue is not of this subject', {
      faults: [{ pointer: '/venueIds', reason: 'not a place of this subject' }],
    });
  await sql`
    insert into subject_splits (split_id, from_id, new_id, venue_ids, at, by_person, by_name, reason)
    values (${uuidv7(clock.now())}, ${wish.id}, ${newId}, ${[...wish.venueIds]}::uuid[], ${new Date(clock.now())},
      ${actor.personId}, ${actor.name}, ${wish.reason})`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'split-subjects',
    object: { kind: 'subject', id: wish.id },
    rationale: wish.reason,
    details: { new: newId, venues: wish.venueIds },
  });
  return newId;
}
