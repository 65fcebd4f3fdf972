// SPDX-License-Identifier: Apache-2.0
import type { LeadDetail } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { loadFile, viewFile } from '../../platform/files/index.ts';
import { documentsOf } from '../documents/index.ts';
import { evidenceItems } from '../evidence/index.ts';
import { selectLeads, viewLeads } from './lead-view.ts';
import type { LeadPacket } from './packet.ts';
import type { LeadPorts } from './ports.ts';

interface PacketRow {
  packet: LeadPacket;
  page_key: string;
  listing_id: string | null;
  found_by: string | null;
  evidence_ids: string[];
}

/** One lead with packet, liveness, clocks, timeline and what the caller may do. @throws AppError `not_found` */
export async function getLead(
  tx: Tx,
  ports: LeadPorts,
  actor: Actor,
  id: string,
  view: { now: number; locale: 'zh' | 'en' },
): Promise<LeadDetail> {
  const [row] = await selectLeads(tx, sql`where l.lead_id = ${id}`);
  if (!row) throw refused('not_found', `lead ${id}`);
  const [lead] = await viewLeads(tx, [row], view.now);
  const { rows } = await sql<PacketRow>`
    select packet, page_key, listing_id, found_by,
      array(select evidence_id::text from lead_evidence e where e.lead_id = l.lead_id) as evidence_ids
    from leads l where lead_id = ${id}`.execute(tx);
  const { packet, page_key, listing_id, found_by, evidence_ids } = rows[0]!;
  const evidence = await evidenceItems(tx, evidence_ids);
  return {
    lead: lead!,
    ...packet,
    evidence: evidence.map(({ id, url, sha256, capturedAt }) => ({ id, url, sha256, capturedAt })),
    liveness: await ports.livenessOf(tx, { listingId: listing_id, pageKey: page_key, since: row.opened_at }),
    foundBy: found_by,
    tasks: await ports.filesOf(tx, id, view.now),
    documents: await documentsOf(tx, id),
    ...(await viewFile(tx, await loadFile(tx, id), actor, view.now, view.locale)),
  };
}
