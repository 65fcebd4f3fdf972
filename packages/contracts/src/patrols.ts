// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Id, IdParams, Instant, Nullable, PageOf, paging } from './common.ts';
import { MONITORS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** Kinds of monitoring task (domain.md §2.3): 日常 · 专项 · 定向. */
export const PATROL_KINDS = ['daily', 'campaign', 'targeted'] as const;
/** Derived from timestamps: asked for, at work, stopped by a person, every address answered, or ended by an error. */
export const PATROL_STATES = ['queued', 'running', 'stopped', 'done', 'failed'] as const;
export const RENDER_MODES = ['auto', 'never', 'always'] as const;

export const PatrolCounts = Type.Object({
  requests: Type.Integer(),
  pages: Type.Integer(),
  unchanged: Type.Integer(),
  barred: Type.Integer({ description: 'addresses left alone because robots.txt bars them' }),
  failed: Type.Integer(),
  waiting: Type.Integer(),
  listings: Type.Integer(),
  hits: Type.Integer(),
  evidence: Type.Integer(),
  bytes: Type.Integer(),
});

export const Patrol = Type.Object({
  id: Id,
  kind: Type.Enum(PATROL_KINDS),
  state: Type.Enum(PATROL_STATES),
  site: Type.String({ description: 'address at which the patrol begins' }),
  ground: Type.String({ description: 'why this site is looked at; stands in the log of every request' }),
  maxPages: Type.Integer(),
  /** Requests a second and host. */
  rate: Type.Number(),
  render: Type.Enum(RENDER_MODES),
  counts: PatrolCounts,
  startedBy: Nullable(Type.String()),
  createdAt: Instant,
  startedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  problem: Nullable(Type.String()),
});
export type Patrol = Static<typeof Patrol>;

export const PatrolPage = Type.Object({
  url: Type.String(),
  status: Nullable(Type.Integer()),
  at: Instant,
  ms: Nullable(Type.Integer()),
  bytes: Nullable(Type.Integer()),
  title: Nullable(Type.String()),
  outcome: Type.Enum(['page', 'unchanged', 'barred', 'failed', 'other'] as const),
  listings: Type.Integer(),
  hits: Type.Integer(),
  note: Nullable(Type.String()),
});
export type PatrolPage = Static<typeof PatrolPage>;

export const PatrolHost = Type.Object({
  host: Type.String(),
  rate: Type.Number(),
  asked: Type.Integer(),
  waiting: Type.Integer(),
  /** Until when nothing is asked there (Retry-After, errors); null = free. */
  pausedUntil: Nullable(Instant),
});

export const listPatrols = contract({
  id: 'listPatrols',
  method: 'GET',
  path: '/api/patrols',
  summary: 'Patrols, newest first',
  access: OFFICERS,
  query: Type.Object({ state: Type.Optional(Type.Enum(PATROL_STATES)), ...paging }),
  response: PageOf(Patrol),
});

export const startPatrol = contract({
  id: 'startPatrol',
  method: 'POST',
  path: '/api/patrols',
  summary: 'Ask for a patrol of a site',
  access: MONITORS,
  body: Type.Object({
    site: Type.String({ format: 'uri', maxLength: 2000 }),
    kind: Type.Optional(Type.Enum(PATROL_KINDS)),
    ground: Type.String({ minLength: 2, maxLength: 500 }),
    maxPages: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    rate: Type.Optional(Type.Number({ minimum: 0.01, maximum: 20 })),
    render: Type.Optional(Type.Enum(RENDER_MODES)),
  }),
  status: 201,
  response: Patrol,
  errors: ['address_refused'],
});

export const getPatrol = contract({
  id: 'getPatrol',
  method: 'GET',
  path: '/api/patrols/{id}',
  summary: 'One patrol with its hosts and the last pages',
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({
    patrol: Patrol,
    hosts: Type.Array(PatrolHost),
    recent: Type.Array(PatrolPage),
    /** Requests and hits per minute over the last ten minutes, oldest first. */
    minutes: Type.Array(
      Type.Object({ at: Instant, requests: Type.Integer(), changed: Type.Integer(), hits: Type.Integer() }),
    ),
  }),
});

export const listPatrolPages = contract({
  id: 'listPatrolPages',
  method: 'GET',
  path: '/api/patrols/{id}/pages',
  summary: 'The log of every request of a patrol, newest first',
  access: OFFICERS,
  params: IdParams,
  query: Type.Object({
    outcome: Type.Optional(Type.Enum(['page', 'unchanged', 'barred', 'failed', 'other'] as const)),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    ...paging,
  }),
  response: PageOf(PatrolPage),
});

export const stopPatrol = contract({
  id: 'stopPatrol',
  method: 'POST',
  path: '/api/patrols/{id}/stop',
  summary: 'Stop a patrol; what waits is kept',
  access: MONITORS,
  params: IdParams,
  response: Patrol,
});

export const resumePatrol = contract({
  id: 'resumePatrol',
  method: 'POST',
  path: '/api/patrols/{id}/resume',
  summary: 'Go on with a stopped patrol where it stood',
  access: MONITORS,
  params: IdParams,
  response: Patrol,
});

export const PatrolReport = Type.Object({
  patrol: Patrol,
  scope: Bilingual,
  method: Bilingual,
  byOutcome: Type.Array(Type.Object({ outcome: Type.String(), count: Type.Integer() })),
  byRule: Type.Array(
    Type.Object({
      rule: Type.String(),
      label: Type.String(),
      title: Bilingual,
      hits: Type.Integer(),
      confirmed: Type.Integer(),
      noise: Type.Integer(),
      open: Type.Integer(),
    }),
  ),
  verdicts: Type.Array(Type.Object({ verdict: Type.String(), count: Type.Integer() })),
  shops: Type.Array(
    Type.Object({ venueId: Id, name: Type.String(), listings: Type.Integer(), hits: Type.Integer() }),
  ),
  evidence: Type.Array(
    Type.Object({
      id: Id,
      url: Type.String(),
      sha256: Type.String(),
      capturedAt: Instant,
      title: Nullable(Type.String()),
    }),
  ),
});
export type PatrolReport = Static<typeof PatrolReport>;

export const getPatrolReport = contract({
  id: 'getPatrolReport',
  method: 'GET',
  path: '/api/patrols/{id}/report',
  summary: 'The report of a patrol: scope, method, counts, hits by rule, verdicts, evidence list',
  access: OFFICERS,
  params: IdParams,
  response: PatrolReport,
});
