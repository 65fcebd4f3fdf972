// SPDX-License-Identifier: Apache-2.0
import type { ComplaintBody, Filer, FilingKind, InquiryBody, ReportBody, ShopRef } from '@yiwang/contracts';

/** One half of a paper: what becomes one file. */
export interface Half {
  kind: FilingKind;
  door: 'consumer' | 'operator';
  matter: string;
  shop: ShopRef;
  statement: string;
  claims: readonly string[];
  amount: number | null;
  happenedOn: string | null;
  knownOn: string | null;
  seal: 'ANON' | 'SEALED' | 'PARTY_VISIBLE';
  realName: boolean;
  filer: Filer | null;
  joint: readonly { name: string; phone: string; agent?: string }[];
  complainants: number;
  consentPublish: boolean;
  consentEntrust: boolean;
}

const base = { claims: [], amount: null, knownOn: null, joint: [], complainants: 1 } as const;
const consents = { consentPublish: false, consentEntrust: false };

/** The complaint, and, where the paper is a report as well, the report: each gets its own file (O20 7, O121 9). */
export function halvesOfComplaint(body: ComplaintBody): Half[] {
  const speaking = new Set(body.joint?.representatives ?? []);
  const shared = {
    door: body.door ?? 'consumer',
    matter: body.matter,
    shop: body.shop,
    happenedOn: body.happenedOn ?? null,
  };
  const complaint: Half = {
    ...shared,
    kind: 'complaint',
    statement: body.statement,
    claims: body.claims,
    amount: body.amount ?? null,
    knownOn: body.knownOn ?? null,
    seal: 'PARTY_VISIBLE',
    realName: true,
    filer: body.filer,
    joint: (body.joint?.people ?? []).map((one) => ({
      name: one.name,
      phone: one.phone,
      ...(speaking.has(one.name) ? { agent: 'representative' } : {}),
    })),
    complainants: 1 + (body.joint?.people.length ?? 0),
    consentPublish: body.consentPublish ?? false,
    consentEntrust: body.consentEntrust ?? false,
  };
  if (!body.alsoReport) return [complaint];
  const sealed = body.alsoReport.sealed ?? true;
  return [
    complaint,
    {
      ...shared,
      ...base,
      ...consents,
      kind: 'report',
      statement: body.alsoReport.statement?.trim() || body.statement,
      seal: sealed ? 'SEALED' : 'PARTY_VISIBLE',
      realName: true,
      filer: body.filer,
    },
  ];
}

export const halvesOfReport = (body: ReportBody): Half[] => [
  {
    ...base,
    ...consents,
    kind: 'report',
    door: body.door ?? 'consumer',
    matter: body.matter,
    shop: body.shop,
    statement: body.statement,
    happenedOn: body.happenedOn ?? null,
    seal: body.filer ? 'SEALED' : 'ANON',
    realName: Boolean(body.filer),
    filer: body.filer ?? null,
  },
];

export const halvesOfInquiry = (body: InquiryBody): Half[] => [
  {
    ...base,
    ...consents,
    kind: 'inquiry',
    door: 'consumer',
    matter: body.matter ?? 'other',
    shop: {},
    statement: body.question,
    happenedOn: null,
    seal: body.filer ? 'PARTY_VISIBLE' : 'ANON',
    realName: Boolean(body.filer),
    filer: body.filer ?? null,
  },
];
