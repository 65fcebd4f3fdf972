// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, LocalDay, Nullable, PageOf, paging } from './common.ts';
import { PATROL_KINDS, PATROL_STATES, RENDER_MODES } from './patrols.ts';
import { MONITORS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** Classes of venues with a rhythm of their own (domain.md §2.1): platform, self-run trading or showcase site, shop. */
export const VENUE_CLASSES = ['platform', 'trading', 'showcase', 'shop'] as const;
export type VenueClass = (typeof VENUE_CLASSES)[number];

/** Derived: begins later, at work, halted by a person, over. */
export const PLAN_STATES = ['waiting', 'active', 'paused', 'ended'] as const;
/** A campaign is a sweep with two phases: everybody is checked at once, and looked at again after the time to correct. */
export const PLAN_PHASES = ['check', 'recheck'] as const;

export const Plan = Type.Object({
  id: Id,
  kind: Type.Enum(PATROL_KINDS),
  state: Type.Enum(PLAN_STATES),
  title: Type.String(),
  ground: Type.String(),
  /** Addresses named one by one. */
  sites: Type.Array(Type.String()),
  /** Classes of the register; daily plans take those whose rhythm says they are due. */
  classes: Type.Array(Type.Enum(VENUE_CLASSES)),
  /** Days between rounds; null: once (campaigns: their two phases). */
  everyDays: Nullable(Type.Integer()),
  /** Hour of the day in Beijing at which a round begins. */
  atHour: Type.Integer(),
  startsOn: LocalDay,
  /** Campaigns: day of the second phase. */
  recheckOn: Nullable(LocalDay),
  endsOn: Nullable(LocalDay),
  /** Sites of one round at most. */
  perRound: Type.Integer(),
  maxPages: Type.Integer(),
  rate: Type.Number(),
  render: Type.Enum(RENDER_MODES),
  nextDueAt: Nullable(Instant),
  rounds: Type.Integer(),
  lastRunAt: Nullable(Instant),
  createdBy: Type.String(),
  createdAt: Instant,
});
export type Plan = Static<typeof Plan>;

export const PlanRun = Type.Object({
  id: Id,
  round: Type.Integer(),
  phase: Type.Enum(PLAN_PHASES),
  startedAt: Instant,
  /** When the last of its patrols ended; null while one is at work. */
  endedAt: Nullable(Instant),
  sites: Type.Integer(),
  /** Sites left out: a patrol was there already, or the address was refused. */
  skipped: Type.Integer(),
  running: Type.Integer(),
  failed: Type.Integer(),
  pages: Type.Integer(),
  hits: Type.Integer(),
  evidence: Type.Integer(),
});
export type PlanRun = Static<typeof PlanRun>;

export const PlanTarget = Type.Object({
  site: Type.String(),
  host: Type.String(),
  round: Type.Integer(),
  phase: Type.Enum(PLAN_PHASES),
  patrolId: Nullable(Id),
  state: Nullable(Type.Enum(PATROL_STATES)),
  /** `running` – a patrol was there already · `refused` – the address guard said no. */
  skipped: Nullable(Type.Enum(['running', 'refused'] as const)),
  subject: Nullable(Type.String()),
  pages: Type.Integer(),
  hits: Type.Integer(),
  confirmed: Type.Integer(),
});
export type PlanTarget = Static<typeof PlanTarget>;

export const listPlans = contract({
  id: 'listPlans',
  method: 'GET',
  path: '/api/plans',
  summary: 'Plans of patrols, newest first',
  access: OFFICERS,
  query: Type.Object({
    state: Type.Optional(Type.Enum(PLAN_STATES)),
    kind: Type.Optional(Type.Enum(PATROL_KINDS)),
    ...paging,
  }),
  response: PageOf(Plan),
});

export const createPlan = contract({
  id: 'createPlan',
  method: 'POST',
  path: '/api/plans',
  summary: 'Make a plan: daily rounds, a campaign in two phases, or targeted visits',
  access: MONITORS,
  body: Type.Object({
    kind: Type.Enum(PATROL_KINDS),
    title: Type.String({ minLength: 2, maxLength: 200 }),
    ground: Type.String({ minLength: 2, maxLength: 500 }),
    sites: Type.Optional(Type.Array(Type.String({ maxLength: 2000 }), { maxItems: 500 })),
    classes: Type.Optional(Type.Array(Type.Enum(VENUE_CLASSES), { maxItems: 4 })),
    everyDays: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 366 }))),
    atHour: Type.Optional(Type.Integer({ minimum: 0, maximum: 23 })),
    startsOn: LocalDay,
    recheckOn: Type.Optional(Nullable(LocalDay)),
    endsOn: Type.Optional(Nullable(LocalDay)),
    perRound: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
    maxPages: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
    rate: Type.Optional(Type.Number({ minimum: 0.01, maximum: 20 })),
    render: Type.Optional(Type.Enum(RENDER_MODES)),
  }),
  status: 201,
  response: Plan,
  errors: ['plan_without_aim', 'plan_dates', 'address_refused'],
});

