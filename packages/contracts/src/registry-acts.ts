// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Nullable } from './common.ts';
import { SERVICES, SUBJECT_KINDS, SUBJECT_STATUSES, Subject, VENUE_KINDS, Venue } from './registry.ts';
import { MONITORS } from './roles.ts';
import { contract } from './route.ts';

const reason = Type.String({ minLength: 2, maxLength: 500 });

export const createSubject = contract({
  id: 'createSubject',
  method: 'POST',
  path: '/api/subjects',
  summary: 'Register a subject by hand; a valid credit code that is known already is refused',
  access: MONITORS,
  body: Type.Object({
    kind: Type.Enum(SUBJECT_KINDS),
    service: Type.Optional(Nullable(Type.Enum(SERVICES))),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    uscc: Nullable(Type.String({ maxLength: 18 })),
    status: Type.Optional(Nullable(Type.Enum(SUBJECT_STATUSES))),
    address: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
    phone: Type.Optional(Nullable(Type.String({ maxLength: 60 }))),
  }),
  status: 201,
  response: Subject,
  errors: ['input_invalid', 'already_there'],
});

export const createVenue = contract({
  id: 'createVenue',
  method: 'POST',
  path: '/api/venues',
  summary: 'Register a place of trade by hand: an app, a mini-program, an account … by its link or account',
  access: MONITORS,
  body: Type.Object({
    kind: Type.Enum(VENUE_KINDS),
    name: Type.String({ minLength: 1, maxLength: 200 }),
    url: Nullable(Type.String({ format: 'uri', maxLength: 2000 })),
    /** Name or number of the account, package of the app …: how it is known where it has no address of its own. */
    account: Nullable(Type.String({ maxLength: 200 })),
    platformId: Nullable(Id),
    subjectId: Nullable(Id),
  }),
  status: 201,
  response: Venue,
  errors: ['input_invalid', 'already_there'],
});

/** A record that may be of the same subject, and what speaks for it. */
export const Likeness = Type.Object({
  subject: Subject,
  reasons: Type.Array(Type.Enum(['name', 'phone', 'address', 'site'] as const)),
});
export type Likeness = Static<typeof Likeness>;

export const listLikeSubjects = contract({
  id: 'listLikeSubjects',
  method: 'GET',
  path: '/api/subjects/{id}/like',
  summary: 'Records that may be of the same subject, with the reasons',
  access: MONITORS,
  params: IdParams,
  response: Type.Object({ items: Type.Array(Likeness) }),
});

export const mergeSubjects = contract({
  id: 'mergeSubjects',
  method: 'POST',
  path: '/api/subjects/{id}/merge',
  summary: 'Two records are of one subject: this one stands for both; nothing is lost and it can be undone',
  access: MONITORS,
  params: IdParams,
  body: Type.Object({ fromId: Id, reason }),
  status: 204,
  errors: ['not_found', 'merge_refused'],
});

export const undoMerger = contract({
  id: 'undoMerger',
  method: 'POST',
  path: '/api/mergers/{id}/undo',
  summary: 'Take a merger back: both records stand as before',
  access: MONITORS,
  params: IdParams,
  body: Type.Object({ reason }),
  status: 204,
  errors: ['not_found'],
});

export const splitSubject = contract({
  id: 'splitSubject',
  method: 'POST',
  path: '/api/subjects/{id}/split',
  summary: 'One record was of two subjects: a new one takes the venues that are named',
  access: MONITORS,
  params: IdParams,
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 200 }),
    uscc: Nullable(Type.String({ maxLength: 18 })),
    venueIds: Type.Array(Id, { minItems: 1, maxItems: 500 }),
    reason,
  }),
  status: 201,
  response: Subject,
  errors: ['not_found', 'input_invalid', 'already_there'],
});
