// SPDX-License-Identifier: Apache-2.0
import type { Answer, listHits as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { selectHits } from './hit-view.ts';

const stateIs = (state: string): RawBuilder<unknown> =>
  state === 'new' ? sql`h.verdict_id is null` : sql`v.verdict = ${state}`;

/**
 * Hits, by default what waits for a verdict, highest risk first (index hits_open_by_risk); titles by two characters and
 * more (hits_title).
 */
export async function listHits(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim().toLowerCase();
  const conditions: RawBuilder<unknown>[] = [
    stateIs(query.state ?? 'new'),
    ...(query.label ? [sql`h.label = ${query.label}`] : []),
    ...(query.rule ? [sql`h.rule = ${query.rule}`] : []),
    ...(query.severity ? [sql`h.severity = ${query.severity}`] : []),
    ...(query.venueId ? [sql`h.venue_id = ${query.venueId}`] : []),
    ...(query.patrolId ? [sql`h.patrol_id = ${query.patrolId}`] : []),
    ...(query.groupKey ? [sql`h.group_key = ${query.groupKey}`] : []),
    ...(q === ''
      ? []
      : [
          sql`(length(${q}) < 2 or bigrams(h.title || ' ' || coalesce(h.shop, '')) @> bigrams(${q}))
            and lower(h.title || ' ' || coalesce(h.shop, '')) like '%' || like_literal(${q}) || '%'`,
        ]),
  ];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const newest = query.sort === 'newest';
  const after = fromCursor(query.cursor, 2);
  const later = !after
    ? sql``
    : newest
      ? sql`and (h.found_at, h.hit_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql`and (h.risk < ${after[0]}::real or (h.risk = ${after[0]}::real and h.hit_id > ${after[1]}::uuid))`;
  const order = newest ? sql`h.found_at desc, h.hit_id desc` : sql`h.risk desc, h.hit_id`;
  const rows = await selectHits(tx, sql`${where} ${later} order by ${order} limit ${limit + 1}`);
  const keys = await exactRisks(tx, rows.at(limit - 1)?.id);
  return {
    ...toPage(
      rows,
      limit,
      (row) => row,
      (row) => [newest ? row.foundAt : (keys ?? row.risk), row.id],
    ),
    ...(after ? {} : { total: await countHits(tx, where) }),
  };
}

async function countHits(tx: Tx, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from hits h left join verdicts v on v.verdict_id = h.verdict_id ${where}`.execute(
    tx,
  );
  return rows[0]?.total ?? 0;
}

/** The risk as it stands in the row: the shown one is rounded, and a cursor must not skip its equals. */
async function exactRisks(tx: Tx, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const { rows } = await sql<{
    risk: string;
  }>`select risk::text as risk from hits where hit_id = ${id}`.execute(tx);
  return rows[0]?.risk ?? null;
}
