// SPDX-License-Identifier: Apache-2.0
import type { Answer, listLeads as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { selectLeads, viewLeads } from './lead-view.ts';

const NEVER = '9999-12-31';

/** Leads that one may see, nearest due date first; those without a running clock last. Withdrawn ones only if asked for. */
export async function listLeads(
  tx: Tx,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim();
  const conditions: RawBuilder<unknown>[] = [
    query.state ? sql`f.state = ${query.state}` : sql`f.state <> 'withdrawn'`,
    ...(query.grade ? [sql`f.values->>'grade' = ${query.grade}`] : []),
    ...(query.source ? [sql`l.source = ${query.source}`] : []),
    ...(query.label ? [sql`${query.label} = any(l.labels)`] : []),
    ...(q === '' ? [] : [sql`l.lead_id in (select search_leads(${q}))`]),
  ];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const after = fromCursor(query.cursor, 2);
  const rows = await selectLeads(
    tx,
    sql`${where} ${
      after
        ? sql`and (coalesce(c.due, ${NEVER}::date), l.lead_id) > (${after[0]}::date, ${after[1]}::uuid)`
        : sql``
    } order by coalesce(c.due, ${NEVER}::date), l.lead_id limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.due ?? NEVER, row.lead_id],
  );
  return {
    items: await viewLeads(tx, page.items, now),
    next: page.next,
    total: await countLeads(tx, where),
  };
}

async function countLeads(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id and f.procedure = 'lead'
    join leads l on l.lead_id = a.file_id ${where}`.execute(tx);
  return rows[0]?.count ?? 0;
}
