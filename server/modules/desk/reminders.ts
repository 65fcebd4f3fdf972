// SPDX-License-Identifier: Apache-2.0
import type { Answer, listReminders as contract, Query, Reminder } from '@yiwang/contracts';
import { type Clock, type LocalDate, legalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type FileKind, pageOf } from '../../platform/files/index.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';

interface Row {
  reminder_id: string;
  kind: Reminder['kind'];
  at: Date;
  seen_at: Date | null;
  due: LocalDate | null;
  file_id: string;
  procedure: string;
  number: string;
  title: string;
}

/** The caller's reminders of files that are still within sight, newest first. */
export async function listReminders(
  tx: Tx,
  actor: Actor,
  kinds: readonly FileKind[],
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 20;
  const after = fromCursor(query.cursor, 2);
  const { rows } = await sql<Row>`
    select r.reminder_id, r.kind, r.at, r.seen_at, r.due::text as due, t.file_id, t.procedure, t.number, t.title
    from reminders r join file_tasks t on t.file_id = r.file_id
    where r.person_id = ${actor.personId}
      ${after ? sql`and (r.at, r.reminder_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by r.at desc, r.reminder_id desc limit ${limit + 1}`.execute(tx);
  const unseen = await sql<{ count: number }>`
    select count(*)::int as count from reminders where person_id = ${actor.personId} and seen_at is null`.execute(
    tx,
  );
  const page = toPage(
    rows,
    limit,
    (row) => ({
      id: row.reminder_id,
      kind: row.kind,
      at: row.at.toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
      due: row.due,
      number: row.number,
      title: row.title === '' ? row.number : row.title,
      href: pageOf(kinds, row.procedure, row.file_id),
    }),
    (row) => [row.at.toISOString(), row.reminder_id],
  );
  return { ...page, unseen: unseen.rows[0]?.count ?? 0 };
}

export async function seeReminders(tx: Tx, clock: Clock, actor: Actor): Promise<void> {
  await sql`
    update reminders set seen_at = ${new Date(clock.now())}
    where person_id = ${actor.personId} and seen_at is null`.execute(tx);
}

/** Days before a due date from which a file is called to mind; the overview counts by the same three days. */
const SOON_DAYS = 3;
/** What lapsed longer ago is on the desk in red; it is not announced any more. */
const LATE_DAYS = 30;

/**
 * Writes what is due to whoever has the file; nobody has it: to the heads of the office that holds it. Idempotent by
 * person, file, kind and date.
 * @returns how many were new
 */
export async function writeReminders(tx: Tx, now: number): Promise<number> {
  const today = legalDay(now);
  const { rows } = await sql<{ count: number }>`
    with due as (
      select t.file_id, t.due, coalesce(t.assignee_id, h.person_id) as person_id,
        case when t.due < ${today}::date then 'overdue' when t.due = ${today}::date then 'due-today'
          else 'due-soon' end as kind
      from file_tasks t
      left join agencies g on g.path = t.holder_path and t.assignee_id is null
      left join people h on h.agency_id = g.agency_id and h.disabled_at is null and 'authority_head' = any(h.roles)
      where t.ended_at is null and t.due between ${today}::date - ${LATE_DAYS}::int and ${today}::date + ${SOON_DAYS}::int
    ), written as (
      insert into reminders (reminder_id, person_id, file_id, kind, due, at)
      select gen_random_uuid(), person_id, file_id, kind, due, ${new Date(now)} from due where person_id is not null
      on conflict do nothing returning 1)
    select count(*)::int as count from written`.execute(tx);
  return rows[0]?.count ?? 0;
}
