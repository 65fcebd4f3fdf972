// SPDX-License-Identifier: Apache-2.0
import type { Answer, judgeHitGroup as contract } from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { judgeHit, type Ruling } from './judge-hit.ts';

/**
 * One verdict for every open hit of a group. Those that somebody is judging at this moment are left to him: SKIP LOCKED,
 * in the order of ids.
 */
export async function judgeHitGroup(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  key: string,
  ruling: Ruling,
): Promise<Answer<typeof contract>> {
  const { rows } = await sql<{ hit_id: string }>`
    select hit_id from hits where group_key = ${key} and verdict_id is null
    order by hit_id for update skip locked`.execute(tx);
  const leadIds: string[] = [];
  for (const { hit_id } of rows) {
    const { leadId } = await judgeHit(tx, clock, actor, hit_id, ruling);
    if (leadId !== null) leadIds.push(leadId);
  }
  return { judged: rows.map((row) => row.hit_id), leadIds };
}
