// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, LocalDay, Nullable, PageOf, paging } from './common.ts';
import { Hit } from './hits.ts';
import { Lead } from './leads.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** Kinds of places where trade happens (经营场所, domain.md §2.1). Patrols find the first two, people register the rest. */
export const VENUE_KINDS = [
  'site',
  'shop',
  'app',
  'mini-program',
  'public-account',
  'live-account',
  'local-store',
] as const;
/** Kinds of subjects (网络经营主体). */
export const SUBJECT_KINDS = ['merchant', 'natural-person', 'platform', 'service-provider'] as const;
/** What a service provider provides. */
export const SERVICES = ['payment', 'hosting', 'search', 'rating', 'logistics', 'other'] as const;
/** State of the registration. */
export const SUBJECT_STATUSES = ['active', 'abnormal', 'revoked', 'cancelled'] as const;
/** Credit class (信用分类): A kept faith … D gravely broke it. The four are usual, their borders are settings. */
export const CREDIT_CLASSES = ['A', 'B', 'C', 'D'] as const;

/** One fact about a subject or venue, with where and when it was seen: history is kept, nothing is overwritten. */
export const Fact = Type.Object({
  field: Type.String(),
  value: Type.String(),
  valid: Nullable(Type.Boolean()),
  source: Type.String(),
  sourceUrl: Nullable(Type.String()),
  evidenceId: Nullable(Id),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
});
export type Fact = Static<typeof Fact>;

export const Venue = Type.Object({
  id: Id,
  kind: Type.Enum(VENUE_KINDS),
  name: Type.String(),
  url: Type.String(),
  host: Type.String(),
  /** The site on which a shop trades. */
  platform: Nullable(Type.Object({ id: Id, name: Type.String() })),
  subject: Nullable(Type.Object({ id: Id, name: Type.String() })),
  listings: Type.Integer(),
  hits: Type.Integer(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
});
export type Venue = Static<typeof Venue>;

export const Subject = Type.Object({
  id: Id,
  kind: Type.Enum(SUBJECT_KINDS),
  service: Nullable(Type.Enum(SERVICES)),
  status: Nullable(Type.Enum(SUBJECT_STATUSES)),
  creditClass: Nullable(Type.Enum(CREDIT_CLASSES)),
  name: Type.String(),
  uscc: Nullable(Type.String()),
  usccValid: Nullable(Type.Boolean()),
  venues: Type.Integer(),
  hits: Type.Integer(),
  leads: Type.Integer(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
});
export type Subject = Static<typeof Subject>;

/** What is registered of a subject, and who said so. */
export const Registration = Type.Object({
  registeredOn: Nullable(LocalDay),
  division: Nullable(Type.String()),
  address: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  saidBy: Nullable(Type.String()),
  saidAt: Nullable(Instant),
});

export const Merger = Type.Object({
  id: Id,
  record: Type.Object({ id: Id, name: Type.String(), uscc: Nullable(Type.String()) }),
  at: Instant,
  by: Type.String(),
  reason: Type.String(),
  undoneAt: Nullable(Instant),
  undoneBy: Nullable(Type.String()),
  undoReason: Nullable(Type.String()),
});

export const listVenues = contract({
  id: 'listVenues',
  method: 'GET',
  path: '/api/venues',
  summary: 'Venues by name (two characters or more), host or address',
  access: OFFICERS,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(Type.Enum(VENUE_KINDS)),
    ...paging,
  }),
  response: PageOf(Venue),
});

export const getVenue = contract({
  id: 'getVenue',
  method: 'GET',
  path: '/api/venues/{id}',
  summary: 'A venue with its facts and their sources',
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({ venue: Venue, facts: Type.Array(Fact), hits: Type.Array(Hit) }),
});

export const listSubjects = contract({
  id: 'listSubjects',
  method: 'GET',
  path: '/api/subjects',
  summary: 'Subjects (网络经营主体) by name (two characters or more) or credit code',
  access: OFFICERS,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    kind: Type.Optional(Type.Enum(SUBJECT_KINDS)),
    status: Type.Optional(Type.Enum(SUBJECT_STATUSES)),
    class: Type.Optional(Type.Enum(CREDIT_CLASSES)),
    ...paging,
  }),
  response: PageOf(Subject),
});

export const getSubject = contract({
  id: 'getSubject',
  method: 'GET',
  path: '/api/subjects/{id}',
  summary: "A subject's file: facts with sources, venues, hits, leads",
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({
    subject: Subject,
    registration: Registration,
    /** Records that stand behind this one, each with the reason and how to take it back. */
    mergers: Type.Array(Merger),
    facts: Type.Array(Fact),
    venues: Type.Array(Venue),
    hits: Type.Array(Hit),
    leads: Type.Array(Lead),
  }),
});

/** What the public may know of a shop: registration facts only, never suspicions. */
export const ShopView = Type.Object({
  known: Type.Boolean(),
  url: Type.String(),
  name: Nullable(Type.String()),
  platform: Nullable(Type.String()),
  operator: Nullable(
    Type.Object({
      name: Type.String(),
      uscc: Nullable(Type.String()),
      usccValid: Nullable(Type.Boolean()),
      icp: Type.Array(Type.String()),
    }),
  ),
  firstSeenAt: Nullable(Instant),
  lastSeenAt: Nullable(Instant),
});
export type ShopView = Static<typeof ShopView>;

export const lookUpShop = contract({
  id: 'lookUpShop',
  method: 'GET',
  path: '/api/shop',
  summary: 'Who is behind this shop: what is known of a link, for the public',
  access: 'public',
  query: Type.Object({ link: Type.String({ minLength: 3, maxLength: 2000 }) }),
  response: ShopView,
  errors: ['link_unreadable'],
});
