// SPDX-License-Identifier: Apache-2.0
import type { Body, startPatrol as contract, Patrol } from '@yiwang/contracts';
import { uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { addEntries, meetHost } from '../frontier/add-entries.ts';
import { loadRules } from '../rules/engine.ts';
import { siteAddress } from '../site-address.ts';
import { callWalkers } from '../walk/walk.ts';
import { findPatrol } from './patrol-view.ts';

/** Asks for a patrol; the walkers take it up at once. @throws AppError `address_refused` */
export async function startPatrol(
  tx: Tx,
  app: App,
  actor: Actor,
  wish: Body<typeof contract>,
): Promise<Patrol> {
  const { clock } = app;
  const site = siteAddress(app, wish.site);
  const { host } = new URL(site);
  const id = uuidv7(clock.now());
  const rate = wish.rate ?? 1;
  await sql`
    insert into patrols (patrol_id, kind, site, host, ground, max_pages, rate, render, agency_id, agency_path,
      started_by_id, started_by, packs, created_at)
    values (${id}, ${wish.kind ?? 'daily'}, ${site}, ${host}, ${wish.ground}, ${wish.maxPages ?? 1000}, ${rate},
      ${wish.render ?? 'auto'}, ${actor.agencyId}, ${actor.agencyPath}, ${actor.personId},
      ${actor.personId === null ? null : actor.name}, ${loadRules().version}, ${new Date(clock.now())})`.execute(
    tx,
  );
  await meetHost(tx, clock, host, rate);
  await addEntries(tx, clock, id, [{ url: site, depth: 0, ground: 'seed' }]);
  await callWalkers(tx);
  await recordAudit(tx, clock, actor, {
    action: 'start-patrol',
    object: { kind: 'patrol', id },
    rationale: wish.ground,
    details: { site, rate },
  });
  return findPatrol(tx, id);
}
