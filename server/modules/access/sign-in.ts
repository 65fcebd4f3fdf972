// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import { toActor } from './authenticate.ts';
import { checkPassword, digestToken, makeToken } from './secrets.ts';
import {
  ADDRESS_FACTOR,
  accountSubject,
  addressSubject,
  countFailure,
  forgetFailures,
  waitOf,
} from './sign-in-limits.ts';
import { type PersonRow, selectPeople } from './views.ts';

/** Checks a password and opens a session. Throws `too_many_attempts` or `credentials_wrong`, never saying which part was wrong. */
export async function signIn(
  app: App,
  input: { username: string; password: string; address: string; agent: string },
): Promise<{ cookie: string; person: PersonRow; expiresAt: Date }> {
  const username = input.username.trim();
  const subjects = [accountSubject(username), addressSubject(input.address)];
  const found = await withSystem(app.db, 'sign-in', async (tx) => {
    const wait = await waitOf(tx, subjects, app.clock.now());
    if (wait > 0)
      throw refused('too_many_attempts', 'too many failed sign-ins', {
        params: { seconds: Math.ceil(wait / 1000) },
      });
    return selectPeople(tx)
      .leftJoin('credentials', 'credentials.person_id', 'people.person_id')
      .select('credentials.password_hash')
      .where((eb) => eb(eb.fn('lower', ['people.username']), '=', username.toLowerCase()))
      .where('people.disabled_at', 'is', null)
      .executeTakeFirst();
  });
  // Outside the transaction: hashing takes time, and no lock may wait for it.
  const right = await checkPassword(found?.password_hash ?? null, input.password);
  if (!right || found === undefined) {
    await refuse(app, username, subjects);
    throw refused('credentials_wrong', 'user name or password is wrong');
  }
  const now = app.clock.now();
  const cookie = makeToken();
  const expiresAt = new Date(now + app.settings.sessionHours * 3_600_000);
  const actor = toActor(found, null);
  await withActor(app.db, actor, async (tx) => {
    await forgetFailures(tx, subjects[0]!);
    await tx.deleteFrom('sessions').where('expires_at', '<', new Date(now)).execute();
    await tx
      .insertInto('sessions')
      .values({
        token_digest: digestToken(cookie),
        person_id: found.person_id,
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
      .where('person_id', '=', found.person_id)
      .execute();
    await recordAudit(tx, app.clock, actor, {
      action: 'sign-in',
      object: { kind: 'person', id: found.person_id },
      details: { address: input.address },
    });
  });
  return { cookie, person: found, expiresAt };
}

async function refuse(app: App, username: string, subjects: readonly string[]): Promise<void> {
  const now = app.clock.now();
  const limit = app.settings.signInAttempts;
  await withSystem(app.db, 'sign-in', async (tx) => {
    await countFailure(tx, subjects[0]!, limit, now);
    await countFailure(tx, subjects[1]!, limit * ADDRESS_FACTOR, now);
  });
  app.log.info({ username: username.slice(0, 100) }, 'a sign-in failed');
}
