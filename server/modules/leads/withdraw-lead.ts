// SPDX-License-Identifier: Apache-2.0
import { AppError, type Clock, refused } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { takeAction } from '../../platform/files/index.ts';

/**
 * Takes a lead back because the verdict that made it is taken back; only while nobody has acted on it.
 * @throws AppError `lead_in_hand`, `not_found` (another office's)
 */
export async function withdrawLead(tx: Tx, clock: Clock, actor: Actor, leadId: string): Promise<void> {
  try {
    await takeAction(tx, clock, actor, leadId, {
      action: 'withdraw',
      form: {},
      version: null,
      byHouse: true,
    });
  } catch (error) {
    if (error instanceof AppError && error.code === 'action_not_open')
      throw refused('lead_in_hand', `lead ${leadId} has been acted on`, { cause: error });
    throw error;
  }
  await recordAudit(tx, clock, actor, { action: 'withdraw-lead', object: { kind: 'lead', id: leadId } });
  await publish(tx, clock, { kind: 'lead.withdrawn', objectId: leadId, payload: { leadId } });
}
