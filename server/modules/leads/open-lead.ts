// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { describeFile, openFile } from '../../platform/files/index.ts';
import type { NewLead } from './packet.ts';

/**
 * Makes a lead in the office of the officer who confirmed it, in the transaction of that confirmation.
 * Idempotent by `origin`.
 * @returns the lead's id
 */
export async function openLead(tx: Tx, clock: Clock, actor: Actor, lead: NewLead): Promise<string> {
  const known = await sql<{ lead_id: string }>`
    select lead_id from leads where origin = ${lead.origin}`.execute(tx);
  if (known.rows[0]) return known.rows[0].lead_id;
  const { packet } = lead;
  const { id, number } = await openFile(tx, clock, actor, { procedure: 'lead' });
  const labels = [...new Set(packet.suspected.map((one) => one.label))];
  const words = [packet.object.title, lead.shop, packet.subject?.name, number, packet.object.url];
  await sql`
    insert into leads (lead_id, source, origin, title, url, page_key, listing_id, venue_id, subject_id, shop,
      subject_name, labels, found_by, found_at, packet, search_text)
    values (${id}, ${lead.source}, ${lead.origin}, ${packet.object.title}, ${packet.object.url}, ${lead.pageKey},
      ${lead.listingId}, ${packet.venue?.id ?? null}, ${packet.subject?.id ?? null}, ${lead.shop},
      ${packet.subject?.name ?? null}, ${labels}, ${lead.foundBy}, ${new Date(lead.foundAt)},
      ${JSON.stringify(packet)}::jsonb, ${words.filter(Boolean).join(' ').toLowerCase()})`.execute(tx);
  await describeFile(tx, id, {
    title: packet.object.title,
    line: lead.shop ?? packet.subject?.name ?? null,
    words: [packet.subject?.name, packet.object.url],
  });
  for (const evidenceId of lead.evidenceIds)
    await sql`insert into lead_evidence (lead_id, evidence_id) values (${id}, ${evidenceId})
      on conflict do nothing`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'open-lead',
    object: { kind: 'lead', id },
    rationale: lead.note,
    details: { number, origin: lead.origin },
  });
  await publish(tx, clock, {
    kind: 'lead.opened',
    objectId: id,
    payload: { leadId: id, source: lead.source },
  });
  return id;
}
