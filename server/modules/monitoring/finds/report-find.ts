// SPDX-License-Identifier: Apache-2.0
import type { Body, reportFind as contract, Find } from '@yiwang/contracts';
import { refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { addVisit, meetHost } from '../frontier/add-entries.ts';
import { siteAddress } from '../site-address.ts';
import { callWalkers } from '../walk/walk.ts';
import { getFind } from './find-view.ts';
import { FIND_PRIORITY, findJob } from './visit-find.ts';

/**
 * An officer's own find: the address is visited at once under the manners of every patrol, sealed, screened, and becomes
 * a lead with the officer as its source.
 * @throws AppError `address_refused`, `not_allowed` (no office)
 */
export async function reportFind(tx: Tx, app: App, actor: Actor, wish: Body<typeof contract>): Promise<Find> {
  if (actor.personId === null || actor.agencyId === null) throw refused('not_allowed', 'no office');
  const url = siteAddress(app, wish.url);
  const { clock } = app;
  const id = uuidv7(clock.now());
  await sql`
    insert into finds (find_id, url, note, label, agency_id, agency_path, officer_id, officer_name, officer_roles,
      created_at)
    values (${id}, ${url}, ${wish.note}, ${wish.label ?? null}, ${actor.agencyId}, ${actor.agencyPath},
      ${actor.personId}, ${actor.name}, ${[...actor.roles]}, ${new Date(clock.now())})`.execute(tx);
  const { host } = new URL(url);
  const known = await sql`select 1 from hosts where host = ${host}`.execute(tx);
  if (known.rows.length === 0) await meetHost(tx, clock, host, 1);
  await addVisit(tx, clock, {
    purpose: 'find',
    findId: id,
    slot: `find:${id}`,
    url,
    ground: `own find of ${actor.name}`,
    at: clock.now(),
  });
  await enqueue(tx, findJob, { findId: id }, { key: `find:${id}`, priority: FIND_PRIORITY });
  // Should the find have to wait for its host, a walk takes it up again.
  await callWalkers(tx);
  await recordAudit(tx, clock, actor, {
    action: 'report-find',
    object: { kind: 'find', id },
    rationale: wish.note,
    details: { url },
  });
  return getFind(tx, id);
}
