// SPDX-License-Identifier: Apache-2.0
import type { Answer, listLeads as contract, Query } from '@yiwang/contracts';
import { type LocalDate, legalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
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
    ...(query.due ? [dueWithin(query.due, legalDay(now))] : []),
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
    ...(after ? {} : { total: await countLeads(tx, where), states: await countStates(tx) }),
  };
}

/** By the clock that still runs; the same days as the indicators of the overview count. */
const dueWithin = (due: 'soon' | 'lapsed', today: LocalDate): RawBuilder<unknown> =>
  sql`exists (select 1 from file_clocks k where k.file_id = l.lead_id and k.clock = 'check' and k.met_on is null and ${
    due === 'soon' ? sql`k.due between ${today}::date and ${today}::date + 3` : sql`k.due < ${today}::date`
  })`;

/** How many leads one may see in each state of the newest procedure, whatever else is filtered. */
async function countStates(tx: Tx): Promise<Answer<typeof contract>['states']> {
  const { rows } = await sql<{ state: string; count: number }>`
    select f.state, count(*)::int as count from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id and f.procedure = 'lead' group by f.state`.execute(tx);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  return Object.entries(machineOf('lead').states).map(([state, { title }]) => ({
    state,
    title,
    count: counts.get(state) ?? 0,
  }));
}

async function countLeads(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id and f.procedure = 'lead'
    join leads l on l.lead_id = a.file_id ${where}`.execute(tx);
  return rows[0]?.count ?? 0;
}
