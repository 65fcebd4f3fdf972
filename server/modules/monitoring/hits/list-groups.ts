// SPDX-License-Identifier: Apache-2.0
import type { Answer, listHitGroups as contract, Query } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { ruleTitle } from '../rules/engine.ts';

interface GroupRow {
  group_key: string;
  shop: string | null;
  venue_id: string | null;
  rule: string;
  label: string;
  count: number;
  risk: string;
  sample: string[];
}

/** Open hits by shop, rule and template, highest risk first. */
export async function listHitGroups(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 2);
  const { rows } = await sql<GroupRow>`
    select * from (
      select group_key, min(shop) as shop, (array_agg(venue_id))[1] as venue_id, min(rule) as rule,
        min(label) as label, count(*) as count, max(risk)::text as risk,
        (array_agg(title order by risk desc, hit_id))[1:3] as sample
      from hits where verdict_id is null
        ${query.label ? sql`and label = ${query.label}` : sql``}
        ${query.patrolId ? sql`and patrol_id = ${query.patrolId}` : sql``}
      group by group_key) g
    ${after ? sql`where g.risk::real < ${after[0]}::real or (g.risk::real = ${after[0]}::real and g.group_key > ${after[1]})` : sql``}
    order by g.risk::real desc, g.group_key limit ${limit + 1}`.execute(tx);
  return toPage(
    rows,
    limit,
    (row) => ({
      key: row.group_key,
      shop: row.shop,
      venueId: row.venue_id,
      rule: row.rule,
      ruleTitle: ruleTitle(row.rule),
      label: row.label,
      count: row.count,
      risk: Math.round(Number(row.risk) * 1000) / 1000,
      sample: row.sample,
    }),
    (row) => [row.risk, row.group_key],
  );
}
