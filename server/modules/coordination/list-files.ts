// SPDX-License-Identifier: Apache-2.0
import type { Answer, listFiles as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { selectRows, viewRows } from './file-row.ts';

const NEVER = '9999-12-31';

/** Files between offices that one may see, nearest due date first. */
export async function listFiles(
  tx: Tx,
  actor: Actor,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim().toLowerCase();
  const conditions: RawBuilder<unknown>[] = [
    sql`true`,
    ...(query.procedure ? [sql`c.procedure = ${query.procedure}`] : []),
    ...(query.open === undefined ? [] : [query.open ? sql`f.ended_at is null` : sql`f.ended_at is not null`]),
    ...(query.whose === 'ours' ? [sql`f.ended_at is null and f.holder_id = ${actor.agencyId}`] : []),
    ...(query.whose === 'sent'
      ? [sql`f.ended_at is null and f.agency_id = ${actor.agencyId} and f.holder_id <> f.agency_id`]
      : []),
    ...(q === ''
      ? []
      : [
          sql`lower(f.number || ' ' || c.title || ' ' || coalesce(c.recipient, '')) like
            '%' || like_literal(${q}) || '%'`,
        ]),
  ];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const after = fromCursor(query.cursor, 2);
  const rows = await selectRows(
    tx,
    sql`${where} ${
      after ? sql`and (coalesce(k.due, ${NEVER}), c.file_id) > (${after[0]}, ${after[1]}::uuid)` : sql``
    } order by coalesce(k.due, ${NEVER}), c.file_id limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.due ?? NEVER, row.file_id],
  );
  const total = await sql<{ count: number }>`
    select count(*) as count from (select distinct file_id from file_access) a
    join coordination_files c on c.file_id = a.file_id join files f on f.file_id = a.file_id ${where}`.execute(
    tx,
  );
  return { items: await viewRows(tx, page.items, now), next: page.next, total: total.rows[0]?.count ?? 0 };
}
