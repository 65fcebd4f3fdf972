// SPDX-License-Identifier: Apache-2.0
import type { Plan } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

export interface PlanRow {
  plan_id: string;
  kind: Plan['kind'];
  title: string;
  ground: string;
  sites: string[];
  classes: Plan['classes'];
  every_days: number | null;
  at_hour: number;
  starts_on: string;
  recheck_on: string | null;
  ends_on: string | null;
  per_round: number;
  max_pages: number;
  rate: number;
  render: Plan['render'];
  agency_id: string | null;
  agency_path: string;
  created_by: string;
  created_at: Date;
  next_due_at: Date | null;
  paused_at: Date | null;
  ended_at: Date | null;
  rounds: number;
  last_run_at: Date | null;
}

const stateOf = (row: PlanRow): Plan['state'] => {
  if (row.ended_at !== null) return 'ended';
  if (row.paused_at !== null) return 'paused';
  return row.rounds === 0 ? 'waiting' : 'active';
};

/** Plans with their rounds counted; `rest` is everything from `where` on. */
export async function selectPlans(tx: Tx, rest: RawBuilder<unknown>): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`
    select p.plan_id, p.kind, p.title, p.ground, p.sites, p.classes, p.every_days, p.at_hour,
      p.starts_on::text as starts_on, p.recheck_on::text as recheck_on, p.ends_on::text as ends_on, p.per_round,
      p.max_pages, p.rate::float8 as rate, p.render, p.agency_id, p.agency_path, p.created_by, p.created_at,
      p.next_due_at, p.paused_at, p.ended_at,
      (select count(*) from plan_runs r where r.plan_id = p.plan_id) as rounds,
      (select max(started_at) from plan_runs r where r.plan_id = p.plan_id) as last_run_at
    from plans p ${rest}`.execute(tx);
  return rows;
}

export const viewPlan = (row: PlanRow): Plan => ({
  id: row.plan_id,
  kind: row.kind,
  state: stateOf(row),
  title: row.title,
  ground: row.ground,
  sites: row.sites,
  classes: row.classes,
  everyDays: row.every_days,
  atHour: row.at_hour,
  startsOn: row.starts_on,
  recheckOn: row.recheck_on,
  endsOn: row.ends_on,
  perRound: row.per_round,
  maxPages: row.max_pages,
  rate: Math.round(row.rate * 1000) / 1000,
  render: row.render,
  nextDueAt:
    row.ended_at === null && row.paused_at === null ? (row.next_due_at?.toISOString() ?? null) : null,
  rounds: row.rounds,
  lastRunAt: row.last_run_at?.toISOString() ?? null,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
});

/** @throws AppError `not_found` */
export async function findPlan(tx: Tx, id: string): Promise<PlanRow> {
  const [row] = await selectPlans(tx, sql`where p.plan_id = ${id}`);
  if (!row) throw refused('not_found', `plan ${id}`);
  return row;
}
