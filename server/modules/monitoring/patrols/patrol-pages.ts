// SPDX-License-Identifier: Apache-2.0
import type { Answer, listPatrolPages as contract, PatrolPage, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';

interface PageRow {
  request_id: string;
  url: string;
  status: number | null;
  at: Date;
  ms: number | null;
  bytes: number | null;
  title: string | null;
  outcome: PatrolPage['outcome'];
  listings: number;
  hits: number;
  note: string | null;
}

export async function selectPages(
  tx: Tx,
  rest: RawBuilder<unknown>,
): Promise<(PatrolPage & { requestId: string })[]> {
  const { rows } = await sql<PageRow>`
    select request_id, url, status, at, ms, bytes, title, outcome, listings, hits, note
    from request_log ${rest}`.execute(tx);
  return rows.map(({ request_id, at, ...row }) => ({ ...row, requestId: request_id, at: at.toISOString() }));
}

/** The log of every request of a patrol, newest first; index request_log_by_patrol. */
export async function listPatrolPages(
  tx: Tx,
  id: string,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim().toLowerCase();
  const after = fromCursor(query.cursor, 1);
  const rows = await selectPages(
    tx,
    sql`where patrol_id = ${id} ${query.outcome ? sql`and outcome = ${query.outcome}` : sql``}
      ${q === '' ? sql`` : sql`and lower(url || ' ' || coalesce(title, '')) like '%' || like_literal(${q}) || '%'`}
      ${after ? sql`and request_id < ${after[0]}::uuid` : sql``} order by request_id desc limit ${limit + 1}`,
  );
  return toPage(
    rows,
    limit,
    ({ requestId: _, ...row }) => row,
    (row) => [row.requestId],
  );
}