export const getPlan = contract({
  id: 'getPlan',
  method: 'GET',
  path: '/api/plans/{id}',
  summary: 'One plan with its rounds',
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({ plan: Plan, runs: Type.Array(PlanRun) }),
});

const act = <Verb extends 'pause' | 'resume' | 'end' | 'run'>(verb: Verb, summary: string) =>
  contract({
    id: `${verb}Plan`,
    method: 'POST',
    path: `/api/plans/{id}/${verb}`,
    summary,
    access: MONITORS,
    params: IdParams,
    response: Type.Object({ plan: Plan, runs: Type.Array(PlanRun) }),
    errors: ['plan_ended'],
  });

export const pausePlan = act('pause', 'Halt a plan: no further round begins; running patrols go on');
export const resumePlan = act('resume', 'Let a halted plan go on');
export const endPlan = act('end', 'End a plan for good');
export const runPlan = act('run', 'Begin the next round at once instead of waiting for its day');

export const listPlanTargets = contract({
  id: 'listPlanTargets',
  method: 'GET',
  path: '/api/plan-targets',
  summary: 'The sites of the rounds of a plan, the latest round first',
  access: OFFICERS,
  query: Type.Object({ planId: Id, round: Type.Optional(Type.Integer({ minimum: 1 })), ...paging }),
  response: PageOf(PlanTarget),
});

const count = Type.Integer();

/** The report of a campaign: both phases, what was found, what was mended. */
export const PlanReport = Type.Object({
  plan: Plan,
  runs: Type.Array(PlanRun),
  totals: Type.Object({
    sites: count,
    visited: count,
    /** Sites with a suspicion that no officer called noise. */
    flagged: count,
    hits: count,
    confirmed: count,
    open: count,
    noise: count,
    leads: count,
    evidence: count,
  }),
  byLabel: Type.Array(
    Type.Object({
      label: Type.String(),
      hits: count,
      confirmed: count,
      gone: count,
      changed: count,
      still: count,
      unseen: count,
    }),
  ),
  /** What the second phase found of the suspicions of the first; null before it. */
  recheck: Nullable(Type.Object({ gone: count, changed: count, still: count, unseen: count })),
  sites: Type.Array(
    Type.Object({
      site: Type.String(),
      subject: Nullable(Type.String()),
      pages: count,
      hits: count,
      confirmed: count,
      gone: count,
      changed: count,
      still: count,
      unseen: count,
      skipped: Nullable(Type.String()),
    }),
  ),
});
export type PlanReport = Static<typeof PlanReport>;

export const getPlanReport = contract({
  id: 'getPlanReport',
  method: 'GET',
  path: '/api/plans/{id}/report',
  summary: 'The report of a plan, for a campaign with its two phases',
  access: OFFICERS,
  params: IdParams,
  response: PlanReport,
});

export const Rhythm = Type.Object({
  class: Type.Enum(VENUE_CLASSES),
  /** Days after which a venue of this class is due again. */
  days: Type.Integer({ minimum: 1, maximum: 366 }),
  /** On what the number rests, in the words of who set it; null: our neutral default, not verified. */
  basis: Nullable(Type.String({ maxLength: 300 })),
  setBy: Nullable(Type.String()),
});
export type Rhythm = Static<typeof Rhythm>;

export const getRhythms = contract({
  id: 'getRhythms',
  method: 'GET',
  path: '/api/rhythms',
  summary: 'How often venues of each class are looked at',
  access: OFFICERS,
  response: Type.Object({ items: Type.Array(Rhythm) }),
});

export const setRhythm = contract({
  id: 'setRhythm',
  method: 'PUT',
  path: '/api/rhythms',
  summary: 'Set how often venues of a class are looked at, and on what that rests',
  access: ['authority_head', 'supervisor', 'administrator'],
  body: Type.Object({
    class: Type.Enum(VENUE_CLASSES),
    days: Type.Integer({ minimum: 1, maximum: 366 }),
    basis: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
  }),
  response: Type.Object({ items: Type.Array(Rhythm) }),
});

/** What came, went and changed at a venue between two visits. */
export const CHANGE_KINDS = ['new', 'back', 'gone', 'price', 'title', 'text'] as const;
export const VenueChange = Type.Object({
  kind: Type.Enum(CHANGE_KINDS),
  listingId: Id,
  title: Type.String(),
  url: Type.String(),
  before: Nullable(Type.String()),
  after: Nullable(Type.String()),
  at: Instant,
});
export type VenueChange = Static<typeof VenueChange>;

export const getVenueChanges = contract({
  id: 'getVenueChanges',
  method: 'GET',
  path: '/api/venues/{id}/changes',
  summary: 'What came, went and changed at a venue during a patrol, by default the last one',
  access: OFFICERS,
  params: IdParams,
  query: Type.Object({ patrolId: Type.Optional(Id) }),
  response: Type.Object({
    /** Patrols of the venue's host, newest first, to choose from. */
    patrols: Type.Array(Type.Object({ id: Id, startedAt: Instant, endedAt: Nullable(Instant) })),
    patrolId: Nullable(Id),
    counts: Type.Object({ new: count, back: count, gone: count, price: count, title: count, text: count }),
    items: Type.Array(VenueChange),
  }),
});
