// SPDX-License-Identifier: Apache-2.0
import { type Static, type TSchema, Type } from 'typebox';
import { Bilingual, Id, IdParams, Instant, LocalDay, Nullable, paging } from './common.ts';
import {
  CLAIMS,
  ComplaintBody,
  FILING_CHANNELS,
  FILING_KINDS,
  FILING_MATTERS,
  type FilingKind,
  OfficeFinding,
  ReportBody,
  SEAL_LEVELS,
  ShopRef,
} from './filing.ts';
import { ActionBody, ActionParams, DocumentView, fileMembers } from './procedure.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';
import { Filed, ProofView } from './status.ts';

/** Those who take in, mediate and check. */
export const FILING_HANDLERS = [
  'intake_clerk',
  'mediator',
  'field_officer',
  'authority_head',
  'supervisor',
] as const;
export const INTAKE_ROLES = ['intake_clerk', 'authority_head', 'mediator', 'field_officer'] as const;
/** Those who may open an identity; a report's never to mediators, which the database holds as well. */
export const IDENTITY_ROLES = ['intake_clerk', 'mediator', 'field_officer', 'authority_head'] as const;
export const IDENTITY_PURPOSES = [
  'contact',
  'verify-identity',
  'serve-paper',
  'interview',
  'reward',
  'transfer',
  'other',
] as const;

/** One line of a list. No member of it says who filed. */
export const Filing = Type.Object({
  id: Id,
  kind: Type.Enum(FILING_KINDS),
  number: Type.String(),
  state: Type.String(),
  stateTitle: Bilingual,
  title: Type.String(),
  shopName: Nullable(Type.String()),
  respondent: Nullable(Type.String()),
  matter: Type.Enum(FILING_MATTERS),
  channel: Type.String(),
  seal: Type.Enum(SEAL_LEVELS),
  agency: Agency,
  receivedOn: LocalDay,
  due: Nullable(LocalDay),
  used: Nullable(Type.Number()),
  complainants: Type.Integer(),
  version: Type.Integer(),
});
export type Filing = Static<typeof Filing>;

/** A filing that may be about the same thing, where the caller may see it. */
const Related = Type.Object({
  id: Id,
  kind: Type.Enum(FILING_KINDS),
  number: Type.String(),
  title: Type.String(),
  stateTitle: Bilingual,
  receivedOn: LocalDay,
  /** Why it stands here. */
  same: Type.Array(Type.Enum(['filer', 'dispute', 'target', 'paper'] as const)),
});

export const FilingDetail = Type.Object({
  filing: Filing,
  statement: Type.String(),
  claims: Type.Array(Type.Enum(CLAIMS)),
  amount: Nullable(Type.Number()),
  happenedOn: Nullable(LocalDay),
  knownOn: Nullable(LocalDay),
  orderNumber: Nullable(Type.String()),
  shopUrl: Nullable(Type.String()),
  platform: Nullable(Type.String()),
  respondentAddress: Nullable(Type.String()),
  respondentPhone: Nullable(Type.String()),
  subjectId: Nullable(Id),
  venueId: Nullable(Id),
  door: Type.Enum(['consumer', 'operator'] as const),
  realName: Type.Boolean(),
  consentPublish: Type.Boolean(),
  consentEntrust: Type.Boolean(),
  office: OfficeFinding,
  proofs: Type.Array(ProofView),
  talk: Type.Array(
    Type.Object({
      side: Type.Enum(['filer', 'office'] as const),
      by: Nullable(Type.String()),
      text: Type.String(),
      at: Instant,
    }),
  ),
  capture: Nullable(
    Type.Object({
      url: Type.String(),
      state: Type.Enum(['queued', 'running', 'done', 'failed'] as const),
      problem: Nullable(Type.String()),
      patrolId: Nullable(Id),
      hits: Type.Integer(),
      evidence: Type.Array(Id),
      askedAt: Instant,
    }),
  ),
  /** Counts for a person's judgement: how often before, in the last year. */
  counts: Type.Object({ byFiler: Type.Integer(), byDispute: Type.Integer(), byTarget: Type.Integer() }),
  related: Type.Array(Related),
  identity: Type.Object({
    mayRead: Type.Boolean(),
    fields: Type.Integer(),
    reads: Type.Array(
      Type.Object({
        at: Instant,
        by: Type.String(),
        office: Type.String(),
        purpose: Type.String(),
        rationale: Type.String(),
      }),
    ),
  }),
  documents: Type.Array(DocumentView),
  ...fileMembers,
});
export type FilingDetail = Static<typeof FilingDetail>;

const query = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 40 })),
  due: Type.Optional(Type.Enum(['soon', 'lapsed'] as const)),
  channel: Type.Optional(Type.Enum([...FILING_CHANNELS, 'split'] as const)),
  matter: Type.Optional(Type.Enum(FILING_MATTERS)),
  q: Type.Optional(Type.String({ maxLength: 200 })),
  ...paging,
});
const response = Type.Object({
  items: Type.Array(Filing),
  next: Nullable(Type.String()),
  total: Type.Integer(),
  states: Type.Array(Type.Object({ state: Type.String(), title: Bilingual, count: Type.Integer() })),
});

