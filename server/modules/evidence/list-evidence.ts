// SPDX-License-Identifier: Apache-2.0
import type { Answer, listEvidence as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { selectEvidence } from './evidence-view.ts';

/** Items, newest first. */
export async function listEvidence(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim().toLowerCase();
  const after = fromCursor(query.cursor, 2);
  const conditions: RawBuilder<unknown>[] = [
    sql`true`,
    ...(query.patrolId ? [sql`patrol_id = ${query.patrolId}`] : []),
    ...(query.venueId ? [sql`venue_id = ${query.venueId}`] : []),
    ...(q === ''
      ? []
      : [
          sql`(lower(url || ' ' || coalesce(title, '')) like '%' || like_literal(${q}) || '%'
            or sha256 like like_literal(${q}) || '%')`,
        ]),
    ...(after ? [sql`(created_at, evidence_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`] : []),
  ];
  const rows = await selectEvidence(
    tx,
    sql`where ${sql.join(conditions, sql` and `)} order by created_at desc, evidence_id desc limit ${limit + 1}`,
  );
  return toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.createdAt, row.id],
  );
}
