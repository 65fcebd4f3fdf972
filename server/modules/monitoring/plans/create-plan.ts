// SPDX-License-Identifier: Apache-2.0
import type { Body, createPlan as contract, Plan } from '@yiwang/contracts';
import { invalid, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { siteAddress } from '../site-address.ts';
import { nextDue } from './next-due.ts';
import { findPlan, viewPlan } from './plan-row.ts';

/** Makes a plan; its rounds begin by themselves. @throws AppError `plan_without_aim`, `plan_dates`, `address_refused` */
export async function createPlan(tx: Tx, app: App, actor: Actor, wish: Body<typeof contract>): Promise<Plan> {
  const { clock } = app;
  const named = (wish.sites ?? []).map((site) => site.trim()).filter((site) => site !== '');
  const sites = [...new Set(named.map((site) => siteAddress(app, site)))];
  const classes = [...new Set(wish.classes ?? [])];
  if (sites.length === 0 && classes.length === 0)
    throw invalid('plan_without_aim', 'neither sites nor classes', {
      faults: [{ pointer: '/sites', reason: 'empty' }],
    });
  const recheckOn = wish.kind === 'campaign' ? (wish.recheckOn ?? null) : null;
  const endsOn = wish.endsOn ?? null;
  if (
    (recheckOn !== null && recheckOn <= wish.startsOn) ||
    (endsOn !== null && endsOn < (recheckOn ?? wish.startsOn))
  )
    throw invalid('plan_dates', 'days out of order', {
      faults: [{ pointer: recheckOn !== null ? '/recheckOn' : '/endsOn', reason: 'out of order' }],
    });
  const everyDays = wish.kind === 'campaign' ? null : (wish.everyDays ?? (wish.kind === 'daily' ? 1 : null));
  const timetable = {
    kind: wish.kind,
    startsOn: wish.startsOn,
    recheckOn,
    endsOn,
    everyDays,
    atHour: wish.atHour ?? 2,
  };
  const id = uuidv7(clock.now());
  const due = nextDue(timetable, 0, clock.now());
  await sql`
    insert into plans (plan_id, kind, title, ground, sites, classes, every_days, at_hour, starts_on, recheck_on, ends_on,
      per_round, max_pages, rate, render, agency_id, agency_path, created_by_id, created_by, created_at, next_due_at)
    values (${id}, ${wish.kind}, ${wish.title.trim()}, ${wish.ground.trim()}, ${sites}, ${classes}, ${everyDays},
      ${timetable.atHour}, ${wish.startsOn}, ${recheckOn}, ${endsOn}, ${wish.perRound ?? (wish.kind === 'daily' ? 50 : 500)},
      ${wish.maxPages ?? 1000}, ${wish.rate ?? 1}, ${wish.render ?? 'auto'}, ${actor.agencyId}, ${actor.agencyPath},
      ${actor.personId}, ${actor.name}, ${new Date(clock.now())}, ${due === null ? null : new Date(due)})`.execute(
    tx,
  );
  await recordAudit(tx, clock, actor, {
    action: 'create-plan',
    object: { kind: 'plan', id },
    rationale: wish.ground,
    details: { kind: wish.kind, sites: sites.length, classes },
  });
  return viewPlan(await findPlan(tx, id));
}
