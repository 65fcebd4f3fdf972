// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { App } from '../../platform/app.ts';
import { type Actor, publicActor, withSystem } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Authenticator, Caller } from '../../platform/http/authenticator.ts';
import { absentColleagues, standingIn } from './agencies/standing-in.ts';
import { csrfOf, digestToken } from './secrets.ts';
import { type PersonRow, selectPeople } from './views.ts';

export const COOKIE = 'yiwang_session';
/** `last seen` is written at most this often, so that reading does not write. */
const SEEN_MS = 60_000;

const nobody: Caller = { actor: publicActor, by: 'nobody', csrfToken: null };

/** Finds out who calls: a bearer token, else the session cookie, else nobody. */
export function createAuthenticator(app: App): Authenticator {
  return async (request) => {
    const bearer = /^Bearer\s+(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return (await byToken(app, bearer)) ?? nobody;
    const cookie = cookieOf(request);
    return cookie === undefined ? nobody : ((await bySession(app, cookie)) ?? nobody);
  };
}

export function cookieOf(request: FastifyRequest): string | undefined {
  const value = request.cookies[COOKIE];
  return value !== undefined && value.length <= 100 ? value : undefined;
}

export const toActor = (row: PersonRow, scopes: readonly string[] | null): Actor => ({
  kind: 'person',
  personId: row.person_id,
  name: row.name,
  agencyId: row.agency_id,
  agencyPath: row.path,
  roles: row.roles,
  scopes,
});

/** A person by id as an actor, for work on their behalf; null when the account is disabled or gone. */
export async function actorOf(tx: Tx, personId: string): Promise<Actor | null> {
  const row = await selectPeople(tx)
    .where('people.person_id', '=', personId)
    .where('people.disabled_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toActor(row, null);
}

async function bySession(app: App, cookie: string): Promise<Caller | null> {
  const digest = digestToken(cookie);
  const now = app.clock.now();
  const idleSince = new Date(now - app.settings.sessionIdleMinutes * 60_000);
  return withSystem(app.db, 'sign-in', async (tx) => {
    const row = await selectPeople(tx)
      .innerJoin('sessions', 'sessions.person_id', 'people.person_id')
      .select('sessions.seen_at')
      .where('sessions.token_digest', '=', digest)
      .where('sessions.expires_at', '>', new Date(now))
      .where('sessions.seen_at', '>', idleSince)
      .where('people.disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (now - row.seen_at.getTime() > SEEN_MS) {
      const seen = new Date(now);
      await tx.updateTable('sessions').set({ seen_at: seen }).where('token_digest', '=', digest).execute();
      await tx
        .updateTable('people')
        .set({ last_seen_at: seen })
        .where('person_id', '=', row.person_id)
        .execute();
    }
    const actor = standingIn(toActor(row, null), await absentColleagues(tx, app.clock, row.person_id));
    return { actor, by: 'cookie' as const, csrfToken: csrfOf(cookie) };
  });
}

async function byToken(app: App, token: string): Promise<Caller | null> {
  const now = new Date(app.clock.now());
  return withSystem(app.db, 'sign-in', async (tx) => {
    const row = await selectPeople(tx)
      .innerJoin('tokens', 'tokens.person_id', 'people.person_id')
      .select(['tokens.token_id', 'tokens.scopes', 'tokens.used_at'])
      .where('tokens.token_digest', '=', digestToken(token))
      .where('tokens.revoked_at', 'is', null)
      .where((eb) => eb.or([eb('tokens.expires_at', 'is', null), eb('tokens.expires_at', '>', now)]))
      .where('people.disabled_at', 'is', null)
      .executeTakeFirst();
    if (row === undefined) return null;
    if (row.used_at === null || now.getTime() - row.used_at.getTime() > SEEN_MS)
      await tx.updateTable('tokens').set({ used_at: now }).where('token_id', '=', row.token_id).execute();
    const absent = await absentColleagues(tx, app.clock, row.person_id);
    return { actor: standingIn(toActor(row, row.scopes), absent), by: 'bearer' as const, csrfToken: null };
  });
}
