// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, Nullable, PageOf, paging } from './common.ts';
import { LEVELS, ROLES } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';

export const Person = Type.Object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  agency: Agency,
  roles: Type.Array(Type.Enum(ROLES)),
  disabledAt: Nullable(Instant),
  lastSeenAt: Nullable(Instant),
  /** Whether one-time codes are asked for at sign-in. */
  hasCodes: Type.Boolean(),
  /** Internal unit, where one is set. */
  unit: Nullable(Type.Object({ id: Id, name: Type.String() })),
});
export type Person = Static<typeof Person>;

const administrators = ['administrator'] as const;

export const listPeople = contract({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  summary: 'People of the instance, by name or account',
  access: administrators,
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })), ...paging }),
  response: PageOf(Person),
});

export const createPerson = contract({
  id: 'createPerson',
  method: 'POST',
  path: '/api/people',
  summary: 'Create an account',
  access: administrators,
  body: Type.Object({
    username: Type.String({ minLength: 2, maxLength: 100 }),
    name: Type.String({ minLength: 1, maxLength: 100 }),
    agencyId: Id,
    roles: Type.Array(Type.Enum(ROLES), { minItems: 1, maxItems: ROLES.length }),
    /** A unit of that office; absent or null: none. */
    unitId: Type.Optional(Nullable(Id)),
    password: Type.String({ minLength: 10, maxLength: 200 }),
  }),
  status: 201,
  response: Person,
  errors: ['username_taken'],
});

export const changePerson = contract({
  id: 'changePerson',
  method: 'PUT',
  path: '/api/people/{id}',
  summary: 'Change name, office and roles',
  access: administrators,
  params: IdParams,
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100 }),
    agencyId: Id,
    roles: Type.Array(Type.Enum(ROLES), { minItems: 1, maxItems: ROLES.length }),
    /** A unit of that office; absent or null: none. */
    unitId: Type.Optional(Nullable(Id)),
  }),
  response: Person,
});

export const disablePerson = contract({
  id: 'disablePerson',
  method: 'POST',
  path: '/api/people/{id}/disable',
  summary: 'Disable or enable an account; disabling ends its sessions and tokens',
  access: administrators,
  params: IdParams,
  body: Type.Object({ disabled: Type.Boolean(), reason: Type.String({ minLength: 1, maxLength: 500 }) }),
  response: Person,
});

export const listAgencies = contract({
  id: 'listAgencies',
  method: 'GET',
  path: '/api/agencies',
  summary: 'Authorities and their places in the tree',
  access: 'signed-in',
  query: Type.Object({ level: Type.Optional(Type.Enum(LEVELS)) }),
  response: Type.Object({ items: Type.Array(Agency) }),
});
