// SPDX-License-Identifier: Apache-2.0
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { withdrawLead } from '../../leads/index.ts';
import { dropPrint } from '../changes/comebacks.ts';

interface LockedHit {
  listing_id: string | null;
  venue_id: string | null;
  rule: string;
  verdict_id: string | null;
}

/**
 * Takes the verdict in force back; the lead it made is withdrawn with it, as long as nobody has acted on it. Both the
 * verdict and its undoing stay on record.
 * @throws AppError `not_found`, `nothing_to_undo`, `lead_in_hand`
 */
export async function undoVerdict(tx: Tx, clock: Clock, actor: Actor, hitId: string): Promise<void> {
  const { rows } = await sql<LockedHit>`
    select listing_id, venue_id, rule, verdict_id from hits where hit_id = ${hitId} for update`.execute(tx);
  const hit = rows[0];
  if (!hit) throw refused('not_found', `hit ${hitId}`);
  if (hit.verdict_id === null) throw refused('nothing_to_undo', `hit ${hitId} has no verdict`);
  const verdicts = await sql<{ agency_path: string; lead_id: string | null; in_scope: boolean }>`
    select agency_path, lead_id, in_scope(agency_path) as in_scope from verdicts
    where verdict_id = ${hit.verdict_id}`.execute(tx);
  const { lead_id: leadId, in_scope } = verdicts.rows[0]!;
  // Another office's verdict is its own to take back.
  if (!in_scope) throw refused('nothing_to_undo', `the verdict on ${hitId} is another office's`);
  const newer = await sql`
    select 1 from hits where rule = ${hit.rule} and verdict_id is null and ${hit.listing_id === null ? sql`venue_id = ${hit.venue_id} and listing_id is null` : sql`listing_id = ${hit.listing_id}`}`.execute(
    tx,
  );
  // The listing changed since and asks again by itself.
  if (newer.rows.length > 0)
    throw refused('nothing_to_undo', `a newer hit on the listing of ${hitId} is open`);
  if (leadId !== null) await withdrawLead(tx, clock, actor, leadId);
  const now = clock.now();
  await sql`
    insert into verdicts (verdict_id, hit_id, verdict, by_id, by_name, agency_path, at, lead_id)
    values (${uuidv7(now)}, ${hitId}, 'undo', ${actor.personId}, ${actor.name}, ${actor.agencyPath},
      ${new Date(now)}, ${leadId})`.execute(tx);
  await sql`update hits set verdict_id = null where hit_id = ${hitId}`.execute(tx);
  if (hit.listing_id !== null) await dropPrint(tx, hit.listing_id);
  await recordAudit(tx, clock, actor, { action: 'undo-verdict', object: { kind: 'hit', id: hitId } });
  await publish(tx, clock, { kind: 'hit.verdict-undone', objectId: hitId, payload: { hitId, leadId } });
}
