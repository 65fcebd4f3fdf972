// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed, uuidv7 } from '@yiwang/kernel';
import { findTemplate, type TemplateText } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { numberFile } from '../../platform/files/index.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { makeDocumentJob } from './jobs.ts';
import { wordsOf } from './templates.ts';

/** The step of a file that asks for papers. */
export interface PaperWish {
  fileId: string;
  /** Entry of the timeline. */
  seq: number;
  templates: readonly string[];
  /** Values by name, as people read them. */
  data: Readonly<Record<string, string>>;
}

/**
 * Numbers the papers of a step and asks the worker to make them, in the step's own transaction. Asking again for the
 * same step changes nothing.
 */
export async function askDocuments(tx: Tx, clock: Clock, actor: Actor, wish: PaperWish): Promise<void> {
  if (wish.templates.length === 0) return;
  if (actor.agencyId === null) throw failed('file_without_office', `${actor.name} signs no papers`);
  const now = clock.now();
  const office = { id: actor.agencyId, path: actor.agencyPath };
  for (const id of wish.templates) {
    const template = findTemplate(id);
    if (!template) throw failed('internal', `no paper ${id}`);
    const known = await sql`
      select 1 from documents where file_id = ${wish.fileId} and seq = ${wish.seq} and template = ${id}`.execute(
      tx,
    );
    if (known.rows.length > 0) continue;
    const words: TemplateText = await wordsOf(tx, office.id, template);
    const number = await numberFile(tx, { id: `paper.${id}`, sign: template.sign }, office, now);
    const documentId = uuidv7(now);
    await sql`
      insert into documents (document_id, file_id, seq, template, words, data, number, title_zh, title_en, agency_id,
        agency_path, asked_at, asked_by)
      values (${documentId}, ${wish.fileId}, ${wish.seq}, ${id}, ${JSON.stringify(words)}::jsonb,
        ${JSON.stringify(wish.data)}::jsonb, ${number}, ${template.title.zh}, ${template.title.en}, ${office.id},
        ${office.path}, ${new Date(now)}, ${actor.name})`.execute(tx);
    await enqueue(tx, makeDocumentJob, { documentId }, { key: `document:${documentId}` });
  }
}
