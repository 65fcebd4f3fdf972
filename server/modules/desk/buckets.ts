// SPDX-License-Identifier: Apache-2.0
import { DESK_BUCKETS, type DeskBucket } from '@yiwang/contracts';
import { type LocalDate, legalDay } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

/** Which rows lie on the desk, those of absent colleagues whose deputy one is among them: served by file_tasks_by_holder, whose range a policy does not spoil. */
export function onDesk(actor: Actor, whose: 'mine' | 'office', today: LocalDate): RawBuilder<unknown> {
  const office = sql`t.holder_path = ${actor.agencyPath} and t.ended_at is null`;
  return whose === 'office'
    ? office
    : sql`${office} and (t.assignee_id is null or t.assignee_id = ${actor.personId} or t.assignee_id in (
        select b.person_id from absences b where b.deputy_id = ${actor.personId} and b.ended_at is null
          and ${today}::date between b.from_day and b.to_day))`;
}

/** Opened by this office and now in another's hands. */
export const withOthers = (actor: Actor): RawBuilder<unknown> =>
  sql`t.owner_path = ${actor.agencyPath} and t.holder_path <> ${actor.agencyPath} and t.ended_at is null`;

export function inBucket(bucket: Exclude<DeskBucket, 'waiting'>, today: LocalDate): RawBuilder<unknown> {
  switch (bucket) {
    case 'overdue':
      return sql`t.due < ${today}::date`;
    case 'today':
      return sql`t.due = ${today}::date`;
    case 'week':
      return sql`t.due between ${today}::date + 1 and ${today}::date + 7`;
    case 'later':
      return sql`(t.due > ${today}::date + 7 or t.due is null)`;
  }
}

/** How many files lie in each bucket, in one pass. */
export async function countBuckets(
  tx: Tx,
  actor: Actor,
  whose: 'mine' | 'office',
  now: number,
): Promise<Record<DeskBucket, number>> {
  const today = legalDay(now);
  const dated = DESK_BUCKETS.filter((bucket) => bucket !== 'waiting');
  const counts = dated.map(
    (bucket) => sql`count(*) filter (where ${inBucket(bucket, today)})::int as ${sql.ref(bucket)}`,
  );
  const { rows } = await sql<Record<DeskBucket, number>>`
    select ${sql.join(counts)}, (select count(*)::int from file_tasks t where ${withOthers(actor)}) as waiting
    from file_tasks t where ${onDesk(actor, whose, today)}`.execute(tx);
  const { overdue, today: due, week, later, waiting } = rows[0]!;
  return { overdue, today: due, week, later, waiting };
}
