// SPDX-License-Identifier: Apache-2.0
import { refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../platform/app.ts';
import { ROOT_PATH, systemActor, withSystem } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { createPerson } from './create-person.ts';
import { digestToken, hashPassword, makeToken } from './secrets.ts';
import './tables.ts';

/** Whether nobody can administer this instance yet. */
export async function needsAdministrator(tx: Tx): Promise<boolean> {
  const found = await tx
    .selectFrom('people')
    .select('person_id')
    .where(sql<boolean>`'administrator' = any(roles)`)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found === undefined;
}

/** A fresh one-time token while no administrator exists (older ones end), else null. */
export async function offerSetup(app: App): Promise<string | null> {
  return withSystem(app.db, 'setup', async (tx) => {
    if (!(await needsAdministrator(tx))) return null;
    const token = makeToken();
    await tx.deleteFrom('setup_tokens').where('used_at', 'is', null).execute();
    await tx
      .insertInto('setup_tokens')
      .values({ token_digest: digestToken(token), created_at: new Date(app.clock.now()) })
      .execute();
    return token;
  });
}

/** Throws `setup_done` when there is an administrator, `setup_token_wrong` for a wrong or used token. */
export async function createFirstAdministrator(
  app: App,
  input: { token: string; username: string; name: string; password: string },
): Promise<string> {
  const passwordHash = await hashPassword(input.password);
  return withSystem(app.db, 'setup', async (tx) => {
    // Two people with the same token: the second waits here and then finds it used.
    const used = await tx
      .updateTable('setup_tokens')
      .set({ used_at: new Date(app.clock.now()) })
      .where('token_digest', '=', digestToken(input.token))
      .where('used_at', 'is', null)
      .returning('token_digest')
      .executeTakeFirst();
    if (!(await needsAdministrator(tx))) throw refused('setup_done', 'there is an administrator already');
    if (used === undefined) throw refused('setup_token_wrong', 'the set-up token is wrong or used');
    const agencyId = await rootAgency(tx, app);
    const person = await createPerson(tx, app.clock, systemActor('setup'), {
      ...input,
      agencyId,
      roles: ['administrator'],
      passwordHash,
    });
    return person.id;
  });
}

/** The agency at the top; a fresh instance has one until the operator names it. */
export async function rootAgency(tx: Tx, app: App): Promise<string> {
  const found = await tx
    .selectFrom('agencies')
    .select('agency_id')
    .where('path', '=', ROOT_PATH)
    .executeTakeFirst();
  if (found !== undefined) return found.agency_id;
  const id = uuidv7(app.clock.now());
  await tx
    .insertInto('agencies')
    .values({
      agency_id: id,
      name: '市场监督管理部门',
      level: 'nation',
      kind: 'authority',
      division: ROOT_PATH,
      path: ROOT_PATH,
      parent_id: null,
      demo: false,
      created_at: new Date(app.clock.now()),
    })
    .execute();
  return id;
}
