// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { withSystem } from '../../platform/database/actor.ts';
import { type Call, type Route, route } from '../../platform/http/route.ts';
import { version } from '../../platform/version.ts';
import { type Absent, absentColleagues } from './agencies/standing-in.ts';
import { COOKIE, cookieOf } from './authenticate.ts';
import { createFirstAdministrator, needsAdministrator } from './first-administrator.ts';
import { providerName } from './provider/connect.ts';
import { checkPassword, csrfOf, digestToken, hashPassword } from './secrets.ts';
import { setSessionCookie } from './session-cookie.ts';
import { signIn } from './sign-in.ts';
import { type PersonRow, selectPeople, toAgency } from './views.ts';

/** Sign-in, the session, the own password, and what the sign-in page must know before. */
export const sessionRoutes: readonly Route[] = [
  route(contracts.signIn, async (call) => {
    const { cookie, person, expiresAt } = await signIn(call.app, {
      ...call.body,
      address: call.address,
      agent: call.request.headers['user-agent'] ?? '',
    });
    setSessionCookie(call.app, call.reply, cookie, expiresAt);
    const absent = await withSystem(call.app.db, 'sign-in', (tx) =>
      absentColleagues(tx, call.app.clock, person.person_id),
    );
    return toSession(call.app, person, csrfOf(cookie), absent);
  }),

  route(contracts.getSession, async (call) => {
    const person = await call.transact((tx) => me(call, tx));
    const absent = await call.transact((tx) => absentColleagues(tx, call.app.clock, person.person_id));
    return toSession(call.app, person, call.request.caller?.csrfToken ?? '', absent);
  }),

  route(contracts.signOut, async (call) => {
    const cookie = cookieOf(call.request);
    if (cookie !== undefined)
      await call.transact(async (tx) => {
        await tx.deleteFrom('sessions').where('token_digest', '=', digestToken(cookie)).execute();
        await recordAudit(tx, call.app.clock, call.actor, {
          action: 'sign-out',
          object: { kind: 'person', id: call.actor.personId },
        });
      });
    call.reply.clearCookie(COOKIE, { path: '/' });
    return undefined;
  }),

  route(contracts.changePassword, async (call) => {
    const id = call.actor.personId!;
    const stored = await call.transact((tx) =>
      tx.selectFrom('credentials').select('password_hash').where('person_id', '=', id).executeTakeFirst(),
    );
    if (!(await checkPassword(stored?.password_hash ?? null, call.body.current)))
      throw refused('credentials_wrong', 'the current password is wrong');
    const password_hash = await hashPassword(call.body.next);
    const cookie = cookieOf(call.request);
    await call.transact(async (tx) => {
      await tx
        .updateTable('credentials')
        .set({ password_hash, changed_at: new Date(call.app.clock.now()) })
        .where('person_id', '=', id)
        .execute();
      let others = tx.deleteFrom('sessions').where('person_id', '=', id);
      if (cookie !== undefined) others = others.where('token_digest', '<>', digestToken(cookie));
      await others.execute();
      await recordAudit(tx, call.app.clock, call.actor, {
        action: 'change-password',
        object: { kind: 'person', id },
      });
    });
    return undefined;
  }),

  route(contracts.getInstance, async (call) => ({
    name: '以网 Yiwang',
    version,
    demo: call.app.settings.demo,
    needsAdministrator: await call.transact((tx) => needsAdministrator(tx)),
    provider: providerName(call.app),
  })),

  route(contracts.createFirstAdministrator, async (call) => ({
    id: await createFirstAdministrator(call.app, call.body),
  })),
];

async function me(call: Call, tx: Parameters<typeof selectPeople>[0]): Promise<PersonRow> {
  return selectPeople(tx)
    .where('people.person_id', '=', call.actor.personId ?? '')
    .executeTakeFirstOrThrow();
}

function toSession(
  app: App,
  person: PersonRow,
  csrfToken: string,
  absent: readonly Absent[],
): contracts.SessionView {
  return {
    csrfToken,
    person: { id: person.person_id, username: person.username, name: person.name },
    agency: toAgency({ ...person, name: person.agency_name }),
    roles: [...new Set([...person.roles, ...absent.flatMap((one) => one.roles)])],
    standsInFor: absent.map((one) => one.name),
    demo: app.settings.demo,
  };
}
