// SPDX-License-Identifier: Apache-2.0
import { AppError, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import { type Actor, systemActor, withActor, withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';
import { startPatrol } from '../patrols/start-patrol.ts';
import { siteAddress } from '../site-address.ts';
import { chooseSites, flaggedSites } from './choose-sites.ts';
import { nextDue } from './next-due.ts';
import { type PlanRow, selectPlans } from './plan-row.ts';

export const plansJob = defineJob('monitoring.run-plans', Type.Object({}));

/** Plans begun in one minute; more wait for the next. */
const MAX_PLANS = 20;

/**
 * Begins the next round of a plan: its patrols, its record and its next date commit together, under a lock on the plan,
 * so a round exists once however many workers look and however often they are killed.
 */
export async function beginRound(tx: Tx, app: App, actor: Actor, plan: PlanRow): Promise<number> {
  const now = app.clock.now();
  const round = plan.rounds + 1;
  const phase = plan.kind === 'campaign' && round > 1 ? 'recheck' : 'check';
  const runId = uuidv7(now);
  const made = await sql`
    insert into plan_runs (run_id, plan_id, round, phase, started_at)
    values (${runId}, ${plan.plan_id}, ${round}, ${phase}, ${new Date(now)})
    on conflict (plan_id, round) do nothing returning run_id`.execute(tx);
  if (made.rows.length === 0) return 0;
  const sites = phase === 'recheck' ? await flaggedSites(tx, plan.plan_id) : await chooseSites(tx, plan, now);
  let started = 0;
  for (const { site, host } of sites) {
    let patrolId: string | null = null;
    let skipped: 'running' | 'refused' | null = null;
    const open = await sql`
      select 1 from patrols where host = ${host} and ended_at is null and stopped_at is null limit 1`.execute(
      tx,
    );
    if (open.rows.length > 0) skipped = 'running';
    else
      try {
        // Judged before anything is written: a refusal must not spoil the round of the others.
        siteAddress(app, site);
        const patrol = await startPatrol(tx, app, actor, {
          site,
          kind: plan.kind,
          ground: `${plan.ground}（${plan.title}，第 ${round} 轮）`.slice(0, 500),
          maxPages: plan.max_pages,
          rate: plan.rate,
          render: plan.render,
        });
        patrolId = patrol.id;
        started += 1;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'address_refused') throw error;
        skipped = 'refused';
      }
    await sql`
      insert into plan_targets (run_id, host, site, patrol_id, skipped)
      values (${runId}, ${host}, ${site}, ${patrolId}, ${skipped})`.execute(tx);
  }
  const due = nextDue(
    {
      kind: plan.kind,
      startsOn: plan.starts_on,
      recheckOn: plan.recheck_on,
      endsOn: plan.ends_on,
      everyDays: plan.every_days,
      atHour: plan.at_hour,
    },
    round,
    now,
  );
  await sql`update plans set next_due_at = ${due === null ? null : new Date(due)}
    where plan_id = ${plan.plan_id}`.execute(tx);
  await publish(tx, app.clock, {
    kind: 'plan.round-began',
    objectId: plan.plan_id,
    payload: { planId: plan.plan_id, runId, round, phase, patrols: started },
  });
  return started;
}

/** Begins every round that is due, each as the office of its plan. @returns how many patrols were asked for */
export async function runDuePlans(app: App): Promise<number> {
  const due = sql`next_due_at <= ${new Date(app.clock.now())} and paused_at is null and ended_at is null`;
  const { rows } = await withSystem(app.db, 'plan', (tx) =>
    sql<{ plan_id: string; agency_id: string | null; agency_path: string }>`
      select plan_id, agency_id, agency_path from plans where ${due} order by next_due_at limit ${MAX_PLANS}`.execute(
      tx,
    ),
  );
  let started = 0;
  for (const row of rows) {
    const actor: Actor = { ...systemActor('plan'), agencyId: row.agency_id, agencyPath: row.agency_path };
    started += await withActor(app.db, actor, async (tx) => {
      const locked = await sql`
        select 1 from plans where plan_id = ${row.plan_id} and ${due} for update skip locked`.execute(tx);
      if (locked.rows.length === 0) return 0;
      const [plan] = await selectPlans(tx, sql`where p.plan_id = ${row.plan_id}`);
      return beginRound(tx, app, actor, plan!);
    });
  }
  return started;
}

export const plansHandler = handles(plansJob, async (_, { app }) => {
  await runDuePlans(app);
});
