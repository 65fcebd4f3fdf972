// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { takeAction } from '../../platform/files/index.ts';

/** Writes what the officer said of it into the timeline of a lead. */
export async function noteOnLead(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  leadId: string,
  note: string,
): Promise<void> {
  await takeAction(tx, clock, actor, leadId, { action: 'note', form: { note }, version: null });
}
