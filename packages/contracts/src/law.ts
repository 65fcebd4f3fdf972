// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Basis, Bilingual, LocalDay, Nullable } from './common.ts';
import { contract } from './route.ts';

/** The shelves of the law page; every row says where it comes from and how sure it is. */
export const LAW_SHELVES = [
  'instruments',
  'clocks',
  'duties',
  'violations',
  'refusal-grounds',
  'termination-grounds',
  'papers',
  'publicity',
  'overlays',
  'open-points',
] as const;
export type LawShelf = (typeof LAW_SHELVES)[number];

const Citation = Type.Object({
  instrument: Type.String(),
  title: Bilingual,
  article: Type.String(),
  certainty: Nullable(Type.String()),
  /** On the day asked for; null where the first day of the text was not seen. */
  inForce: Nullable(Type.Boolean()),
});

export const LawRow = Type.Object({
  id: Type.String(),
  title: Bilingual,
  lines: Type.Array(Type.Object({ name: Bilingual, value: Bilingual })),
  citations: Type.Array(Citation),
  /** A official text · B partial copy or summary · M from memory · D derived by us; null where the row is no claim of law. */
  certainty: Nullable(Type.String()),
  from: Nullable(LocalDay),
  to: Nullable(LocalDay),
});
export type LawRow = Static<typeof LawRow>;

export const listLaw = contract({
  id: 'listLaw',
  method: 'GET',
  path: '/api/law/{shelf}',
  summary:
    'A shelf of the law: instruments, clocks, duties, violations, grounds, papers, publicity, overlays, open points',
  access: 'public',
  params: Type.Object({ shelf: Type.Enum(LAW_SHELVES) }),
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    on: Type.Optional(LocalDay),
  }),
  response: Type.Object({ items: Type.Array(LawRow), on: LocalDay }),
});

export const LawEvent = Type.Object({
  event: Type.Enum([
    'extend',
    'pause:test',
    'pause:recusal',
    'pause:suspend',
    'pause:hearing',
    'pause:notice',
    'pause:identify',
    'interrupt',
  ] as const),
  date: Type.Optional(LocalDay),
  from: Type.Optional(LocalDay),
  to: Type.Optional(LocalDay),
});

const Limit = Type.Object({
  clock: Type.String(),
  due: Nullable(Type.String()),
  raw: Nullable(Type.String()),
  provisional: Type.Boolean(),
  length: Nullable(Type.Number()),
  unit: Nullable(Type.String()),
  certainty: Nullable(Type.String()),
});

export const Reckoning = Type.Object({
  ...Limit.properties,
  basis: Type.Array(Basis),
  also: Type.Array(Limit),
  derivation: Type.Array(Bilingual),
});
export type Reckoning = Static<typeof Reckoning>;

export const reckonDue = contract({
  id: 'reckonDue',
  method: 'POST',
  path: '/api/law/due',
  summary: 'When something is due, with the reckoning in words; nothing is stored',
  access: 'public',
  body: Type.Object({
    procedure: Type.String({ minLength: 1, maxLength: 60 }),
    clock: Type.String({ minLength: 1, maxLength: 60 }),
    from: LocalDay,
    trigger: Type.Optional(Type.String({ maxLength: 60 })),
    region: Type.Optional(Type.String({ maxLength: 40 })),
    matter: Type.Optional(Type.String({ maxLength: 60 })),
    events: Type.Optional(Type.Array(LawEvent, { maxItems: 20 })),
  }),
  response: Reckoning,
  errors: ['input_invalid'],
});

const place = Type.Optional(Type.String({ maxLength: 60 }));
export const LAW_ROLES = [
  'platform',
  'in-platform',
  'self-built',
  'live-room',
  'host',
  'agency',
  'endorser',
  'agent',
  'other-service',
  'advertiser',
  'publisher',
] as const;

export const OfficeAnswer = Type.Object({
  primary: Type.Array(Type.String()),
  may: Type.Array(Type.String()),
  not: Type.Array(Type.String()),
  steps: Type.Array(Bilingual),
  certainty: Nullable(Type.String()),
  basis: Type.Array(Basis),
  derivation: Type.Array(Bilingual),
});
export type OfficeAnswer = Static<typeof OfficeAnswer>;

export const findOffice = contract({
  id: 'findOffice',
  method: 'POST',
  path: '/api/law/jurisdiction',
  summary: 'Which office is competent, with the articles; nothing is stored',
  access: 'public',
  body: Type.Object({
    kind: Type.Enum(['complaint', 'report', 'penalty'] as const),
    date: LocalDay,
    role: Type.Optional(Type.Enum(LAW_ROLES)),
    domicile: place,
    operates: place,
    shown: place,
    contactable: Type.Optional(Type.Boolean()),
    registered: Type.Optional(Type.Boolean()),
    pfDomicile: place,
    lodgedAt: place,
    firstFinder: place,
    openedBy: place,
    matter: place,
    region: place,
  }),
  response: OfficeAnswer,
  errors: ['input_invalid'],
});
