// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import { toActor } from './authenticate.ts';
import { type OpenedSession, openSession } from './open-session.ts';
import { useSecondFactor } from './second-factor/second-factor.ts';
import { checkPassword } from './secrets.ts';
import {
  ADDRESS_FACTOR,
  accountSubject,
  addressSubject,
  countFailure,
  forgetFailures,
  waitOf,
} from './sign-in-limits.ts';
import { selectPeople } from './views.ts';

/**
 * Checks a password, then the one-time code of those who have one, and opens a session. Throws `too_many_attempts`,
 * `credentials_wrong` (never saying which part was wrong), and only behind a right password `otp_needed` or `otp_wrong`.
 */
export async function signIn(
  app: App,
  input: { username: string; password: string; otp?: string | null; address: string; agent: string },
): Promise<OpenedSession> {
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
  const actor = toActor(found, null);
  // The code is used up in a transaction of its own: what it opens may fail, the code stays used.
  const second = await withActor(app.db, actor, (tx) =>
    useSecondFactor(tx, app, found.person_id, input.otp ?? null),
  );
  if (second === 'needed') throw refused('otp_needed', 'a one-time code is needed');
  if (second === 'wrong') {
    await refuse(app, username, subjects);
    throw refused('otp_wrong', 'the one-time code is wrong');
  }
  return withActor(app.db, actor, async (tx) => {
    await forgetFailures(tx, subjects[0]!);
    const by = { off: 'password', used: 'password and code', recovery: 'password and recovery code' }[second];
    return openSession(tx, app, actor, found, { ...input, by });
  });
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
