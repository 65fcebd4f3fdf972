// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, LocalDay, Nullable } from './common.ts';
import { CREDIT_CLASSES } from './registry.ts';
import { HANDLERS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** What a credit file records (Order 49 art. 33; E-commerce Law art. 86). The first ones come from files by themselves. */
export const CREDIT_KINDS = [
  'checked-clean',
  'corrected',
  'not-corrected',
  'case',
  'unreachable',
  'penalty',
  'abnormal-list',
  'dishonesty-list',
  'notice-ignored',
  'repair',
] as const;

export const CreditEvent = Type.Object({
  id: Id,
  kind: Type.Enum(CREDIT_KINDS),
  day: LocalDay,
  note: Type.String(),
  source: Type.String(),
  by: Type.String(),
  /** The file it comes from, for those who may see it. */
  href: Nullable(Type.String()),
  /** Points that count towards the class now; 0 when it is out of the window or repaired. */
  points: Type.Integer(),
});
export type CreditEvent = Static<typeof CreditEvent>;

const GivenClass = Type.Object({
  class: Type.Enum(CREDIT_CLASSES),
  before: Nullable(Type.Enum(CREDIT_CLASSES)),
  proposed: Nullable(Type.Enum(CREDIT_CLASSES)),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
});

export const CreditFile = Type.Object({
  class: Nullable(Type.Enum(CREDIT_CLASSES)),
  since: Nullable(Instant),
  /** What the events that one may see add up to; a person decides. */
  proposed: Type.Enum(CREDIT_CLASSES),
  points: Type.Integer(),
  windowDays: Type.Integer(),
  /** From how many points on each class begins: settings of this instance, no text sets them. */
  borders: Type.Array(
    Type.Object({ class: Type.Enum(CREDIT_CLASSES), from: Type.Integer(), rhythmDays: Type.Integer() }),
  ),
  events: Type.Array(CreditEvent),
  history: Type.Array(GivenClass),
  /** How often it is looked at in its class, and when next; null while it has none. */
  rhythmDays: Nullable(Type.Integer()),
  nextLookOn: Nullable(LocalDay),
});
export type CreditFile = Static<typeof CreditFile>;

export const getCreditFile = contract({
  id: 'getCreditFile',
  method: 'GET',
  path: '/api/subjects/{id}/credit',
  summary: 'Credit file of a subject: events, the class they propose, the class that was given and why',
  access: OFFICERS,
  params: IdParams,
  response: CreditFile,
  errors: ['not_found'],
});

export const addCreditEvent = contract({
  id: 'addCreditEvent',
  method: 'POST',
  path: '/api/subjects/{id}/credit/events',
  summary: 'Record a fact of credit with its source',
  access: HANDLERS,
  params: IdParams,
  body: Type.Object({
    kind: Type.Enum(CREDIT_KINDS),
    day: LocalDay,
    note: Type.String({ minLength: 2, maxLength: 500 }),
    source: Type.String({ minLength: 2, maxLength: 200 }),
  }),
  response: CreditFile,
  errors: ['not_found'],
});

export const giveCreditClass = contract({
  id: 'giveCreditClass',
  method: 'POST',
  path: '/api/subjects/{id}/credit/class',
  summary: 'Give a class, with the reason; no class moves without this act',
  access: ['authority_head', 'supervisor'],
  params: IdParams,
  body: Type.Object({
    class: Type.Enum(CREDIT_CLASSES),
    reason: Type.String({ minLength: 2, maxLength: 500 }),
  }),
  response: CreditFile,
  errors: ['not_found'],
});
