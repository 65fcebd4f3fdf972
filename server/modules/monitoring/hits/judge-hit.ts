// SPDX-License-Identifier: Apache-2.0

import { urlKey } from '@yiwang/collector';
import type { Verdict } from '@yiwang/contracts';
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { makePrint } from '../changes/comebacks.ts';
import { leadOfHit } from './lead-of-hit.ts';

export interface Ruling {
  verdict: Verdict;
  note: string | null;
}

interface LockedHit {
  hit_id: string;
  /** Null: the hit is about its venue as a whole. */
  listing_id: string | null;
  rule: string;
  url: string;
  verdict_id: string | null;
}

/**
 * Rules on one hit. Confirming makes a lead in the officer's office, in this transaction. The hit is locked first: of two
 * officers at once the second is told that somebody was quicker.
 * @throws AppError `not_found`, `already_judged`
 */
export async function judgeHit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  hitId: string,
  ruling: Ruling,
): Promise<{ leadId: string | null }> {
  const { rows } = await sql<LockedHit>`
    select hit_id, listing_id, rule, url, verdict_id from hits where hit_id = ${hitId} for update`.execute(
    tx,
  );
  const hit = rows[0];
  if (!hit) throw refused('not_found', `hit ${hitId}`);
  if (hit.verdict_id !== null) throw refused('already_judged', `hit ${hitId} has a verdict`);
  const now = clock.now();
  const verdictId = uuidv7(now);
  const leadId =
    ruling.verdict === 'confirmed'
      ? await leadOfHit(tx, clock, actor, { hitId, verdictId, note: ruling.note })
      : null;
  await sql`
    insert into verdicts (verdict_id, hit_id, verdict, by_id, by_name, agency_path, at, note, lead_id)
    values (${verdictId}, ${hitId}, ${ruling.verdict}, ${actor.personId}, ${actor.name}, ${actor.agencyPath},
      ${new Date(now)}, ${ruling.note}, ${leadId})`.execute(tx);
  await sql`update hits set verdict_id = ${verdictId} where hit_id = ${hitId}`.execute(tx);
  if (ruling.verdict === 'confirmed' && hit.listing_id !== null) await makePrint(tx, clock, hit.listing_id);
  if (ruling.verdict !== 'confirmed' && hit.listing_id !== null)
    await dropLooks(tx, hit.listing_id, urlKey(hit.url), now);
  await recordAudit(tx, clock, actor, {
    action: 'judge-hit',
    object: { kind: 'hit', id: hitId },
    rationale: ruling.note,
    details: { verdict: ruling.verdict, rule: hit.rule },
  });
  await publish(tx, clock, {
    kind: 'hit.judged',
    objectId: hitId,
    payload: { hitId, verdict: ruling.verdict, rule: hit.rule, listingId: hit.listing_id, leadId },
  });
  return { leadId };
}

/** Nobody needs to know whether a page is still online once nothing on it is open or confirmed: no needless visits. */
async function dropLooks(tx: Tx, listingId: string, pageKey: string, now: number): Promise<void> {
  await sql`
    update frontier set done_at = ${new Date(now)}, outcome = 'not needed'
    where watch_key = ${pageKey} and done_at is null and leased_until is null
      and not exists (select 1 from hits h left join verdicts v on v.verdict_id = h.verdict_id
        where h.listing_id = ${listingId} and (v.verdict is null or v.verdict = 'confirmed'))`.execute(tx);
}
