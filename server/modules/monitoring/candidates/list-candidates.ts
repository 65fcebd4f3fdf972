// SPDX-License-Identifier: Apache-2.0
import type { Answer, listCandidates as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { selectCandidates } from './candidate-view.ts';

/** Candidates, by default what waits, most telling first (index candidates_open). */
export async function listCandidates(
  tx: Tx,
  app: App,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const state = query.state ?? 'new';
  const q = (query.q ?? '').trim().toLowerCase();
  const conditions: RawBuilder<unknown>[] = [
    state === 'new' ? sql`c.verdict_id is null` : sql`v.verdict = ${state}`,
    ...(query.reason
      ? [
          sql`exists (select 1 from candidate_reasons r where r.candidate_id = c.candidate_id
            and r.kind = ${query.reason})`,
        ]
      : []),
    ...(q === ''
      ? []
      : [
          sql`(length(${q}) < 2 or bigrams(coalesce(c.name, '') || ' ' || c.url) @> bigrams(${q}))
            and lower(coalesce(c.name, '') || ' ' || c.url) like '%' || like_literal(${q}) || '%'`,
        ]),
  ];
  const where = sql`where ${sql.join(conditions, sql` and `)}`;
  const newest = query.sort === 'newest';
  const after = fromCursor(query.cursor, 2);
  const later = !after
    ? sql``
    : newest
      ? sql`and (c.proposed_at, c.candidate_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql`and (c.score < ${after[0]}::real or (c.score = ${after[0]}::real and c.candidate_id > ${after[1]}::uuid))`;
  const order = newest ? sql`c.proposed_at desc, c.candidate_id desc` : sql`c.score desc, c.candidate_id`;
  const rows = await selectCandidates(tx, sql`${where} ${later} order by ${order} limit ${limit + 1}`);
  const counted = await sql<{ total: number }>`
    select count(*) as total from candidates c
    left join candidate_verdicts v on v.verdict_id = c.verdict_id ${where}`.execute(tx);
  return {
    ...toPage(
      rows,
      limit,
      (row) => row,
      (row) => [newest ? row.proposedAt : row.score, row.id],
    ),
    total: counted.rows[0]?.total ?? 0,
    canSearch: app.settings.searchUrl !== null,
  };
}
