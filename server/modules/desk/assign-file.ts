// SPDX-License-Identifier: Apache-2.0
import { type Clock, invalid, legalDay, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

/** Roles that give work out; everybody else takes what lies free and hands on what they have. */
const ASSIGNERS: readonly string[] = ['authority_head', 'supervisor', 'administrator'];

export const mayAssign = (actor: Actor): boolean => actor.roles.some((role) => ASSIGNERS.includes(role));

/**
 * Gives a file that the caller's office holds to one of its officers, or puts it back (`personId` null).
 * @throws AppError `not_found` – not held by this office; `not_allowed` – somebody else has it and the caller gives no
 * work out; `input_invalid` – the person is not of this office or disabled
 */
export async function assignFile(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { fileId: string; personId: string | null; reason: string | null },
): Promise<void> {
  const { rows } = await sql<{ assignee_id: string | null; number: string }>`
    select assignee_id, number from file_tasks
    where file_id = ${wish.fileId} and holder_path = ${actor.agencyPath} and ended_at is null for update`.execute(
    tx,
  );
  const file = rows[0];
  if (!file) throw refused('not_found', `no open file ${wish.fileId} in the hands of ${actor.agencyPath}`);
  if (file.assignee_id !== null && file.assignee_id !== actor.personId && !mayAssign(actor))
    throw refused('not_allowed', 'the file is with somebody else');
  if (wish.personId !== null) await requireColleague(tx, actor, wish.personId);
  if (file.assignee_id === wish.personId) return;
  const now = new Date(clock.now());
  await sql`update file_tasks set assignee_id = ${wish.personId} where file_id = ${wish.fileId}`.execute(tx);
  await sql`
    insert into file_assignments (assignment_id, file_id, at, by_person, assignee_id, reason)
    values (${uuidv7(clock.now())}, ${wish.fileId}, ${now}, ${actor.personId}, ${wish.personId}, ${wish.reason})`.execute(
    tx,
  );
  if (wish.personId !== null && wish.personId !== actor.personId)
    await sql`
      insert into reminders (reminder_id, person_id, file_id, kind, due, at)
      values (${uuidv7(clock.now())}, ${wish.personId}, ${wish.fileId}, 'assigned', ${legalDay(clock.now())}::date, ${now})
      on conflict do nothing`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'assign-file',
    object: { kind: 'file', id: wish.fileId },
    rationale: wish.reason,
    details: { number: file.number, from: file.assignee_id, to: wish.personId },
  });
}

async function requireColleague(tx: Tx, actor: Actor, personId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from people where person_id = ${personId} and agency_id = ${actor.agencyId} and disabled_at is null`.execute(
    tx,
  );
  if (rows.length === 0)
    throw invalid('input_invalid', 'not an officer of this office', {
      faults: [{ pointer: '/personId', reason: 'not an active officer of this office' }],
    });
}
