// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Basis, Bilingual, Id, Instant, LocalDay, Nullable } from './common.ts';
import {
  ATTACHMENT_TYPES,
  ComplaintBody,
  FILING_KINDS,
  FILING_MATTERS,
  InquiryBody,
  OfficeFinding,
  ReportBody,
  ShopRef,
} from './filing.ts';
import { contract } from './route.ts';

/** What whoever filed gets at once; the receipt code opens the status. */
export const Filed = Type.Object({
  receipt: Type.String(),
  receivedAt: Instant,
  items: Type.Array(
    Type.Object({
      kind: Type.Enum(FILING_KINDS),
      number: Type.String(),
      office: Type.String(),
      due: Nullable(LocalDay),
    }),
  ),
  attachments: Type.Array(Type.Object({ name: Type.String(), sha256: Type.String() })),
});
export type Filed = Static<typeof Filed>;

const filing = {
  method: 'POST',
  access: 'public',
  status: 201,
  response: Filed,
  ownIdempotency: true,
  multipart: true,
} as const;

export const fileComplaint = contract({
  ...filing,
  id: 'fileComplaint',
  path: '/api/complaints',
  summary:
    'File a complaint, no account needed. JSON, or multipart/form-data with a part `filing` (JSON) and files; honours Idempotency-Key',
  body: ComplaintBody,
  errors: ['proof_refused', 'filing_flood'],
});

export const fileReport = contract({
  ...filing,
  id: 'fileReport',
  path: '/api/reports',
  summary: 'Report a breach, under a name or without one; as fileComplaint',
  body: ReportBody,
  errors: ['proof_refused', 'filing_flood'],
});

export const fileInquiry = contract({
  ...filing,
  id: 'fileInquiry',
  path: '/api/inquiries',
  summary: 'Ask a question; as fileComplaint',
  body: InquiryBody,
  errors: ['filing_flood'],
});

export const findFilingOffice = contract({
  id: 'findFilingOffice',
  method: 'POST',
  path: '/api/filing-office',
  summary: 'Which office a filing about this shop goes to and by which article; nothing is kept',
  access: 'public',
  body: Type.Object({
    kind: Type.Enum(FILING_KINDS),
    matter: Type.Optional(Type.Enum(FILING_MATTERS)),
    door: Type.Optional(Type.Enum(['consumer', 'operator'] as const)),
    shop: ShopRef,
    /** Day of receipt; absent: today. */
    on: Type.Optional(Nullable(LocalDay)),
    /** Whether the shop answers at the address it shows. */
    contactable: Type.Optional(Nullable(Type.Boolean())),
  }),
  response: OfficeFinding,
});

/** Something handed in; the digest was taken on arrival. */
export const ProofView = Type.Object({
  id: Id,
  name: Type.String(),
  type: Type.Enum(ATTACHMENT_TYPES),
  bytes: Type.Integer(),
  sha256: Type.String(),
  side: Type.Enum(['filer', 'office'] as const),
  receivedAt: Instant,
});
export type ProofView = Static<typeof ProofView>;

export const handInProof = contract({
  id: 'handInProof',
  method: 'POST',
  path: '/api/proofs',
  summary:
    'Hand in a file (multipart/form-data) before filing; the ticket goes into `attachments` of the filing within a day',
  access: 'public',
  status: 201,
  ownIdempotency: true,
  multipart: true,
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        ticket: Type.String(),
        name: Type.String(),
        type: Type.String(),
        bytes: Type.Integer(),
        sha256: Type.String(),
      }),
    ),
  }),
  errors: ['proof_refused'],
});

const StatusClock = Type.Object({
  title: Bilingual,
  due: Nullable(LocalDay),
  state: Type.Enum(['running', 'paused', 'met', 'lapsed'] as const),
  provisional: Type.Boolean(),
  basis: Type.Array(Basis),
  derivation: Type.Array(Bilingual),
});

const StatusItem = Type.Object({
  kind: Type.Enum(FILING_KINDS),
  number: Type.String(),
  office: Type.String(),
  state: Type.String(),
  stateTitle: Bilingual,
  /** Steps that the filer is told of, oldest first. */
  steps: Type.Array(Type.Object({ title: Bilingual, at: Instant, note: Nullable(Type.String()) })),
  clocks: Type.Array(StatusClock),
  can: Type.Array(Type.Enum(['withdraw', 'rate'] as const)),
  talk: Type.Array(
    Type.Object({ side: Type.Enum(['filer', 'office'] as const), text: Type.String(), at: Instant }),
  ),
  /** Each time somebody opened the filer's identity: which office, what for. No names of persons. */
  identityReads: Type.Array(Type.Object({ at: Instant, office: Type.String(), purpose: Type.String() })),
});

/** What the receipt code opens: no name, telephone or address of anybody. */
export const FilingStatus = Type.Object({
  receivedAt: Instant,
  title: Type.String(),
  items: Type.Array(StatusItem),
  attachments: Type.Array(ProofView),
});
export type FilingStatus = Static<typeof FilingStatus>;

const params = Type.Object({ receipt: Type.String({ minLength: 1, maxLength: 40 }) });
const item = Type.Integer({ minimum: 0, maximum: 9 });
const byReceipt = {
  access: 'public',
  params,
  response: FilingStatus,
  errors: ['receipt_unknown', 'too_many_attempts'],
} as const;

export const getFilingStatus = contract({
  ...byReceipt,
  id: 'getFilingStatus',
  method: 'GET',
  path: '/api/status/{receipt}',
  summary:
    'Where a filing stands: steps, clocks with their derivation, talk; wrong codes are slowed by address',
});

export const writeAsFiler = contract({
  ...byReceipt,
  id: 'writeAsFiler',
  method: 'POST',
  path: '/api/status/{receipt}/messages',
  summary: 'Write to the office that handles it',
  body: Type.Object({ item, text: Type.String({ minLength: 1, maxLength: 3000 }) }),
});

export const withdrawFiling = contract({
  ...byReceipt,
  id: 'withdrawFiling',
  method: 'POST',
  path: '/api/status/{receipt}/withdraw',
  summary: 'Take a complaint back',
  body: Type.Object({ item, note: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))) }),
});

export const rateFiling = contract({
  ...byReceipt,
  id: 'rateFiling',
  method: 'POST',
  path: '/api/status/{receipt}/rating',
  summary: 'Say how the handling was, once, after it is closed',
  body: Type.Object({
    item,
    stars: Type.Enum(['1', '2', '3', '4', '5'] as const),
    note: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  }),
});

export const addProof = contract({
  ...byReceipt,
  id: 'addProof',
  method: 'POST',
  path: '/api/status/{receipt}/attachments',
  summary: 'Hand in more proof (multipart/form-data)',
  ownIdempotency: true,
  multipart: true,
  errors: [...byReceipt.errors, 'proof_refused'],
});

export const checkProof = contract({
  id: 'checkProof',
  method: 'POST',
  path: '/api/status/{receipt}/check',
  summary: 'Whether a file of this digest was handed in with the filing, and when',
  access: 'public',
  params,
  body: Type.Object({ sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }) }),
  response: Type.Object({
    known: Type.Boolean(),
    name: Nullable(Type.String()),
    receivedAt: Nullable(Instant),
  }),
  errors: byReceipt.errors,
});
