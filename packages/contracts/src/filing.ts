// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Basis, Bilingual, Id, LocalDay, Nullable } from './common.ts';

export const FILING_KINDS = ['complaint', 'report', 'inquiry'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];
export const FILING_MATTERS = ['goods', 'service', 'ad', 'price', 'platform', 'other'] as const;
export const FILING_CHANNELS = ['web', 'phone', 'letter', 'visit', 'hotline'] as const;
/** What a complainant may ask for (form 1 of the set for O121). */
export const CLAIMS = [
  'refund',
  'return',
  'replace',
  'repair',
  'redo',
  'make-up',
  'damages',
  'other',
] as const;
/** ANON – no name was given; SEALED – the reporter's; PARTY_VISIBLE – what mediation needs may go to the respondent. */
export const SEAL_LEVELS = ['ANON', 'SEALED', 'PARTY_VISIBLE'] as const;
/** Kinds of proof that are taken; decided by the bytes, never by the name. */
export const ATTACHMENT_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/heic',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  'application/pdf',
  'text/plain',
] as const;

const text = (maxLength: number, minLength = 0) => Type.String({ minLength, maxLength });
const optional = (maxLength: number) => Type.Optional(Nullable(text(maxLength)));

/** Where the trouble was: at least one of link, name, respondent or order number. */
export const ShopRef = Type.Object({
  link: optional(2000),
  name: optional(200),
  platform: optional(200),
  orderNumber: optional(100),
  respondent: optional(200),
  respondentAddress: optional(300),
  respondentPhone: optional(40),
});
export type ShopRef = Static<typeof ShopRef>;

/** Who files. Sealed on arrival; leaves the house only through `readIdentity`, with a purpose. */
export const Filer = Type.Object({
  name: text(100, 1),
  phone: text(40, 3),
  email: optional(200),
  address: optional(300),
  idKind: optional(40),
  idNumber: optional(40),
  /** Filed by an agent, with a power of attorney among the attachments. */
  agent: optional(100),
});
export type Filer = Static<typeof Filer>;

const common = {
  door: Type.Optional(Type.Enum(['consumer', 'operator'] as const)),
  shop: ShopRef,
  matter: Type.Enum(FILING_MATTERS),
  statement: text(5000, 5),
  happenedOn: Type.Optional(Nullable(LocalDay)),
  /** Tickets of `handInProof`. */
  attachments: Type.Optional(Type.Array(text(60, 20), { maxItems: 10 })),
};

export const ComplaintBody = Type.Object({
  ...common,
  claims: Type.Array(Type.Enum(CLAIMS), { minItems: 1, maxItems: 8 }),
  amount: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1e10 }))),
  /** When the complainant knew of the harm, where that was later. */
  knownOn: Type.Optional(Nullable(LocalDay)),
  filer: Filer,
  /** Joint complaint: the others, and which one or two speak for all. */
  joint: Type.Optional(
    Nullable(
      Type.Object({
        people: Type.Array(Type.Object({ name: text(100, 1), phone: text(40, 3) }), {
          minItems: 1,
          maxItems: 200,
        }),
        representatives: Type.Array(text(100, 1), { minItems: 1, maxItems: 2 }),
      }),
    ),
  ),
  consentPublish: Type.Optional(Type.Boolean()),
  consentEntrust: Type.Optional(Type.Boolean()),
  /** The paper also reports a breach: it is split, the second half gets its own venue, clock and answer. */
  alsoReport: Type.Optional(
    Nullable(Type.Object({ statement: optional(5000), sealed: Type.Optional(Type.Boolean()) })),
  ),
});
export type ComplaintBody = Static<typeof ComplaintBody>;

export const ReportBody = Type.Object({
  ...common,
  /** Absent: anonymous. */
  filer: Type.Optional(Nullable(Filer)),
});
export type ReportBody = Static<typeof ReportBody>;

export const InquiryBody = Type.Object({
  question: text(5000, 5),
  matter: Type.Optional(Type.Enum(FILING_MATTERS)),
  filer: Type.Optional(Nullable(Filer)),
});
export type InquiryBody = Static<typeof InquiryBody>;

/** An office with power, and the office of this house that will get the file. */
export const OfficeChoice = Type.Object({
  /** Division code, or the place as it was written where it is no known division. */
  place: Type.String(),
  name: Type.String(),
  /** The register's office that takes it in; differs from `name` where that office is not in this house. */
  agency: Nullable(Type.Object({ id: Id, name: Type.String() })),
});

/** Which office, why, by which article; `doubt` says in words what was missing. */
export const OfficeFinding = Type.Object({
  /** What is known of the shop: registration facts only. */
  shop: Type.Object({
    name: Nullable(Type.String()),
    platform: Nullable(Type.String()),
    operator: Nullable(Type.String()),
    uscc: Nullable(Type.String()),
    address: Nullable(Type.String()),
    url: Nullable(Type.String()),
  }),
  role: Type.String(),
  primary: Type.Array(OfficeChoice),
  may: Type.Array(OfficeChoice),
  agency: Type.Object({ id: Id, name: Type.String() }),
  /** `sure` – the venue rules named an office of this house; `nearest` – its superior here; `desk` – none could be told. */
  how: Type.Enum(['sure', 'nearest', 'desk'] as const),
  basis: Type.Array(Basis),
  derivation: Type.Array(Bilingual),
  doubt: Nullable(Bilingual),
});
export type OfficeFinding = Static<typeof OfficeFinding>;
