// SPDX-License-Identifier: Apache-2.0
import type { Patrol } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { announce } from '../../../platform/events/bus.ts';
import { callWalkers } from '../walk/walk.ts';
import { findPatrol } from './patrol-view.ts';

/** Stops a patrol: what is under way is finished, what waits is kept. Stopping twice changes nothing. */
export async function stopPatrol(tx: Tx, app: App, actor: Actor, id: string): Promise<Patrol> {
  await findPatrol(tx, id);
  const { rows } = await sql`
    update patrols set stopped_at = ${new Date(app.clock.now())}
    where patrol_id = ${id} and ended_at is null and stopped_at is null returning 1`.execute(tx);
  if (rows.length > 0) {
    await recordAudit(tx, app.clock, actor, { action: 'stop-patrol', object: { kind: 'patrol', id } });
    await announce(tx, 'patrol', { id });
  }
  return findPatrol(tx, id);
}

/** Goes on where a stopped patrol stood. A patrol that ended stays ended. */
export async function resumePatrol(tx: Tx, app: App, actor: Actor, id: string): Promise<Patrol> {
  await findPatrol(tx, id);
  const { rows } = await sql`
    update patrols set stopped_at = null
    where patrol_id = ${id} and ended_at is null and stopped_at is not null returning 1`.execute(tx);
  if (rows.length > 0) {
    await callWalkers(tx);
    await recordAudit(tx, app.clock, actor, { action: 'resume-patrol', object: { kind: 'patrol', id } });
    await announce(tx, 'patrol', { id });
  }
  return findPatrol(tx, id);
}
