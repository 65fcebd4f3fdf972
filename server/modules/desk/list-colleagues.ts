// SPDX-License-Identifier: Apache-2.0
import type { Answer, listColleagues as contract } from '@yiwang/contracts';
import { OFFICERS } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

/** Active officers of one's own office with how many open files each has: who hands over sees who is free. */
export async function listColleagues(tx: Tx, actor: Actor): Promise<Answer<typeof contract>> {
  const { rows } = await sql<{ id: string; name: string; open: number }>`
    select p.person_id as id, p.name, count(t.file_id)::int as open from people p
    left join file_tasks t on t.assignee_id = p.person_id and t.ended_at is null
      and t.holder_path = ${actor.agencyPath}
    where p.agency_id = ${actor.agencyId} and p.disabled_at is null and p.roles && ${[...OFFICERS]}::text[]
    group by 1, 2 order by 3, 2 limit 500`.execute(tx);
  return { items: rows };
}
