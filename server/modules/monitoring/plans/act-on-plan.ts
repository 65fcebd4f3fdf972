// SPDX-License-Identifier: Apache-2.0
import type { Answer, getPlan as contract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { getPlan } from './list-plans.ts';
import { nextDue } from './next-due.ts';
import { findPlan } from './plan-row.ts';
import { beginRound } from './run-plans.ts';

/** Halts, resumes, ends a plan, or begins its next round now. @throws AppError `not_found`, `plan_ended` */
export async function actOnPlan(
  tx: Tx,
  app: App,
  actor: Actor,
  id: string,
  act: 'pause' | 'resume' | 'end' | 'run',
): Promise<Answer<typeof contract>> {
  const now = new Date(app.clock.now());
  await sql`select 1 from plans where plan_id = ${id} for update`.execute(tx);
  const plan = await findPlan(tx, id);
  if (plan.ended_at !== null) throw refused('plan_ended', `plan ${id} has ended`);
  if (act === 'pause') await sql`update plans set paused_at = ${now} where plan_id = ${id}`.execute(tx);
  else if (act === 'end')
    await sql`update plans set ended_at = ${now}, next_due_at = null where plan_id = ${id}`.execute(tx);
  else if (act === 'resume') {
    const timetable = {
      kind: plan.kind,
      startsOn: plan.starts_on,
      recheckOn: plan.recheck_on,
      endsOn: plan.ends_on,
      everyDays: plan.every_days,
      atHour: plan.at_hour,
    };
    const due = nextDue(timetable, plan.rounds, app.clock.now());
    await sql`update plans set paused_at = null, next_due_at = ${due === null ? null : new Date(due)}
      where plan_id = ${id}`.execute(tx);
  } else if (plan.kind === 'campaign' && plan.rounds >= 2)
    throw refused('plan_ended', 'both phases are done');
  else await beginRound(tx, app, actor, plan);
  await recordAudit(tx, app.clock, actor, { action: `${act}-plan`, object: { kind: 'plan', id } });
  return getPlan(tx, id);
}
