// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, Nullable } from './common.ts';
import { LEVELS, ROLES } from './roles.ts';
import { contract } from './route.ts';

export const Agency = Type.Object({
  id: Id,
  name: Type.String(),
  level: Type.Enum(LEVELS),
  /** Place in the tree: division codes joined by dots, e.g. `000000.330000.330100`; scope compares these as ranges. */
  path: Type.String(),
  division: Type.String(),
});
export type Agency = Static<typeof Agency>;

export const SessionView = Type.Object({
  csrfToken: Type.String(),
  person: Type.Object({ id: Id, username: Type.String(), name: Type.String() }),
  agency: Agency,
  roles: Type.Array(Type.Enum(ROLES)),
  /** Absent colleagues whose roles one holds today. */
  standsInFor: Type.Array(Type.String()),
  /** True on a demonstration instance: every page says so. */
  demo: Type.Boolean(),
});
export type SessionView = Static<typeof SessionView>;

export const signIn = contract({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  summary: 'Sign in; sets the session cookie and answers with the CSRF token for later writes',
  access: 'public',
  body: Type.Object({
    username: Type.String({ minLength: 1, maxLength: 100 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
    otp: Type.Optional(Type.Union([Type.String({ maxLength: 12 }), Type.Null()])),
  }),
  response: SessionView,
  errors: ['credentials_wrong', 'otp_needed', 'otp_wrong', 'too_many_attempts'],
});

export const getSession = contract({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in, with a fresh CSRF token',
  access: 'signed-in',
  response: SessionView,
});

export const signOut = contract({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: 'Sign out; the session is revoked on the server',
  access: 'signed-in',
});

export const changePassword = contract({
  id: 'changePassword',
  method: 'POST',
  path: '/api/session/password',
  summary: 'Change the own password; all other sessions of the person end',
  access: 'signed-in',
  body: Type.Object({
    current: Type.String({ minLength: 1, maxLength: 200 }),
    next: Type.String({ minLength: 10, maxLength: 200 }),
  }),
  errors: ['credentials_wrong'],
});

/** Instance facts that the sign-in page needs before anybody is known. */
export const getInstance = contract({
  id: 'getInstance',
  method: 'GET',
  path: '/api/instance',
  summary: 'Version, whether this is a demonstration, and whether a first administrator is still missing',
  access: 'public',
  response: Type.Object({
    name: Type.String(),
    version: Type.String(),
    demo: Type.Boolean(),
    needsAdministrator: Type.Boolean(),
    /** Name of the provider of sign-in, where one is set. */
    provider: Nullable(Type.String()),
  }),
});

export const createFirstAdministrator = contract({
  id: 'createFirstAdministrator',
  method: 'POST',
  path: '/api/setup',
  summary: 'Create the first administrator with the one-time token that the first start printed',
  access: 'public',
  body: Type.Object({
    token: Type.String({ minLength: 16, maxLength: 100 }),
    username: Type.String({ minLength: 2, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    password: Type.String({ minLength: 10, maxLength: 200 }),
  }),
  status: 201,
  response: Type.Object({ id: Id }),
  errors: ['setup_done', 'setup_token_wrong'],
});
