// SPDX-License-Identifier: Apache-2.0
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { digestToken, makeToken } from './secrets.ts';
import type { PersonRow } from './views.ts';

export interface OpenedSession {
  cookie: string;
  person: PersonRow;
  expiresAt: Date;
}

/** Opens a session for somebody who has proved who they are; `by` says how, for the record. */
export async function openSession(
  tx: Tx,
  app: App,
  actor: Actor,
  person: PersonRow,
  input: { address: string; agent: string; by: string },
): Promise<OpenedSession> {
  const now = app.clock.now();
  const cookie = makeToken();
  const expiresAt = new Date(now + app.settings.sessionHours * 3_600_000);
  await tx.deleteFrom('sessions').where('expires_at', '<', new Date(now)).execute();
  await tx
    .insertInto('sessions')
    .values({
      token_digest: digestToken(cookie),
      person_id: person.person_id,
      created_at: new Date(now),
      seen_at: new Date(now),
      expires_at: expiresAt,
      address: input.address,
      agent: input.agent.slice(0, 300),
    })
    .execute();
  await tx
    .updateTable('people')
    .set({ last_seen_at: new Date(now) })
    .where('person_id', '=', person.person_id)
    .execute();
  await recordAudit(tx, app.clock, actor, {
    action: 'sign-in',
    object: { kind: 'person', id: person.person_id },
    details: { address: input.address, by: input.by },
  });
  return { cookie, person, expiresAt };
}
