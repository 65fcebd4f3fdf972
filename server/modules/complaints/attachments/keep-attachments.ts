// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { paperStore } from '../../../platform/store/content-store.ts';
import type { GivenFile } from './read-multipart.ts';
import { type Sniffed, sniff } from './sniff.ts';
import { metadataBytes } from './strip-metadata.ts';

export interface KeptFile extends Sniffed {
  name: string;
  bytes: number;
  sha256: string;
  metadata: Record<string, unknown>;
}

/** Judges, hashes and stores files before the transaction that enters them. @throws AppError `proof_refused` */
export async function keepFiles(app: App, files: readonly GivenFile[]): Promise<KeptFile[]> {
  const judged = files.map((file) => ({ file, sniffed: sniff(file.bytes) }));
  const kept: KeptFile[] = [];
  for (const { file, sniffed } of judged)
    kept.push({
      ...sniffed,
      name: file.name,
      bytes: file.bytes.length,
      sha256: (await paperStore(app.settings.data).put(file.bytes)).sha256,
      metadata: { bytes: metadataBytes(file.bytes, sniffed.type) },
    });
  return kept;
}

const ticketDigest = (app: App, ticket: string): Buffer => app.sealer.digest(ticket, 'filing.ticket');

/** Enters files, for a paper or, until it is sent, under a ticket each. */
export async function enterFiles(
  tx: Tx,
  app: App,
  files: readonly KeptFile[],
  to: { paperId: string | null; side: 'filer' | 'office' },
): Promise<{ ticket: string; file: KeptFile }[]> {
  const now = app.clock.now();
  const entered: { ticket: string; file: KeptFile }[] = [];
  for (const file of files) {
    const ticket = randomBytes(18).toString('base64url');
    await sql`
      insert into filing_proofs (attachment_id, paper_id, ticket_digest, side, name, type, bytes, sha256, width, height,
        metadata, received_at)
      values (${uuidv7(now)}, ${to.paperId}, ${to.paperId === null ? ticketDigest(app, ticket) : null}, ${to.side},
        ${file.name}, ${file.type}, ${file.bytes}, ${file.sha256}, ${file.width}, ${file.height},
        ${JSON.stringify(file.metadata)}::jsonb, ${new Date(now)})`.execute(tx);
    entered.push({ ticket, file });
  }
  return entered;
}

/** Binds what was handed in before to its paper; a ticket is good once. */
export async function bindTickets(
  tx: Tx,
  app: App,
  tickets: readonly string[],
  paperId: string,
): Promise<void> {
  if (tickets.length === 0) return;
  const digests = tickets.map((ticket) => ticketDigest(app, ticket));
  await sql`update filing_proofs set paper_id = ${paperId}, ticket_digest = null
    where paper_id is null and ticket_digest = any(${digests}::bytea[])`.execute(tx);
}

/** Tickets that nobody used within a day; the bytes stay until the store is swept by hand. */
export async function dropTickets(tx: Tx, now: number): Promise<void> {
  await sql`delete from filing_proofs where paper_id is null and received_at < ${new Date(now - 86_400_000)}`.execute(
    tx,
  );
}
