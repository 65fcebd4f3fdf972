// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { recordCustody } from './record-custody.ts';

export interface SealedItem {
  /** Digest under which the store has it already. */
  sha256: string;
  sm3: string;
  bytes: number;
  url: string;
  title: string | null;
  /** ms */
  capturedAt: number;
  hasScreenshot: boolean;
  patrolId: string | null;
  venueId: string | null;
  /** Null: of what everybody can see, for every officer; else the office whose officer captured it. */
  agencyPath: string | null;
  note: string | null;
}

/** Enters a sealed capture that lies in the store already, with its first line of custody. */
export async function keepEvidence(tx: Tx, clock: Clock, actor: Actor, item: SealedItem): Promise<string> {
  const { rows } = await sql<{ evidence_id: string }>`
    insert into evidence (evidence_id, sha256, sm3, bytes, url, title, captured_at, has_screenshot, patrol_id,
      venue_id, agency_path, created_at)
    values (${uuidv7(clock.now())}, ${item.sha256}, ${item.sm3}, ${item.bytes}, ${item.url}, ${item.title},
      ${new Date(item.capturedAt)}, ${item.hasScreenshot}, ${item.patrolId}, ${item.venueId}, ${item.agencyPath},
      ${new Date(clock.now())})
    on conflict (sha256) do nothing returning evidence_id`.execute(tx);
  if (!rows[0]) {
    // The very same bytes were entered before: the same item, whoever entered it.
    const known = await sql<{ evidence_id: string }>`
      select evidence_id from evidence where sha256 = ${item.sha256}`.execute(tx);
    if (known.rows[0]) return known.rows[0].evidence_id;
    throw failed('internal', `evidence ${item.sha256} belongs to another office`);
  }
  await recordCustody(tx, clock, actor, {
    evidenceId: rows[0].evidence_id,
    act: 'captured',
    note: item.note,
  });
  return rows[0].evidence_id;
}