const list = <Id extends string>(id: Id, path: string, what: string) =>
  contract({
    id,
    method: 'GET',
    path,
    summary: `${what} one may see, nearest due date first`,
    access: OFFICERS,
    query,
    response,
  });
const get = (id: string, path: string, what: string) =>
  contract({
    id,
    method: 'GET',
    path: `${path}/{id}`,
    summary: `One ${what} with clocks, timeline and the actions open to the caller; never who filed`,
    access: OFFICERS,
    params: IdParams,
    response: FilingDetail,
  });
const act = (id: string, path: string) =>
  contract({
    id,
    method: 'POST',
    path: `${path}/{id}/actions/{action}`,
    summary: 'Take one of the actions that the procedure allows now',
    access: FILING_HANDLERS,
    params: ActionParams,
    body: ActionBody,
    response: FilingDetail,
    errors: ['action_not_open', 'moved_on', 'form_invalid'],
  });

export const listComplaints = list('listComplaints', '/api/complaints', 'Complaints');
export const listReports = list('listReports', '/api/reports', 'Reports');
export const listInquiries = list('listInquiries', '/api/inquiries', 'Questions');
export const getComplaint = get('getComplaint', '/api/complaints', 'complaint');
export const getReport = get('getReport', '/api/reports', 'report');
export const getInquiry = get('getInquiry', '/api/inquiries', 'question');
export const actOnComplaint = act('actOnComplaint', '/api/complaints');
export const actOnReport = act('actOnReport', '/api/reports');
export const actOnInquiry = act('actOnInquiry', '/api/inquiries');

export const exportFilings = contract({
  id: 'exportFilings',
  method: 'GET',
  path: '/api/filings.csv',
  summary: 'Filings one may see as CSV, for a spreadsheet; no member of it says who filed',
  access: OFFICERS,
  query: Type.Object({ kind: Type.Optional(Type.Enum(FILING_KINDS)) }),
  media: 'binary',
});

export const writeAsOffice = contract({
  id: 'writeAsOffice',
  method: 'POST',
  path: '/api/filings/{id}/messages',
  summary: 'Write to whoever filed; read with the receipt code',
  access: FILING_HANDLERS,
  params: IdParams,
  body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 3000 }) }),
  response: FilingDetail,
});

export const readIdentity = contract({
  id: 'readIdentity',
  method: 'POST',
  path: '/api/filings/{id}/identity',
  summary:
    'Open the sealed identity for a purpose; the look is written down and shown to the keepers and the filer',
  access: IDENTITY_ROLES,
  params: IdParams,
  body: Type.Object({
    purpose: Type.Enum(IDENTITY_PURPOSES),
    rationale: Type.String({ minLength: 4, maxLength: 500 }),
  }),
  response: Type.Object({
    parties: Type.Array(
      Type.Object({ party: Type.Integer(), fields: Type.Record(Type.String(), Type.String()) }),
    ),
  }),
  errors: ['not_allowed'],
});

export const getProof = contract({
  id: 'getProof',
  method: 'GET',
  path: '/api/filings/{id}/proofs/{proof}',
  summary: 'The bytes of an attachment without the metadata that its maker left in it',
  access: FILING_HANDLERS,
  params: Type.Object({ id: Id, proof: Id }),
  media: 'binary',
});

/** The intake desk: a call, a letter, a visit or an item of another hotline is keyed in one screen. */
export const takeIn = contract({
  id: 'takeIn',
  method: 'POST',
  path: '/api/intake',
  summary:
    'Key what came by telephone, letter, visit or another hotline; split, duplicates and office as online',
  access: INTAKE_ROLES,
  body: Type.Object({
    kind: Type.Enum(['complaint', 'report'] as const),
    channel: Type.Enum(FILING_CHANNELS),
    receivedOn: Type.Optional(Nullable(LocalDay)),
    complaint: Type.Optional(Nullable(ComplaintBody)),
    report: Type.Optional(Nullable(ReportBody)),
  }),
  status: 201,
  response: Type.Object({
    ...Filed.properties,
    ids: Type.Array(Type.Object({ kind: Type.Enum(FILING_KINDS), id: Id })),
  }),
  errors: ['input_invalid', 'received_in_future'],
});

/** Asked while a clerk still talks with the caller. */
export const findSimilar = contract({
  id: 'findSimilar',
  method: 'POST',
  path: '/api/filings/similar',
  summary: 'Earlier filings of the same filer, dispute or target, as counts and as files one may see',
  access: INTAKE_ROLES,
  body: Type.Object({
    phone: Type.Optional(Nullable(Type.String({ maxLength: 40 }))),
    shop: Type.Optional(Nullable(ShopRef)),
  }),
  response: Type.Object({
    counts: Type.Object({ byFiler: Type.Integer(), byDispute: Type.Integer(), byTarget: Type.Integer() }),
    related: Type.Array(Related),
  }),
});

/** The page of the API that each kind has. */
export const FILING_PATHS = {
  complaint: '/api/complaints',
  report: '/api/reports',
  inquiry: '/api/inquiries',
} as const satisfies Record<FilingKind, string>;

export type FilingAnswer<S extends TSchema> = Static<S>;
