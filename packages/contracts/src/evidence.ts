// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, Nullable, PageOf, paging } from './common.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** What was done with an item, append-only: captured, viewed, exported, verified. */
export const CustodyEntry = Type.Object({
  at: Instant,
  act: Type.Enum(['captured', 'viewed', 'exported', 'verified'] as const),
  actor: Type.String(),
  note: Nullable(Type.String()),
});

export const Evidence = Type.Object({
  id: Id,
  url: Type.String(),
  title: Nullable(Type.String()),
  capturedAt: Instant,
  bytes: Type.Integer(),
  sha256: Type.String(),
  sm3: Type.String(),
  hasScreenshot: Type.Boolean(),
  patrolId: Nullable(Id),
  venueId: Nullable(Id),
});
export type Evidence = Static<typeof Evidence>;

export const Claim = Type.Object({
  claim: Type.String(),
  state: Type.Enum(['proven', 'failed', 'not-yet', 'policy'] as const),
  member: Nullable(Type.String()),
  reason: Nullable(Type.String()),
});

export const EvidenceDetail = Type.Object({
  evidence: Evidence,
  /** How it was captured: collector, version, address reached, time offset, browser, differences … */
  conditions: Type.Array(Type.Object({ name: Type.String(), value: Type.String() })),
  members: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
  records: Type.Array(
    Type.Object({
      type: Type.String(),
      target: Nullable(Type.String()),
      date: Nullable(Type.String()),
      bytes: Type.Integer(),
    }),
  ),
  text: Nullable(Type.String()),
  custody: Type.Array(CustodyEntry),
  hits: Type.Array(Type.Object({ id: Id, label: Type.String(), rule: Type.String(), title: Type.String() })),
});
export type EvidenceDetail = Static<typeof EvidenceDetail>;

export const listEvidence = contract({
  id: 'listEvidence',
  method: 'GET',
  path: '/api/evidence',
  summary: 'Evidence items, newest first',
  access: OFFICERS,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    patrolId: Type.Optional(Id),
    venueId: Type.Optional(Id),
    ...paging,
  }),
  response: PageOf(Evidence),
});

export const getEvidence = contract({
  id: 'getEvidence',
  method: 'GET',
  path: '/api/evidence/{id}',
  summary: 'One item: conditions, members, records, text and custody; the view is recorded',
  access: OFFICERS,
  params: IdParams,
  response: EvidenceDetail,
});

export const downloadEvidence = contract({
  id: 'downloadEvidence',
  method: 'GET',
  path: '/api/evidence/{id}.wacz',
  summary: 'The sealed package (WACZ); the export is recorded',
  access: OFFICERS,
  params: IdParams,
  media: 'binary',
});

export const getScreenshot = contract({
  id: 'getScreenshot',
  method: 'GET',
  path: '/api/evidence/{id}/screenshot',
  summary: 'The screenshot inside the package (PNG)',
  access: OFFICERS,
  params: IdParams,
  media: 'binary',
});

export const getOriginalPage = contract({
  id: 'getOriginalPage',
  method: 'GET',
  path: '/api/evidence/{id}/page',
  summary: 'The recorded page source as plain text; never as live markup',
  access: OFFICERS,
  params: IdParams,
  media: 'binary',
});

export const verifyEvidence = contract({
  id: 'verifyEvidence',
  method: 'POST',
  path: '/api/evidence/{id}/verify',
  summary: 'Verify the stored package now; the check is recorded',
  access: OFFICERS,
  params: IdParams,
  response: Type.Object({
    verdict: Type.Enum(['valid', 'invalid', 'incomplete'] as const),
    claims: Type.Array(Claim),
  }),
});
