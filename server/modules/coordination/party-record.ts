// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

/** How a party answered the files of one procedure that the actor may see. Silence counts against it for good. */
export async function recordOf(
  tx: Tx,
  procedure: string,
  key: string,
): Promise<{ sent: number; answered: number; late: number; unanswered: number }> {
  const { rows } = await sql<{ sent: number; answered: number; late: number; unanswered: number }>`
    with mine as (
      select c.file_id, exists (select 1 from file_timeline t where t.file_id = c.file_id
          and t.action in ('answer', 'record-answer', 'receive', 'record-receipt')) as answered,
        exists (select 1 from file_timeline t where t.file_id = c.file_id and t.action = 'lapse') as lapsed
      from (select distinct file_id from file_access) a join coordination_files c on c.file_id = a.file_id
      where c.procedure = ${procedure} and c.recipient_key = ${key})
    select count(*)::int as sent, count(*) filter (where answered and not lapsed)::int as answered,
      count(*) filter (where answered and lapsed)::int as late,
      count(*) filter (where lapsed and not answered)::int as unanswered
    from mine`.execute(tx);
  return rows[0]!;
}
