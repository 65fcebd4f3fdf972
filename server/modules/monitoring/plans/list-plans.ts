// SPDX-License-Identifier: Apache-2.0
import type { Answer, listPlans as contract, getPlan as getContract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { findPlan, selectPlans, viewPlan } from './plan-row.ts';
import { runsOf } from './run-view.ts';

const begun = sql`exists (select 1 from plan_runs r where r.plan_id = p.plan_id)`;
const STATES: Record<string, RawBuilder<unknown>> = {
  ended: sql`p.ended_at is not null`,
  paused: sql`p.ended_at is null and p.paused_at is not null`,
  waiting: sql`p.ended_at is null and p.paused_at is null and not ${begun}`,
  active: sql`p.ended_at is null and p.paused_at is null and ${begun}`,
};

/** Plans, newest first. */
export async function listPlans(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 1);
  const rows = await selectPlans(
    tx,
    sql`where ${query.state ? STATES[query.state]! : sql`true`}
      ${query.kind ? sql`and p.kind = ${query.kind}` : sql``}
      ${after ? sql`and p.plan_id < ${after[0]}::uuid` : sql``} order by p.plan_id desc limit ${limit + 1}`,
  );
  return toPage(rows, limit, viewPlan, (row) => [row.plan_id]);
}

/** One plan with its rounds. @throws AppError `not_found` */
export async function getPlan(tx: Tx, id: string): Promise<Answer<typeof getContract>> {
  return { plan: viewPlan(await findPlan(tx, id)), runs: await runsOf(tx, id) };
}
