// SPDX-License-Identifier: Apache-2.0
import { type Clock, refused, uuidv7 } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { digestToken, makeToken } from './secrets.ts';
import { type PersonRow, selectPeople } from './views.ts';

/** Throws `not_found`. */
export async function findPerson(tx: Tx, username: string): Promise<PersonRow> {
  const found = await selectPeople(tx)
    .where((eb) => eb(eb.fn('lower', ['people.username']), '=', username.toLowerCase()))
    .executeTakeFirst();
  if (found === undefined) throw refused('not_found', `there is no account named ${username}`);
  return found;
}

/** Sets a password as an administrator and ends every session of the person. */
export async function changePasswordOf(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  personId: string,
  passwordHash: string,
): Promise<void> {
  const now = new Date(clock.now());
  await tx
    .insertInto('credentials')
    .values({ person_id: personId, password_hash: passwordHash, changed_at: now })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ password_hash: passwordHash, changed_at: now }),
    )
    .execute();
  await tx.deleteFrom('sessions').where('person_id', '=', personId).execute();
  await recordAudit(tx, clock, actor, { action: 'reset-password', object: { kind: 'person', id: personId } });
}

/** A bearer token; the text is shown once and not kept. */
export async function createToken(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  input: { personId: string; label: string; scopes: readonly string[]; expiresAt: Date | null },
): Promise<{ id: string; token: string }> {
  const id = uuidv7(clock.now());
  const token = makeToken();
  await tx
    .insertInto('tokens')
    .values({
      token_id: id,
      token_digest: digestToken(token),
      person_id: input.personId,
      label: input.label,
      scopes: [...input.scopes],
      created_at: new Date(clock.now()),
      expires_at: input.expiresAt,
    })
    .execute();
  await recordAudit(tx, clock, actor, {
    action: 'create-token',
    object: { kind: 'person', id: input.personId },
    details: { token: id, label: input.label, scopes: input.scopes },
  });
  return { id, token };
}

/** Ends the tokens of a person, or one of them. @returns how many */
export async function revokeTokens(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  input: { personId: string; tokenId?: string },
): Promise<number> {
  let open = tx
    .updateTable('tokens')
    .set({ revoked_at: new Date(clock.now()) })
    .where('person_id', '=', input.personId)
    .where('revoked_at', 'is', null);
  if (input.tokenId !== undefined) open = open.where('token_id', '=', input.tokenId);
  const done = await open.returning('token_id').execute();
  await recordAudit(tx, clock, actor, {
    action: 'revoke-token',
    object: { kind: 'person', id: input.personId },
    details: { tokens: done.length },
  });
  return done.length;
}
