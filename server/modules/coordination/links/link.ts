// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import type { Answer, issueLink as contract, getFile } from '@yiwang/contracts';
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { LINKED } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { loadFile } from '../../../platform/files/index.ts';
import { readRow } from '../file-row.ts';

const DAY_MS = 86_400_000;
const digest = (token: string): Buffer => createHash('sha256').update(`link:${token}`).digest();

interface LinkRow {
  link_id: string;
  file_id: string;
  path: string;
  recipient: string;
  created_at: Date;
  expires_at: Date;
  opened_at: Date | null;
  revoked_at: Date | null;
}

/** The newest link of a file as it stands. */
export async function linkOf(tx: Tx, fileId: string): Promise<Answer<typeof getFile>['link']> {
  const { rows } = await sql<LinkRow>`
    select * from file_links where file_id = ${fileId} order by created_at desc limit 1`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  return {
    recipient: row.recipient,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    openedAt: row.opened_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  };
}

/**
 * Makes the link of a file; older ones end. The token leaves the house in this answer only: its digest stays.
 * @throws AppError `not_found`, `link_not_open`
 */
export async function issueLink(
  tx: Tx,
  app: App,
  actor: Actor,
  fileId: string,
  days: number,
): Promise<Answer<typeof contract>> {
  const row = await readRow(tx, fileId);
  const file = await loadFile(tx, fileId, { lock: true });
  const answers = file.machine.actions.some(
    (action) => action.roles.includes(LINKED) && action.from.includes(file.state.state),
  );
  if (!file.machine.linked || !answers || row.agency_id !== actor.agencyId)
    throw refused('link_not_open', `file ${fileId} takes no answer by link now`);
  await endLinks(tx, app.clock, fileId);
  const token = randomBytes(32).toString('base64url');
  const now = app.clock.now();
  const id = uuidv7(now);
  const path = `${file.agencyPath}.l${id.replaceAll('-', '')}`;
  const expires = new Date(now + days * DAY_MS);
  await sql`
    insert into file_links (link_id, file_id, token_digest, path, recipient, created_by, created_at, expires_at)
    values (${id}, ${fileId}, ${digest(token)}, ${path}, ${row.recipient ?? ''}, ${actor.name}, ${new Date(now)},
      ${expires})`.execute(tx);
  await sql`select grant_file_access(${fileId}, ${path}, 'write')`.execute(tx);
  await recordAudit(tx, app.clock, actor, {
    action: 'issue-link',
    object: { kind: 'file', id: fileId },
    details: { recipient: row.recipient, expiresAt: expires.toISOString() },
  });
  return { address: `/answer/${token}`, expiresAt: expires.toISOString() };
}

export async function endLinks(tx: Tx, clock: Clock, fileId: string): Promise<void> {
  await sql`
    update file_links set revoked_at = ${new Date(clock.now())}
    where file_id = ${fileId} and revoked_at is null`.execute(tx);
}

/** Who holds a link, as an actor of the one file; null when it never was, was revoked or has run out. */
export async function holderOf(
  app: App,
  token: string,
): Promise<{ actor: Actor; fileId: string; expiresAt: Date } | null> {
  const now = new Date(app.clock.now());
  return withSystem(app.db, 'links', async (tx) => {
    const { rows } = await sql<LinkRow>`
      select * from file_links where token_digest = ${digest(token)} and revoked_at is null
        and expires_at > ${now}`.execute(tx);
    const row = rows[0];
    if (!row) return null;
    if (row.opened_at === null)
      await sql`update file_links set opened_at = ${now} where link_id = ${row.link_id}`.execute(tx);
    return {
      fileId: row.file_id,
      expiresAt: row.expires_at,
      actor: {
        kind: 'link',
        personId: null,
        name: row.recipient,
        agencyId: null,
        agencyPath: row.path,
        roles: [LINKED],
        scopes: null,
      },
    };
  });
}
