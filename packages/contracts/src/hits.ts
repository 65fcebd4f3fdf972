// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Basis, Bilingual, Id, IdParams, Instant, Nullable, PageOf, paging, SEVERITIES } from './common.ts';
import { MONITORS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** A hit (疑似违法信息) is a machine's suspicion about one listing under one rule; it has no clock. */
export const VERDICTS = ['confirmed', 'noise', 'duplicate', 'dead'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const HIT_STATES = ['new', ...VERDICTS] as const;

export const FindingView = Type.Object({
  rule: Type.String(),
  label: Type.String(),
  severity: Type.Enum(SEVERITIES),
  confidence: Type.Number(),
  /** Which text of the listing: title, description, ocrText, attributes.NAME … */
  field: Type.String(),
  /** UTF-16 offsets into that text as it was found. */
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String(),
  folds: Type.Array(Type.String()),
  why: Bilingual,
  basis: Type.Array(Basis),
});
export type FindingView = Static<typeof FindingView>;

export const Liveness = Type.Object({
  state: Type.Enum(['unknown', 'online', 'changed', 'gone'] as const),
  checkedAt: Nullable(Instant),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  /** Next "still online?" look (after 1, 7, 30 days). */
  nextAt: Nullable(Instant),
});

export const Hit = Type.Object({
  id: Id,
  state: Type.Enum(HIT_STATES),
  risk: Type.Number({ minimum: 0, maximum: 1 }),
  rule: Type.String(),
  ruleTitle: Bilingual,
  label: Type.String(),
  severity: Type.Enum(SEVERITIES),
  title: Type.String(),
  url: Type.String(),
  price: Nullable(Type.Number()),
  currency: Nullable(Type.String()),
  shop: Nullable(Type.String()),
  venueId: Nullable(Id),
  patrolId: Nullable(Id),
  evidenceId: Nullable(Id),
  leadId: Nullable(Id),
  /** Hits of one shop whose pages follow the same template under the same rule; one verdict may serve all. */
  groupKey: Type.String(),
  groupSize: Type.Integer(),
  foundAt: Instant,
  judgedAt: Nullable(Instant),
  judgedBy: Nullable(Type.String()),
  note: Nullable(Type.String()),
});
export type Hit = Static<typeof Hit>;

/** How often officers agreed with the rule: right / judged, from verdicts; null while nobody judged. */
export const Precision = Type.Object({ right: Type.Integer(), judged: Type.Integer() });

export const HitDetail = Type.Object({
  hit: Hit,
  findings: Type.Array(FindingView),
  /** The texts that findings point into, by field. */
  texts: Type.Record(Type.String(), Type.String()),
  operator: Nullable(
    Type.Object({ subjectId: Nullable(Id), name: Type.String(), uscc: Nullable(Type.String()) }),
  ),
  precision: Precision,
  liveness: Liveness,
  /** Where the matched text stands on the screenshot, in its pixels. */
  boxes: Type.Array(
    Type.Object({
      x: Type.Number(),
      y: Type.Number(),
      width: Type.Number(),
      height: Type.Number(),
      text: Type.String(),
    }),
  ),
  screenshot: Nullable(Type.Object({ width: Type.Integer(), height: Type.Integer() })),
  /** Hints: goods found unlawful that this looks like (`of`), and where this seems to have come back (`as`). */
  comebacks: Type.Array(
    Type.Object({
      direction: Type.Enum(['of', 'as'] as const),
      title: Type.String(),
      url: Type.String(),
      venue: Nullable(Type.String()),
      gone: Type.Boolean(),
      /** Share of common three-letter shingles, 0–1. */
      likeness: Type.Number(),
      byText: Type.Boolean(),
      byImage: Type.Boolean(),
      hitId: Nullable(Id),
      seenAt: Instant,
    }),
  ),
  /** Other rules that hit the same listing. */
  siblings: Type.Array(Hit),
});
export type HitDetail = Static<typeof HitDetail>;

export const HIT_SORTS = ['risk', 'newest'] as const;

export const listHits = contract({
  id: 'listHits',
  method: 'GET',
  path: '/api/hits',
  summary: 'Hits by risk; the default is what still waits for a verdict',
  access: OFFICERS,
  query: Type.Object({
    state: Type.Optional(Type.Enum(HIT_STATES)),
    label: Type.Optional(Type.String({ maxLength: 100 })),
    rule: Type.Optional(Type.String({ maxLength: 100 })),
    severity: Type.Optional(Type.Enum(SEVERITIES)),
    venueId: Type.Optional(Id),
    patrolId: Type.Optional(Id),
    groupKey: Type.Optional(Type.String({ maxLength: 200 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(Type.Enum(HIT_SORTS)),
    ...paging,
  }),
  response: Type.Object({
    items: Type.Array(Hit),
    next: Nullable(Type.String()),
    total: Type.Optional(Type.Integer({ description: 'on the first page only' })),
  }),
});

export const HitGroup = Type.Object({
  key: Type.String(),
  shop: Nullable(Type.String()),
  venueId: Nullable(Id),
  rule: Type.String(),
  ruleTitle: Bilingual,
  label: Type.String(),
  count: Type.Integer(),
  risk: Type.Number(),
  sample: Type.Array(Type.String()),
});
export type HitGroup = Static<typeof HitGroup>;

export const listHitGroups = contract({
  id: 'listHitGroups',
  method: 'GET',
  path: '/api/hit-groups',
  summary: 'Open hits grouped by shop and template, highest risk first',
  access: OFFICERS,
  query: Type.Object({
    label: Type.Optional(Type.String({ maxLength: 100 })),
    patrolId: Type.Optional(Id),
    ...paging,
  }),
  response: PageOf(HitGroup),
});

export const getHit = contract({
  id: 'getHit',
  method: 'GET',
  path: '/api/hits/{id}',
  summary: 'One hit with its findings, texts, precision and liveness',
  access: OFFICERS,
  params: IdParams,
  response: HitDetail,
});

const VerdictBody = Type.Object({
  verdict: Type.Enum(VERDICTS),
  note: Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()])),
});

export const judgeHit = contract({
  id: 'judgeHit',
  method: 'POST',
  path: '/api/hits/{id}/verdict',
  summary: 'Judge a hit; confirming makes a lead',
  access: MONITORS,
  params: IdParams,
  body: VerdictBody,
  response: Type.Object({ hit: Hit, leadId: Nullable(Id) }),
  errors: ['already_judged'],
});

export const undoVerdict = contract({
  id: 'undoVerdict',
  method: 'POST',
  path: '/api/hits/{id}/undo',
  summary: 'Take a verdict back, as long as nobody has acted on the lead that it made',
  access: MONITORS,
  params: IdParams,
  response: Type.Object({ hit: Hit }),
  errors: ['nothing_to_undo', 'lead_in_hand'],
});

export const judgeHitGroup = contract({
  id: 'judgeHitGroup',
  method: 'POST',
  path: '/api/hit-groups/verdict',
  summary: 'One verdict for all open hits of a group; those that somebody judged meanwhile stay as they are',
  access: MONITORS,
  body: Type.Object({
    key: Type.String({ maxLength: 200 }),
    verdict: Type.Enum(VERDICTS),
    note: Type.Optional(Type.Union([Type.String({ maxLength: 1000 }), Type.Null()])),
  }),
  response: Type.Object({ judged: Type.Array(Id), leadIds: Type.Array(Id) }),
});
