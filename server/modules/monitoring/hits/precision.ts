// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

export interface RuleRecord {
  right: number;
  judged: number;
  open: number;
}

/**
 * How often officers agreed, by rule. A duplicate was rightly found; dead says nothing of the rule and is not counted.
 * A verdict taken back does not count.
 */
export async function rulePrecision(tx: Tx, rules?: readonly string[]): Promise<Map<string, RuleRecord>> {
  const { rows } = await sql<{ rule: string } & RuleRecord>`
    select h.rule, count(*) filter (where v.verdict in ('confirmed', 'duplicate')) as right,
      count(*) filter (where v.verdict in ('confirmed', 'duplicate', 'noise')) as judged,
      count(*) filter (where h.verdict_id is null) as open
    from hits h left join verdicts v on v.verdict_id = h.verdict_id
    ${rules ? sql`where h.rule = any(${[...rules]}::text[])` : sql``} group by h.rule`.execute(tx);
  return new Map(rows.map(({ rule, ...record }) => [rule, record]));
}
