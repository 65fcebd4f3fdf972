// SPDX-License-Identifier: Apache-2.0
import { failed, refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { paperStore } from '../../../platform/store/content-store.ts';
import type { AttachmentType } from '../attachments/sniff.ts';
import { stripMetadata } from '../attachments/strip-metadata.ts';

/** An attachment without the metadata that its maker left in it. @throws AppError `not_found`, `evidence_missing` */
export async function getProof(
  tx: Tx,
  app: App,
  actor: Actor,
  ids: { filing: string; proof: string },
): Promise<{ name: string; type: AttachmentType; bytes: Uint8Array }> {
  const { rows } = await sql<{ name: string; type: AttachmentType; sha256: string; kind: string }>`
    select a.name, a.type, a.sha256, g.kind from filing_proofs a join filings g on g.paper_id = a.paper_id
    where a.attachment_id = ${ids.proof} and g.filing_id = ${ids.filing}`.execute(tx);
  const row = rows[0];
  if (!row) throw refused('not_found', `attachment ${ids.proof}`);
  const bytes = await paperStore(app.settings.data).get(row.sha256);
  if (bytes === null) throw failed('evidence_missing', `attachment ${ids.proof}`);
  await recordAudit(tx, app.clock, actor, {
    action: 'view-attachment',
    object: { kind: row.kind, id: ids.filing },
    details: { proof: ids.proof },
  });
  return { name: row.name, type: row.type, bytes: stripMetadata(bytes, row.type) };
}
