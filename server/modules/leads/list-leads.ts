// SPDX-License-Identifier: Apache-2.0
import type { Answer, listLeads as contract, Query } from '@yiwang/contracts';
import { type LocalDate, legalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { type LeadRow, selectLeads, viewLeads } from './lead-view.ts';

const NEVER = '9999-12-31';

/**
 * Leads that one may see, nearest due date first; those without a running clock last. Withdrawn ones only if asked for.
 * The page is chosen on file_tasks, whose policy is a range: asking may_read_file of three tables for every lead of an
 * office costs ten times as much. Only the leads of the page are read in full.
 */
export async function listLeads(
  tx: Tx,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim();
  const narrow: RawBuilder<unknown>[] = [
    ...(query.grade ? [sql`f.values->>'grade' = ${query.grade}`] : []),
    ...(query.source ? [sql`l.source = ${query.source}`] : []),
    ...(query.label ? [sql`${query.label} = any(l.labels)`] : []),
    ...(query.due ? [dueWithin(query.due, legalDay(now))] : []),
    ...(q === '' ? [] : [sql`t.file_id in (select search_leads(${q}))`]),
  ];
  const from = sql`
    from (select distinct file_id from file_access) a
    join file_tasks t on t.file_id = a.file_id and t.procedure = 'lead'
    ${query.grade ? sql`join files f on f.file_id = t.file_id` : sql``}
    ${query.source || query.label ? sql`join leads l on l.lead_id = t.file_id` : sql``}
    where ${sql.join(
      [query.state ? sql`t.state = ${query.state}` : sql`t.state <> 'withdrawn'`, ...narrow],
      sql` and `,
    )}`;
  const after = fromCursor(query.cursor, 2);
  const { rows: chosen } = await sql<Chosen>`
    select t.file_id as id, t.due::text as due, t.started_on::text as started_on ${from}
    ${after ? sql`and (coalesce(t.due, ${NEVER}::date), t.file_id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
    order by coalesce(t.due, ${NEVER}::date), t.file_id limit ${limit + 1}`.execute(tx);
  const page = toPage(
    chosen,
    limit,
    (row) => row,
    (row) => [row.due ?? NEVER, row.id],
  );
  return {
    items: await viewLeads(tx, await readChosen(tx, page.items), now),
    next: page.next,
    ...(after ? {} : await countAll(tx, query.state, narrow.length > 0 ? from : null)),
  };
}

/** A lead of the page with its nearest clock. */
interface Chosen {
  id: string;
  due: LocalDate | null;
  started_on: LocalDate | null;
}

async function readChosen(tx: Tx, chosen: readonly Chosen[]): Promise<LeadRow[]> {
  if (chosen.length === 0) return [];
  const rows = await selectLeads(tx, sql`where l.lead_id = any(${chosen.map((one) => one.id)}::uuid[])`);
  const byId = new Map(rows.map((row) => [row.lead_id, row]));
  return chosen.flatMap(({ id, due, started_on }) => {
    const row = byId.get(id);
    return row ? [{ ...row, due, started_on }] : [];
  });
}

/** By the clock that still runs; the same days as the indicators of the overview count. */
const dueWithin = (due: 'soon' | 'lapsed', today: LocalDate): RawBuilder<unknown> =>
  sql`exists (select 1 from file_clocks k where k.file_id = t.file_id and k.clock = 'check' and k.met_on is null and ${
    due === 'soon' ? sql`k.due between ${today}::date and ${today}::date + 3` : sql`k.due < ${today}::date`
  })`;

/** How many leads one may see in each state of the newest procedure, whatever else is filtered; and of the filtered. */
async function countAll(
  tx: Tx,
  state: string | undefined,
  filtered: RawBuilder<unknown> | null,
): Promise<Pick<Answer<typeof contract>, 'total' | 'states'>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select t.state, count(*)::int as count from (select distinct file_id from file_access) a
    join file_tasks t on t.file_id = a.file_id and t.procedure = 'lead' group by t.state`.execute(tx);
  const counts = new Map(rows.map((row) => [row.state, row.count]));
  const total = rows
    .filter((row) => (state ? row.state === state : row.state !== 'withdrawn'))
    .reduce((sum, row) => sum + row.count, 0);
  return {
    total: filtered === null ? total : await countFiltered(tx, filtered),
    states: Object.entries(machineOf('lead').states).map(([id, { title }]) => ({
      state: id,
      title,
      count: counts.get(id) ?? 0,
    })),
  };
}

async function countFiltered(tx: Tx, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count ${from}`.execute(tx);
  return rows[0]?.count ?? 0;
}
