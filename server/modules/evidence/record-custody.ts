// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

export type CustodyAct = 'captured' | 'viewed' | 'exported' | 'verified';

/** One more line in the chain of custody; the database lets nobody change or remove it. */
export async function recordCustody(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  entry: { evidenceId: string; act: CustodyAct; note?: string | null },
): Promise<void> {
  const now = clock.now();
  await sql`
    insert into custody (custody_id, evidence_id, at, act, actor_id, actor_name, note)
    values (${uuidv7(now)}, ${entry.evidenceId}, ${new Date(now)}, ${entry.act}, ${actor.personId}, ${actor.name},
      ${entry.note ?? null})`.execute(tx);
}
