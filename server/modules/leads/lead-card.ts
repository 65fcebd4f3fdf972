// SPDX-License-Identifier: Apache-2.0
import type { FilePacket } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { findInstrument } from '@yiwang/law';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { evidenceItems } from '../evidence/index.ts';
import type { LeadPacket } from './packet.ts';

/** What a lead hands to the files that it opens and to the papers of its steps. */
export interface LeadCard extends FilePacket {
  id: string;
}

interface Row {
  number: string;
  title: string;
  url: string;
  shop: string | null;
  subject_name: string | null;
  packet: LeadPacket;
  evidence_ids: string[];
}

/** @throws AppError `not_found` */
export async function leadCard(tx: Tx, id: string): Promise<LeadCard> {
  const { rows } = await sql<Row>`
    select f.number, l.title, l.url, l.shop, l.subject_name, l.packet,
      array(select evidence_id::text from lead_evidence e where e.lead_id = l.lead_id) as evidence_ids
    from leads l join files f on f.file_id = l.lead_id where l.lead_id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) throw refused('not_found', `lead ${id}`);
  const basis = row.packet.suspected.flatMap((one) =>
    one.basis.map(({ instrument, article }) => {
      const title = findInstrument(instrument)?.title.zh ?? instrument;
      return `《${title.replace(/[《》]/g, '')}》第${article}条`;
    }),
  );
  const evidence = await evidenceItems(tx, row.evidence_ids);
  return {
    id,
    leadNumber: row.number,
    title: row.title,
    url: row.url,
    shop: row.shop,
    subject: row.subject_name,
    uscc: row.packet.subject?.uscc ?? null,
    labels: [...new Set(row.packet.suspected.map((one) => one.title.zh))],
    basis: [...new Set(basis)],
    evidence: evidence.map((item) => ({
      id: item.id,
      url: item.url,
      sha256: item.sha256,
      capturedAt: item.capturedAt,
    })),
  };
}
