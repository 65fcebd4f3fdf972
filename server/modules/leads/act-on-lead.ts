// SPDX-License-Identifier: Apache-2.0
import type { Body, actOnLead as contract } from '@yiwang/contracts';
import { type Clock, refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { takeAction } from '../../platform/files/index.ts';
import { leadCard } from './lead-card.ts';
import type { LeadPorts } from './ports.ts';

/**
 * Takes one of the actions that the procedure allows now.
 * @throws AppError `not_found`, `moved_on`, `action_not_open`, `form_invalid`
 */
export async function actOnLead(
  tx: Tx,
  clock: Clock,
  ports: LeadPorts,
  actor: Actor,
  id: string,
  wish: { action: string; key?: string | null } & Body<typeof contract>,
): Promise<void> {
  const { rows } = await sql`select 1 from leads where lead_id = ${id}`.execute(tx);
  if (rows.length === 0) throw refused('not_found', `lead ${id}`);
  const file = await takeAction(tx, clock, actor, id, wish);
  if (file.repeated) return;
  const reason = file.entry.form['reason'];
  await recordAudit(tx, clock, actor, {
    action: `lead.${wish.action}`,
    object: { kind: 'lead', id },
    rationale: typeof reason === 'string' ? reason : null,
    details: { state: file.state.state, version: file.state.version },
  });
  await publish(tx, clock, {
    kind: 'lead.moved',
    objectId: id,
    payload: { leadId: id, action: wish.action, state: file.state.state, version: file.state.version },
  });
  if (file.action.opens || file.action.documents)
    await ports.followUp(tx, clock, actor, file, await leadCard(tx, id));
}
