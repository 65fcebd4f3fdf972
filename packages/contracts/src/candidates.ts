// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, Nullable, paging } from './common.ts';
import { MONITORS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/**
 * What an officer says of a candidate venue (domain.md §2.1; `trading` – somebody trades there, nothing more is known
 * yet). The first three and the last two are venues and enter the register.
 */
export const CANDIDATE_VERDICTS = [
  'trading',
  'matched_registered',
  'updated',
  'wrong_link',
  'dead_link',
  'not_local',
  'illegal_site',
  'no_licence',
] as const;
export type CandidateVerdict = (typeof CANDIDATE_VERDICTS)[number];
export const CANDIDATE_STATES = ['new', ...CANDIDATE_VERDICTS] as const;

/** Why a place was proposed. */
export const CANDIDATE_REASONS = [
  'link',
  'contact',
  'icp',
  'uscc',
  'template',
  'list',
  'complaint',
  'search',
  'officer',
] as const;
export type CandidateReasonKind = (typeof CANDIDATE_REASONS)[number];

export const Candidate = Type.Object({
  id: Id,
  state: Type.Enum(CANDIDATE_STATES),
  url: Type.String(),
  host: Type.String(),
  name: Nullable(Type.String()),
  /** 0–1: how much speaks for a venue where somebody trades. */
  score: Type.Number(),
  reasons: Type.Array(Type.Enum(CANDIDATE_REASONS)),
  listings: Nullable(Type.Integer({ description: 'on its first page; null until somebody looked' })),
  reachable: Nullable(Type.Boolean()),
  venueId: Nullable(Id),
  proposedAt: Instant,
  judgedAt: Nullable(Instant),
  judgedBy: Nullable(Type.String()),
});
export type Candidate = Static<typeof Candidate>;

export const CandidateProbe = Type.Object({
  reachable: Type.Boolean(),
  /** Why not, where it was not. */
  problem: Nullable(Type.String()),
  status: Nullable(Type.Integer()),
  title: Nullable(Type.String()),
  listings: Type.Integer(),
  sample: Type.Array(Type.String()),
  operator: Nullable(Type.String()),
  uscc: Nullable(Type.String()),
  usccValid: Nullable(Type.Boolean()),
  icp: Type.Array(Type.String()),
  contacts: Type.Array(Type.String()),
  /** Whether it speaks to buyers in China. */
  reach: Type.Boolean(),
  at: Instant,
});
export type CandidateProbe = Static<typeof CandidateProbe>;

export const CandidateDetail = Type.Object({
  candidate: Candidate,
  probe: Nullable(CandidateProbe),
  reasons: Type.Array(
    Type.Object({
      kind: Type.Enum(CANDIDATE_REASONS),
      detail: Type.String(),
      source: Nullable(Type.String()),
      venue: Nullable(Type.Object({ id: Id, name: Type.String() })),
      patrolId: Nullable(Id),
      by: Nullable(Type.String()),
      firstSeenAt: Instant,
      seenAt: Instant,
    }),
  ),
  /** What the machine would say and why; a person decides. */
  suggestion: Nullable(Type.Object({ verdict: Type.Enum(CANDIDATE_VERDICTS), why: Type.String() })),
  /** Subjects of the register that the page may belong to: same code, or same name. */
  subjects: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      uscc: Nullable(Type.String()),
      by: Type.Enum(['uscc', 'name'] as const),
    }),
  ),
  verdicts: Type.Array(
    Type.Object({
      verdict: Type.Enum([...CANDIDATE_VERDICTS, 'undo'] as const),
      by: Type.String(),
      at: Instant,
      note: Nullable(Type.String()),
    }),
  ),
});
export type CandidateDetail = Static<typeof CandidateDetail>;

export const listCandidates = contract({
  id: 'listCandidates',
  method: 'GET',
  path: '/api/candidates',
  summary: 'Places that may be venues, most telling first; the default is what still waits for a verdict',
  access: OFFICERS,
  query: Type.Object({
    state: Type.Optional(Type.Enum(CANDIDATE_STATES)),
    reason: Type.Optional(Type.Enum(CANDIDATE_REASONS)),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    sort: Type.Optional(Type.Enum(['score', 'newest'] as const)),
    ...paging,
  }),
  response: Type.Object({
    items: Type.Array(Candidate),
    next: Nullable(Type.String()),
    total: Type.Integer(),
    /** Whether a search service is set up. */
    canSearch: Type.Boolean(),
  }),
});

export const getCandidate = contract({
  id: 'getCandidate',
  method: 'GET',
  path: '/api/candidates/{id}',
  summary:
    'One candidate: why it was proposed, what its first page shows, what the register knows, what was said of it',
  access: OFFICERS,
  params: IdParams,
  response: CandidateDetail,
});

export const judgeCandidate = contract({
  id: 'judgeCandidate',
  method: 'POST',
  path: '/api/candidates/{id}/verdict',
  summary: 'Judge a candidate; a venue enters the register, linked to a subject where one is named',
  access: MONITORS,
  params: IdParams,
  body: Type.Object({
    verdict: Type.Enum(CANDIDATE_VERDICTS),
    note: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
    subjectId: Type.Optional(Nullable(Id)),
  }),
  response: Type.Object({ candidate: Candidate, venueId: Nullable(Id) }),
  errors: ['candidate_judged', 'subject_missing'],
});

export const undoCandidate = contract({
  id: 'undoCandidate',
  method: 'POST',
  path: '/api/candidates/{id}/undo',
  summary:
    'Take a verdict back; a venue that only this verdict brought in goes with it, unless it was visited since',
  access: MONITORS,
  params: IdParams,
  response: Type.Object({ candidate: Candidate, venueStays: Type.Boolean() }),
  errors: ['nothing_to_undo'],
});

export const probeCandidate = contract({
  id: 'probeCandidate',
  method: 'POST',
  path: '/api/candidates/{id}/probe',
  summary: 'Look at the first page again',
  access: MONITORS,
  params: IdParams,
  status: 202,
  response: Type.Object({ candidate: Candidate }),
});

export const ListLine = Type.Object({ line: Type.Integer(), text: Type.String(), reason: Type.String() });

export const importCandidates = contract({
  id: 'importCandidates',
  method: 'POST',
  path: '/api/candidates/import',
  summary:
    'A list of addresses, pasted or from a CSV file: one a line, the first column an address, the second a name',
  access: MONITORS,
  body: Type.Object({
    source: Type.String({ minLength: 2, maxLength: 200, description: 'where the list comes from' }),
    text: Type.String({ minLength: 3, maxLength: 2_000_000 }),
  }),
  response: Type.Object({
    added: Type.Integer(),
    again: Type.Integer(),
    /** Sites that the register holds already. */
    known: Type.Integer(),
    bad: Type.Array(ListLine),
  }),
});

export const searchCandidates = contract({
  id: 'searchCandidates',
  method: 'POST',
  path: '/api/candidates/search',
  summary: 'Ask the search service that is set up; what it finds comes into the queue',
  access: MONITORS,
  body: Type.Object({ query: Type.String({ minLength: 2, maxLength: 200 }) }),
  status: 202,
  response: Type.Object({ query: Type.String() }),
  errors: ['search_not_set_up'],
});
