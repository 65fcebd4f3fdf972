// SPDX-License-Identifier: Apache-2.0
import type { TemplateText } from '@yiwang/procedures';
import { sql } from 'kysely';
import { handles } from '../../platform/jobs/job.ts';
import { paperStore } from '../../platform/store/content-store.ts';
import { makeDocumentJob } from './jobs.ts';
import { letterOf } from './letter-of.ts';
import { renderLetter } from './render-letter.ts';

interface Row {
  words: TemplateText;
  data: Record<string, string>;
  number: string;
  asked_at: Date;
  sha256: string | null;
}

/**
 * Makes one paper. Killed anywhere it may run again: the same data give the same bytes, these lie under their digest,
 * and the row takes them once.
 */
export const makeDocument = handles(makeDocumentJob, async ({ documentId }, { app, system }) => {
  const row = await system(async (tx) => {
    const { rows } = await sql<Row>`
      select words, data, number, asked_at, sha256 from documents where document_id = ${documentId}`.execute(
      tx,
    );
    return rows[0];
  });
  if (!row || row.sha256 !== null) return;
  try {
    const at = row.asked_at.getTime();
    const pdf = renderLetter(letterOf(row.words, row.data, { number: row.number, at }), at);
    const kept = await paperStore(app.settings.data).put(pdf);
    await system((tx) =>
      sql`
        update documents set sha256 = ${kept.sha256}, bytes = ${kept.bytes}, ready_at = ${new Date(app.clock.now())},
          failed_at = null, failure = null
        where document_id = ${documentId} and sha256 is null`.execute(tx),
    );
  } catch (error) {
    await system((tx) =>
      sql`
        update documents set failed_at = ${new Date(app.clock.now())}, failure = ${(error as Error).message.slice(0, 500)}
        where document_id = ${documentId} and sha256 is null`.execute(tx),
    );
    throw error;
  }
});
