// SPDX-License-Identifier: Apache-2.0
import type { PortalData } from '../../types.ts';

export type FlowKind = 'complaint' | 'report';

export interface Proof {
  ticket: string;
  name: string;
  bytes: number;
  sha256: string;
}

/** What somebody has answered so far; kept as a sealed draft, so that it survives without script. */
export interface Answers {
  /** Idempotency key: sent twice, it is one paper. */
  key: string;
  door: 'consumer' | 'operator';
  link: string;
  name: string;
  platform: string;
  order: string;
  shownAddress: string;
  matter: string;
  statement: string;
  happenedOn: string;
  claims: string[];
  amount: string;
  also: boolean;
  proofs: Proof[];
  anonymous: boolean;
  person: string;
  phone: string;
  email: string;
  address: string;
  joint: string;
  publish: boolean;
  entrust: boolean;
}

export type Drafts = Partial<Record<FlowKind, Answers>>;

const fresh = (): Answers => ({
  key: globalThis.crypto.randomUUID(),
  door: 'consumer',
  link: '',
  name: '',
  platform: '',
  order: '',
  shownAddress: '',
  matter: '',
  statement: '',
  happenedOn: '',
  claims: [],
  amount: '',
  also: false,
  proofs: [],
  anonymous: false,
  person: '',
  phone: '',
  email: '',
  address: '',
  joint: '',
  publish: false,
  entrust: false,
});

export async function readDrafts(data: PortalData): Promise<Drafts> {
  const content = await data.readDraft();
  if (content === null) return {};
  try {
    return JSON.parse(content) as Drafts;
  } catch {
    return {};
  }
}

/** Older drafts may lack a member that a newer page asks for. */
export const answersOf = (drafts: Drafts, kind: FlowKind): Answers => ({ ...fresh(), ...drafts[kind] });

export const keepAnswers = (
  data: PortalData,
  drafts: Drafts,
  kind: FlowKind,
  answers: Answers,
): Promise<void> => data.saveDraft(JSON.stringify({ ...drafts, [kind]: answers }));

/** Forgets one filing under way; the other, if there is one, stays. */
export async function dropAnswers(data: PortalData, drafts: Drafts, kind: FlowKind): Promise<void> {
  const { [kind]: _, ...rest } = drafts;
  if (Object.keys(rest).length === 0) await data.forgetDraft();
  else await data.saveDraft(JSON.stringify(rest));
}

/** The shop as the API wants it. */
export const shopOf = (answers: Answers) => ({
  link: answers.link || null,
  name: answers.name || null,
  platform: answers.platform || null,
  orderNumber: answers.order || null,
  respondentAddress: answers.shownAddress || null,
});
