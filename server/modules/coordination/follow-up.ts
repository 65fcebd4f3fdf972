// SPDX-License-Identifier: Apache-2.0
import type { FilePacket } from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { describeFile, loadFile, openFile, type Taken } from '../../platform/files/index.ts';
import { askDocuments } from '../documents/index.ts';
import type { LeadCard } from '../leads/index.ts';
import { paperData } from './paper-data.ts';

/** Name of a party outside as it is counted. */
export const recipientKey = (name: string): string => name.replace(/\s+/gu, '').toLowerCase();

/**
 * What a step of a lead brings with it, in the step's own transaction: the file that it opens and the papers that it
 * asks for.
 */
export async function followLead(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  taken: Taken,
  card: LeadCard,
): Promise<void> {
  if (taken.repeated) return;
  await askPapers(tx, clock, actor, taken, card);
  if (taken.action.opens) await openTask(tx, clock, actor, taken, card);
}

/** The papers of a step. */
export async function askPapers(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  taken: Taken,
  packet: FilePacket,
): Promise<void> {
  const templates = taken.action.documents ?? [];
  if (templates.length === 0) return;
  await askDocuments(tx, clock, actor, {
    fileId: taken.id,
    seq: taken.entry.seq,
    templates,
    data: await paperData(tx, actor, taken, packet),
  });
}

async function openTask(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  taken: Taken,
  { id: leadId, ...packet }: LeadCard,
): Promise<void> {
  const machine = machineOf(taken.action.opens!);
  const { form } = taken.entry;
  const { id, number, entry } = await openFile(tx, clock, actor, { procedure: machine.id, form });
  const office = machine.opening.names ? await officeName(tx, form[machine.opening.names.field]) : null;
  const recipient = office ?? (typeof form['recipient'] === 'string' ? form['recipient'] : null);
  await sql`
    insert into coordination_files (file_id, parent_id, procedure, title, recipient, recipient_key, packet)
    values (${id}, ${leadId}, ${machine.id}, ${packet.title}, ${recipient},
      ${recipient === null ? null : recipientKey(recipient)}, ${JSON.stringify(packet)}::jsonb)`.execute(tx);
  await describeFile(tx, id, {
    title: `${machine.title.zh}：${packet.title}`,
    line: recipient,
    words: [packet.leadNumber, packet.subject, packet.url],
  });
  await recordAudit(tx, clock, actor, {
    action: 'open-file',
    object: { kind: 'file', id },
    details: { procedure: machine.id, number, lead: leadId },
  });
  await publish(tx, clock, {
    kind: 'file.opened',
    objectId: id,
    payload: { fileId: id, procedure: machine.id, leadId },
  });
  const file = await loadFile(tx, id);
  const opening = { ...file, entry, repeated: false };
  if (machine.opening.documents)
    await askPapers(
      tx,
      clock,
      actor,
      {
        ...opening,
        action: {
          ...machine.opening,
          id: machine.opening.action,
          roles: [],
          from: [],
          to: null,
          form: machine.opening.form ?? [],
        },
      },
      packet,
    );
}

async function officeName(tx: Tx, id: unknown): Promise<string | null> {
  if (typeof id !== 'string') return null;
  const { rows } = await sql<{ name: string }>`
    select name from agencies where agency_id = ${id}`.execute(tx);
  return rows[0]?.name ?? null;
}
