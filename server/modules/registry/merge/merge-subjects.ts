// SPDX-License-Identifier: Apache-2.0
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';

/**
 * Two records are of one subject: `into` stands for both from now on. No row is moved: what hangs on `from` is found
 * through `merged_into`, so that taking it back is exact. Records behind `from` go along.
 * @throws AppError `not_found`, `merge_refused`
 */
export async function mergeSubjects(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { intoId: string; fromId: string; reason: string },
): Promise<void> {
  const { rows } = await sql<{ subject_id: string; name: string; merged_into: string | null }>`
    select subject_id, name, merged_into from subjects where subject_id in (${wish.intoId}, ${wish.fromId})
    order by subject_id for update`.execute(tx);
  const into = rows.find((row) => row.subject_id === wish.intoId);
  const from = rows.find((row) => row.subject_id === wish.fromId);
  if (!into || !from) throw refused('not_found', 'no such subject');
  if (into === from || into.merged_into !== null || from.merged_into !== null)
    throw refused('merge_refused', 'one record, or one of them is merged already');
  const now = new Date(clock.now());
  const along = await sql<{ subject_id: string }>`
    update subjects set merged_into = ${wish.intoId} where merged_into = ${wish.fromId} returning subject_id`.execute(
    tx,
  );
  await sql`update subjects set merged_into = ${wish.intoId} where subject_id = ${wish.fromId}`.execute(tx);
  const id = uuidv7(clock.now());
  await sql`
    insert into subject_mergers (merger_id, into_id, from_id, along, at, by_person, by_name, reason)
    values (${id}, ${wish.intoId}, ${wish.fromId}, ${along.rows.map((row) => row.subject_id)}::uuid[], ${now},
      ${actor.personId}, ${actor.name}, ${wish.reason})`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'merge-subjects',
    object: { kind: 'subject', id: wish.intoId },
    rationale: wish.reason,
    details: { merger: id, from: wish.fromId, name: from.name },
  });
}

/** Takes a merger back: both records stand as before, with those that had gone along. @throws AppError `not_found` */
export async function undoMerger(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { mergerId: string; reason: string },
): Promise<void> {
  const { rows } = await sql<{ into_id: string; from_id: string; along: string[] }>`
    update subject_mergers set undone_at = ${new Date(clock.now())}, undone_by = ${actor.name},
      undo_reason = ${wish.reason}
    where merger_id = ${wish.mergerId} and undone_at is null returning into_id, from_id, along`.execute(tx);
  const merger = rows[0];
  if (!merger) throw refused('not_found', `no open merger ${wish.mergerId}`);
  await sql`update subjects set merged_into = null where subject_id = ${merger.from_id}`.execute(tx);
  // Only those that still stand where this merger brought them.
  await sql`
    update subjects s set merged_into = ${merger.from_id} where subject_id = any(${merger.along}::uuid[])
      and exists (select 1 from subject_mergers m where m.from_id = s.subject_id and m.into_id = ${merger.from_id}
        and m.undone_at is null)`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'split-subjects',
    object: { kind: 'subject', id: merger.into_id },
    rationale: wish.reason,
    details: { merger: wish.mergerId, from: merger.from_id },
  });
}
