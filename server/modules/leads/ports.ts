// SPDX-License-Identifier: Apache-2.0
import type { FileLine, HitDetail } from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Taken } from '../../platform/files/index.ts';
import type { LeadCard } from './lead-card.ts';

/**
 * What a lead shows of rooms that stand above it (they import this one): handed in where the service is put together.
 */
export interface LeadPorts {
  /** What a step brings with it: files that it opens, papers that it asks for; in the step's transaction. */
  followUp(tx: Tx, clock: Clock, actor: Actor, taken: Taken, card: LeadCard): Promise<void>;
  /** Files that the lead opened and the actor may see. */
  filesOf(tx: Tx, leadId: string, now: number): Promise<FileLine[]>;
  /** Whether the thing is still on the net: by listing where there is one, else by page. */
  livenessOf(
    tx: Tx,
    seen: { listingId: string | null; pageKey: string; since: Date },
  ): Promise<HitDetail['liveness']>;
}
