// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { type Actor, withActor, withSystem } from '../../../platform/database/actor.ts';
import { describeFile, openFile } from '../../../platform/files/index.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { actorOf } from '../../access/index.ts';

/** The actor behind a demonstration account. */
export async function actorNamed(t: TestDatabase, username: string): Promise<Actor> {
  return withSystem(t.app.db, 'test', async (tx) => {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from people where username = ${username}`.execute(tx);
    const actor = rows[0] ? await actorOf(tx, rows[0].person_id) : null;
    if (actor === null) throw new Error(`no account ${username}`);
    return actor;
  });
}

/** Opens a file of a procedure in the office of an account, with a title, and moves its due date if asked to. */
export async function openTestFile(
  t: TestDatabase,
  username: string,
  file: { title: string; line?: string; due?: string | null; procedure?: string },
): Promise<string> {
  const actor = await actorNamed(t, username);
  return withActor(t.app.db, actor, async (tx) => {
    const { id } = await openFile(tx, t.app.clock, actor, { procedure: file.procedure ?? 'lead' });
    await describeFile(tx, id, { title: file.title, line: file.line ?? null });
    if (file.due !== undefined)
      await sql`update file_clocks set due = ${file.due} where file_id = ${id}`.execute(tx);
    return id;
  });
}
