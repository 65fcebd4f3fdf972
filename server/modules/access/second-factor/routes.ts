// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { type Call, type Route, route } from '../../../platform/http/route.ts';
import { checkPassword } from '../secrets.ts';
import { selectPeople } from '../views.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  describeSecondFactor,
  removeSecondFactor,
} from './second-factor.ts';

/** One-time codes of the own sign-in, and the administrator's way out for a lost telephone. */
export const secondFactorRoutes: readonly Route[] = [
  route(contracts.getSecondFactor, (call) =>
    call.transact((tx) => describeSecondFactor(tx, call.actor.personId!)),
  ),

  route(contracts.beginSecondFactor, async (call) => {
    await demandPassword(call, call.body.password);
    return call.transact(async (tx) => {
      const id = call.actor.personId!;
      const { username } = await selectPeople(tx)
        .where('people.person_id', '=', id)
        .executeTakeFirstOrThrow();
      return beginSecondFactor(tx, call.app, id, username);
    });
  }),

  route(contracts.confirmSecondFactor, (call) =>
    call.transact((tx) => confirmSecondFactor(tx, call.app, call.actor, call.body.otp)),
  ),

  route(contracts.removeSecondFactor, async (call) => {
    await demandPassword(call, call.body.password);
    await call.transact((tx) => removeSecondFactor(tx, call.app, call.actor, call.actor.personId!));
    return undefined;
  }),

  route(contracts.resetSecondFactor, async (call) => {
    await call.transact((tx) =>
      removeSecondFactor(tx, call.app, call.actor, call.params.id, call.body.reason),
    );
    return undefined;
  }),
];

/** A session left open on a desk must not be enough to change how its owner signs in. Throws `credentials_wrong`. */
async function demandPassword(call: Call, password: string): Promise<void> {
  const stored = await call.transact((tx) =>
    tx
      .selectFrom('credentials')
      .select('password_hash')
      .where('person_id', '=', call.actor.personId!)
      .executeTakeFirst(),
  );
  if (!(await checkPassword(stored?.password_hash ?? null, password)))
    throw refused('credentials_wrong', 'the password is wrong');
}
