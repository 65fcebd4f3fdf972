// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Basis, Bilingual, Id, IdParams, Instant, Nullable, paging, SEVERITIES } from './common.ts';
import { FileLine } from './coordination.ts';
import { FindingView, Liveness } from './hits.ts';
import { ActionBody, ActionParams, DocumentView, fileMembers } from './procedure.ts';
import { HANDLERS, MONITORS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';

export const LEAD_SOURCES = ['patrol', 'officer'] as const;

/** What the clock says: `soon` – due within three days from today, `lapsed` – past and still running. */
export const LEAD_DUES = ['soon', 'lapsed'] as const;

/** One line of a list of leads. */
export const Lead = Type.Object({
  id: Id,
  number: Type.String(),
  state: Type.String(),
  stateTitle: Bilingual,
  grade: Nullable(Type.Enum(SEVERITIES)),
  source: Type.Enum(LEAD_SOURCES),
  title: Type.String(),
  url: Type.String(),
  shop: Nullable(Type.String()),
  subjectName: Nullable(Type.String()),
  labels: Type.Array(Type.String()),
  agency: Agency,
  /** The nearest clock. */
  due: Nullable(Type.String()),
  used: Nullable(Type.Number()),
  createdAt: Instant,
  version: Type.Integer(),
});
export type Lead = Static<typeof Lead>;

/** The standard lead packet (domain.md §2.4): subject, address, object, suspected violation with article, evidence. */
export const LeadDetail = Type.Object({
  lead: Lead,
  subject: Nullable(
    Type.Object({
      id: Id,
      name: Type.String(),
      uscc: Nullable(Type.String()),
      usccValid: Nullable(Type.Boolean()),
    }),
  ),
  venue: Nullable(Type.Object({ id: Id, name: Type.String(), url: Type.String() })),
  object: Type.Object({
    title: Type.String(),
    url: Type.String(),
    price: Nullable(Type.Number()),
    currency: Nullable(Type.String()),
    texts: Type.Record(Type.String(), Type.String()),
  }),
  suspected: Type.Array(
    Type.Object({
      hitId: Nullable(Id),
      rule: Type.String(),
      label: Type.String(),
      title: Bilingual,
      severity: Type.Enum(SEVERITIES),
      finding: Nullable(FindingView),
      basis: Type.Array(Basis),
    }),
  ),
  evidence: Type.Array(
    Type.Object({ id: Id, url: Type.String(), sha256: Type.String(), capturedAt: Instant }),
  ),
  liveness: Liveness,
  foundBy: Nullable(Type.String()),
  /** Reminders, notices, transfers … that it opened. */
  tasks: Type.Array(FileLine),
  documents: Type.Array(DocumentView),
  ...fileMembers,
});
export type LeadDetail = Static<typeof LeadDetail>;

export const listLeads = contract({
  id: 'listLeads',
  method: 'GET',
  path: '/api/leads',
  summary: 'Leads one may see, nearest due date first',
  access: OFFICERS,
  query: Type.Object({
    state: Type.Optional(Type.String({ maxLength: 40 })),
    grade: Type.Optional(Type.Enum(SEVERITIES)),
    source: Type.Optional(Type.Enum(LEAD_SOURCES)),
    /** By the legal clock: due within three days, or past. */
    due: Type.Optional(Type.Enum(LEAD_DUES)),
    label: Type.Optional(Type.String({ maxLength: 100 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    ...paging,
  }),
  response: Type.Object({
    items: Type.Array(Lead),
    next: Nullable(Type.String()),
    /** On the first page only. */
    total: Type.Optional(Type.Integer()),
    /** Every state of the procedure, for the filter; `count` of leads one may see in it. First page only. */
    states: Type.Optional(
      Type.Array(Type.Object({ state: Type.String(), title: Bilingual, count: Type.Integer() })),
    ),
  }),
});

export const getLead = contract({
  id: 'getLead',
  method: 'GET',
  path: '/api/leads/{id}',
  summary: 'One lead with its packet, clocks, timeline and the actions open to the caller',
  access: OFFICERS,
  params: IdParams,
  response: LeadDetail,
});

export const actOnLead = contract({
  id: 'actOnLead',
  method: 'POST',
  path: '/api/leads/{id}/actions/{action}',
  summary: 'Take one of the actions that the procedure allows now',
  access: HANDLERS,
  params: ActionParams,
  body: ActionBody,
  response: LeadDetail,
  errors: ['action_not_open', 'moved_on', 'form_invalid'],
});

/** Officer's own find: captured and screened at once; the lead carries the officer as its source. */
export const Find = Type.Object({
  id: Id,
  url: Type.String(),
  state: Type.Enum(['queued', 'capturing', 'done', 'failed'] as const),
  problem: Nullable(Type.String()),
  leadId: Nullable(Id),
  evidenceId: Nullable(Id),
  createdAt: Instant,
});
export type Find = Static<typeof Find>;

export const reportFind = contract({
  id: 'reportFind',
  method: 'POST',
  path: '/api/finds',
  summary: 'Paste an address: it is captured, screened and becomes a lead with the officer as source',
  access: MONITORS,
  body: Type.Object({
    url: Type.String({ format: 'uri', maxLength: 2000 }),
    note: Type.String({ minLength: 2, maxLength: 2000 }),
    label: Type.Optional(Type.Union([Type.String({ maxLength: 100 }), Type.Null()])),
  }),
  status: 202,
  response: Find,
  errors: ['address_refused'],
});

export const getFind = contract({
  id: 'getFind',
  method: 'GET',
  path: '/api/finds/{id}',
  summary: 'How far the capture of an own find is',
  access: OFFICERS,
  params: IdParams,
  response: Find,
});
