// SPDX-License-Identifier: Apache-2.0
import type { AttachmentView } from '@yiwang/contracts';
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';

export interface Attachment {
  name: string;
  /** Lies in the store already. */
  sha256: string;
  bytes: number;
  mediaType: string;
}

const MAX_BYTES = 10 * 1024 * 1024;
const MAX_OF_FILE = 100;

/** What the first bytes say; names and declared types are the sender's and prove nothing. */
const KINDS: readonly [mediaType: string, head: readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
];

/**
 * What kind of file these bytes are. Office documents are zip files; plain text is UTF-8 without control characters.
 * @throws AppError `attachment_refused`
 */
export function mediaTypeOf(bytes: Uint8Array): string {
  if (bytes.length === 0 || bytes.length > MAX_BYTES)
    throw invalid('attachment_refused', `${bytes.length} bytes`);
  for (const [mediaType, head] of KINDS) if (head.every((byte, i) => bytes[i] === byte)) return mediaType;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (!/[^\P{Cc}\t\n\r\f]/u.test(text)) return 'text/plain';
  } catch {
    // not UTF-8: refused below
  }
  throw invalid('attachment_refused', 'neither PDF, picture, office document nor text');
}

/** Enters an attachment whose bytes lie in the store. @throws AppError `not_found`, `attachment_refused` */
export async function addAttachment(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  fileId: string,
  attachment: Attachment,
): Promise<AttachmentView> {
  const found = await sql<{ count: number }>`
    select (select count(*) from file_attachments a where a.file_id = f.file_id) as count
    from files f where file_id = ${fileId}`.execute(tx);
  if (!found.rows[0]) throw refused('not_found', `file ${fileId}`);
  if (found.rows[0].count >= MAX_OF_FILE) throw invalid('attachment_refused', 'the file has too many');
  const name = attachment.name.replace(/[\p{Cc}\p{Cf}/\\]/gu, '_').slice(0, 200) || 'file';
  // The same bytes under the same name again: somebody sent a form twice.
  const known = await sql<Row>`
    select * from file_attachments
    where file_id = ${fileId} and sha256 = ${attachment.sha256} and name = ${name} and added_by = ${actor.name}
    limit 1`.execute(tx);
  if (known.rows[0]) return view(known.rows[0]);
  const id = uuidv7(clock.now());
  await sql`
    insert into file_attachments (attachment_id, file_id, name, media_type, bytes, sha256, added_by, added_at)
    values (${id}, ${fileId}, ${name}, ${attachment.mediaType}, ${attachment.bytes}, ${attachment.sha256},
      ${actor.name}, ${new Date(clock.now())})`.execute(tx);
  return {
    id,
    name,
    mediaType: attachment.mediaType,
    bytes: attachment.bytes,
    sha256: attachment.sha256,
    addedBy: actor.name,
    addedAt: new Date(clock.now()).toISOString(),
  };
}

interface Row {
  attachment_id: string;
  file_id: string;
  name: string;
  media_type: string;
  bytes: number;
  sha256: string;
  added_by: string;
  added_at: Date;
}

const view = (row: Row): AttachmentView => ({
  id: row.attachment_id,
  name: row.name,
  mediaType: row.media_type,
  bytes: row.bytes,
  sha256: row.sha256,
  addedBy: row.added_by,
  addedAt: row.added_at.toISOString(),
});

export async function attachmentsOf(tx: Tx, fileId: string): Promise<AttachmentView[]> {
  const { rows } = await sql<Row>`
    select * from file_attachments where file_id = ${fileId} order by attachment_id`.execute(tx);
  return rows.map(view);
}

/** One attachment of a file that the actor may read. @throws AppError `not_found` */
export async function readAttachment(tx: Tx, id: string): Promise<AttachmentView> {
  const { rows } = await sql<Row>`select * from file_attachments where attachment_id = ${id}`.execute(tx);
  if (!rows[0]) throw refused('not_found', `attachment ${id}`);
  return view(rows[0]);
}
