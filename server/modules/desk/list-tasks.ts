// SPDX-License-Identifier: Apache-2.0
import type { Answer, listTasks as contract, Query } from '@yiwang/contracts';
import { invalid, isUuid, legalDay } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { FileKind } from '../../platform/files/index.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { inBucket, onDesk, withOthers } from './buckets.ts';
import { selectTasks, viewTasks } from './task-view.ts';

const NEVER = '9999-12-31';

/** Files on the desk, the nearest date first, those without one last. */
export async function listTasks(
  tx: Tx,
  actor: Actor,
  kinds: readonly FileKind[],
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const { bucket } = query;
  const conditions: RawBuilder<unknown>[] = [
    bucket === 'waiting' ? withOthers(actor) : onDesk(actor, query.whose ?? 'mine', legalDay(now)),
    ...(bucket === undefined || bucket === 'waiting' ? [] : [inBucket(bucket, legalDay(now))]),
    ...(query.procedure ? [sql`t.procedure = ${query.procedure}`] : []),
    ...(query.assignee ? [ofAssignee(query.assignee)] : []),
  ];
  const after = fromCursor(query.cursor, 2);
  if (after)
    conditions.push(
      sql`(coalesce(t.due, ${NEVER}::date), t.file_id) > (${after[0]}::date, ${after[1]}::uuid)`,
    );
  const rows = await selectTasks(
    tx,
    sql`where ${sql.join(conditions, sql` and `)}
      order by coalesce(t.due, ${NEVER}::date), t.file_id limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.due ?? NEVER, row.file_id],
  );
  return { items: await viewTasks(tx, actor, kinds, page.items, now), next: page.next };
}

function ofAssignee(value: string): RawBuilder<unknown> {
  if (value === 'nobody') return sql`t.assignee_id is null`;
  if (!isUuid(value))
    throw invalid('input_invalid', 'the assignee is no id', {
      faults: [{ pointer: '/assignee', reason: 'an id, or `nobody`' }],
    });
  return sql`t.assignee_id = ${value}`;
}
