// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';

const digestOf = (token: string): Buffer => createHash('sha256').update(`draft ${token}`).digest();
const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, '', 'yiwang draft v1', 32));

function seal(token: string, content: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce);
  const body = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
}

function open(token: string, sealed: Buffer): string | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, 12)).setAuthTag(
      sealed.subarray(-16),
    );
    return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}

/** Keeps a draft. Without a token (or with one that opens nothing) a new one is begun. */
export async function saveDraft(
  tx: Tx,
  app: App,
  token: string | null,
  content: string,
): Promise<{ token: string }> {
  const own = token ?? randomBytes(24).toString('base64url');
  await sql`
    insert into filing_drafts (draft_digest, sealed, updated_at)
    values (${digestOf(own)}, ${seal(own, content)}, ${new Date(app.clock.now())})
    on conflict (draft_digest) do update set sealed = excluded.sealed, updated_at = excluded.updated_at`.execute(
    tx,
  );
  return { token: own };
}

export async function readDraft(tx: Tx, token: string): Promise<{ content: string | null }> {
  const { rows } = await sql<{ sealed: Buffer }>`
    select sealed from filing_drafts where draft_digest = ${digestOf(token)}`.execute(tx);
  return { content: rows[0] ? open(token, rows[0].sealed) : null };
}

export async function forgetDraft(tx: Tx, token: string): Promise<void> {
  await sql`delete from filing_drafts where draft_digest = ${digestOf(token)}`.execute(tx);
}
