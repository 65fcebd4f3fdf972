// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { EvidenceDetail } from '@yiwang/contracts';
import { findResource, readWacz, type WaczContent } from '@yiwang/proof';
import { sql } from 'kysely';
import type { App } from '../../platform/app.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { findEvidence } from './evidence-view.ts';
import { openPackage } from './open-package.ts';
import type { EvidencePorts } from './ports.ts';
import { recordCustody } from './record-custody.ts';

interface CustodyRow {
  at: Date;
  act: EvidenceDetail['custody'][number]['act'];
  actor_name: string;
  note: string | null;
}

const flat = (value: unknown, name: string): { name: string; value: string }[] =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, name === '' ? key : `${name}.${key}`))
    : [{ name, value: typeof value === 'string' ? value : JSON.stringify(value) }];

function conditionsOf(content: WaczContent): EvidenceDetail['conditions'] {
  const record = findResource(content, 'conditions');
  if (!record) return [];
  try {
    return flat(JSON.parse(new TextDecoder().decode(record.block)), '');
  } catch {
    return [];
  }
}

/** Opens an item for looking; the look is a line of its custody. @throws AppError `not_found`, `evidence_missing` */
export async function getEvidence(
  tx: Tx,
  app: App,
  ports: EvidencePorts,
  actor: Actor,
  id: string,
): Promise<EvidenceDetail> {
  const item = await findEvidence(tx, id);
  const content = readWacz(await openPackage(app, item));
  await recordCustody(tx, app.clock, actor, { evidenceId: id, act: 'viewed' });
  const custody = await sql<CustodyRow>`
    select at, act, actor_name, note from custody where evidence_id = ${id} order by custody_id`.execute(tx);
  return {
    evidence: item,
    conditions: conditionsOf(content),
    members: content.members.map((member) => ({
      name: member.name,
      bytes: member.bytes.length,
      sha256: createHash('sha256').update(member.bytes).digest('hex'),
    })),
    records: content.records.map((record) => ({
      type: record.type,
      target: record.uri || null,
      date: record.date || null,
      bytes: record.block.length,
    })),
    text: content.pages[0]?.text ?? null,
    custody: custody.rows.map((row) => ({
      at: row.at.toISOString(),
      act: row.act,
      actor: row.actor_name,
      note: row.note,
    })),
    hits: await ports.hitsOf(tx, id),
  };
}
