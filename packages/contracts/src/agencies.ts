// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, LocalDay, Nullable, PageOf, paging } from './common.ts';
import { LEVELS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';

export const AGENCY_KINDS = ['authority', 'department'] as const;
export const UNIT_DUTIES = ['intake', 'monitoring', 'enforcement', 'review', 'general'] as const;

const administrators = ['administrator'] as const;

/** An office as administrators see it. */
export const AgencyInTree = Type.Object({
  ...Agency.properties,
  kind: Type.Enum(AGENCY_KINDS),
  parentId: Nullable(Id),
  /** Name of the division in the official list, where the code is in it. */
  divisionName: Nullable(Type.String()),
  people: Type.Integer(),
  units: Type.Integer(),
  closedAt: Nullable(Instant),
});
export type AgencyInTree = Static<typeof AgencyInTree>;

export const listAgencyTree = contract({
  id: 'listAgencyTree',
  method: 'GET',
  path: '/api/agency-tree',
  summary: 'Authorities and departments of the own scope, from the top down',
  access: administrators,
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 100 })) }),
  response: Type.Object({ items: Type.Array(AgencyInTree) }),
});

export const createAgency = contract({
  id: 'createAgency',
  method: 'POST',
  path: '/api/agencies',
  summary: 'Add an authority under another, or a department beside a level, on its division code',
  access: administrators,
  body: Type.Object({
    name: Type.String({ minLength: 2, maxLength: 100 }),
    kind: Type.Enum(AGENCY_KINDS),
    /** The authority above; of a department the one beside it. */
    parentId: Id,
    level: Type.Enum(LEVELS),
    /** Six digits; a station's code has nine or twelve and begins with its county's. */
    division: Type.String({ pattern: '^(\\d{6}|\\d{9}|\\d{12})$' }),
  }),
  status: 201,
  response: AgencyInTree,
  errors: ['agency_known', 'input_invalid'],
});

export const changeAgency = contract({
  id: 'changeAgency',
  method: 'PUT',
  path: '/api/agencies/{id}',
  summary: 'Rename an office, or close and reopen it; a closed one is sent nothing new',
  access: administrators,
  params: IdParams,
  body: Type.Object({ name: Type.String({ minLength: 2, maxLength: 100 }), closed: Type.Boolean() }),
  response: AgencyInTree,
});

export const Unit = Type.Object({
  id: Id,
  agencyId: Id,
  name: Type.String(),
  duty: Type.Enum(UNIT_DUTIES),
  closedAt: Nullable(Instant),
});
export type Unit = Static<typeof Unit>;

export const listUnits = contract({
  id: 'listUnits',
  method: 'GET',
  path: '/api/agencies/{id}/units',
  summary: 'Internal units of an office',
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({ items: Type.Array(Unit) }),
});

const UnitBody = { name: Type.String({ minLength: 1, maxLength: 60 }), duty: Type.Enum(UNIT_DUTIES) };

export const createUnit = contract({
  id: 'createUnit',
  method: 'POST',
  path: '/api/agencies/{id}/units',
  summary: 'Add an internal unit',
  access: administrators,
  params: IdParams,
  body: Type.Object(UnitBody),
  status: 201,
  response: Unit,
  errors: ['unit_known'],
});

export const changeUnit = contract({
  id: 'changeUnit',
  method: 'PUT',
  path: '/api/units/{id}',
  summary: 'Rename a unit, change its duty, close it',
  access: administrators,
  params: IdParams,
  body: Type.Object({ ...UnitBody, closed: Type.Boolean() }),
  response: Unit,
  errors: ['unit_known'],
});

export const Absence = Type.Object({
  id: Id,
  person: Type.Object({ id: Id, name: Type.String() }),
  agency: Agency,
  from: LocalDay,
  to: LocalDay,
  deputy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  reason: Type.String(),
  endedAt: Nullable(Instant),
});
export type Absence = Static<typeof Absence>;

export const listAbsences = contract({
  id: 'listAbsences',
  method: 'GET',
  path: '/api/absences',
  summary: 'Who of the own scope is away now or later, and who stands in',
  access: OFFICERS,
  query: Type.Object({ personId: Type.Optional(Id), ...paging }),
  response: PageOf(Absence),
});

export const recordAbsence = contract({
  id: 'recordAbsence',
  method: 'POST',
  path: '/api/absences',
  summary:
    "Record an absence: one's own, or as a head or administrator that of others; the deputy holds the roles",
  access: OFFICERS,
  body: Type.Object({
    /** Null: oneself. */
    personId: Nullable(Id),
    from: LocalDay,
    to: LocalDay,
    deputyId: Nullable(Id),
    reason: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  status: 201,
  response: Absence,
  errors: ['input_invalid', 'not_allowed'],
});

export const endAbsence = contract({
  id: 'endAbsence',
  method: 'POST',
  path: '/api/absences/{id}/end',
  summary: 'Back earlier: the deputy holds the roles no longer',
  access: OFFICERS,
  params: IdParams,
  response: Absence,
});
