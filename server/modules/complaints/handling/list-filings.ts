// SPDX-License-Identifier: Apache-2.0
import type { Answer, listComplaints as contract, FilingKind, Query } from '@yiwang/contracts';
import { type LocalDate, legalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { selectFilings, viewFilings } from './filing-view.ts';

const NEVER = '9999-12-31';

const dueWithin = (due: 'soon' | 'lapsed', today: LocalDate): RawBuilder<unknown> =>
  due === 'soon' ? sql`c.due between ${today}::date and ${today}::date + 3` : sql`c.due < ${today}::date`;

/** Filings of a kind that one may see, nearest due date first; those without a running clock last. */
export async function listFilings(
  tx: Tx,
  kind: FilingKind,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim();
  const conditions: RawBuilder<unknown>[] = [
    sql`g.kind = ${kind}`,
    ...(query.state ? [sql`f.state = ${query.state}`] : []),
    ...(query.channel ? [sql`g.channel = ${query.channel}`] : []),
    ...(query.matter ? [sql`g.matter = ${query.matter}`] : []),
    ...(query.due ? [dueWithin(query.due, legalDay(now))] : []),
    ...(q === ''
      ? []
      : [
          sql`(g.filing_id in (select search_filings(${q})) or f.number like '%' || like_literal(${q}) || '%')`,
        ]),
  ];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const after = fromCursor(query.cursor, 2);
  const rows = await selectFilings(
    tx,
    sql`${where} ${
      after
        ? sql`and (coalesce(c.due, ${NEVER}::date), g.filing_id) > (${after[0]}::date, ${after[1]}::uuid)`
        : sql``
    } order by coalesce(c.due, ${NEVER}::date), g.filing_id limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.due ?? NEVER, row.filing_id],
  );
  return {
    items: await viewFilings(tx, page.items, now),
    next: page.next,
    ...(await countFilings(tx, kind)),
  };
}

async function countFilings(
  tx: Tx,
  kind: FilingKind,
): Promise<Pick<Answer<typeof contract>, 'total' | 'states'>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select f.state, count(*)::int as count from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id and f.procedure = ${kind} group by f.state`.execute(tx);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  return {
    total: rows.reduce((sum, row) => sum + row.count, 0),
    states: Object.entries(machineOf(kind).states).map(([state, { title }]) => ({
      state,
      title,
      count: counts.get(state) ?? 0,
    })),
  };
}
