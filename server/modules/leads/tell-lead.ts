// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import { TASK_ENDED } from '@yiwang/procedures';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { type Taken, takeAction } from '../../platform/files/index.ts';

async function heard(tx: Tx, clock: Clock, actor: Actor, taken: Taken): Promise<void> {
  await recordAudit(tx, clock, actor, {
    action: `lead.${taken.action.id}`,
    object: { kind: 'lead', id: taken.id },
    details: { state: taken.state.state, version: taken.state.version },
  });
  await publish(tx, clock, {
    kind: 'lead.moved',
    objectId: taken.id,
    payload: {
      leadId: taken.id,
      action: taken.action.id,
      state: taken.state.state,
      version: taken.state.version,
    },
  });
}

/** Writes into a lead that a file it opened has ended. @throws AppError `action_not_open` when the lead has ended too */
export async function tellLead(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  leadId: string,
  news: { procedure: string; number: string; result: string; reminder: string | null },
): Promise<void> {
  const { reminder, ...form } = news;
  const taken = await takeAction(tx, clock, actor, leadId, {
    action: reminder === null ? TASK_ENDED : 'reminder-ended',
    form: reminder === null ? form : { result: reminder, number: news.number },
    version: null,
    byHouse: true,
  });
  await heard(tx, clock, actor, taken);
}

/** Gives a lead to the office that accepted it or was designated; its clock runs on. */
export async function handOverLead(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  leadId: string,
  to: { office: string; why: string },
): Promise<void> {
  const taken = await takeAction(tx, clock, actor, leadId, {
    action: 'hand-over',
    form: to,
    version: null,
    byHouse: true,
  });
  await heard(tx, clock, actor, taken);
}
