// SPDX-License-Identifier: Apache-2.0
import type { Basis, Bilingual, Severity } from '../types.ts';

/** A licence or permit as a page or a register has it. */
export interface ShownLicence {
  /** `food` `drug` `device` `publication` … as extraction names them. */
  kind: string;
  number: string;
  /** By the form's own check; null where the form has none. */
  valid: boolean | null;
  /** Last day, `YYYY-MM-DD`; null where none is told. */
  until?: string | null;
}

/** What one page of a venue says of who trades there. */
export interface ShownOperator {
  url: string;
  /** Links from the main page; null where that is not known. */
  clicks: number | null;
  name: string | null;
  uscc: string | null;
  usccValid: boolean | null;
  icp: string[];
  licences: ShownLicence[];
  /** Telephone numbers and mail addresses. */
  contacts: string[];
}

/** A subject as somebody else than this venue told of it. */
export interface KnownSubject {
  name: string | null;
  uscc: string | null;
  /** Status in the register as its source words it: 存续, 吊销 … */
  status: string | null;
  /** Who says so: `import`, `register` … */
  source: string;
}

/** Another venue with the same mark of identity. */
export interface TwinVenue {
  host: string;
  url: string;
  name: string | null;
  uscc: string | null;
  contacts: string[];
  shares: 'uscc' | 'icp';
  /** The shared code or filing number. */
  value: string;
  /** Whether we knew the other one first. */
  earlier: boolean;
}

/** Goods for which somebody must hold a permit. */
export interface PermitGoods {
  kind: string;
  title: string;
  url: string;
}

/** Everything the checks of a venue look at: facts from pages and from the register. Absent members are empty. */
export interface VenueFacts {
  id: string;
  kind: 'site' | 'shop';
  host: string;
  name: string;
  /** Legal day, `YYYY-MM-DD`. */
  observedOn: string;
  /** Whole looks at the venue so far, this one counted. */
  looks: number;
  /** Address of the main page. */
  mainPage: string;
  /** Whether the venue speaks to buyers here: Chinese text, yuan or an ICP number. */
  reach: boolean;
  /** Listings with a price. */
  trades: number;
  shown: ShownOperator[];
  /** Links to electronic marks and licence displays. */
  emarks: { url: string; page: string }[];
  /** Links that may lead to a picture of the licence: what they show is not known. */
  licenceLinks: string[];
  /** Declarations of exemption from registration, as shown. */
  declarations: string[];
  /** Words with which the seller calls himself a private person. */
  individual: string | null;
  goods: PermitGoods[];
  /** Who runs the venue by another word than its own. */
  registered: KnownSubject | null;
  /** What others say of the codes shown here, by code. */
  codes: Record<string, KnownSubject>;
  twins: TwinVenue[];
  /** Whether a regional overlay makes the electronic mark a duty of this operator on the day. */
  emarkDuty: boolean;
}

/** Kinds of checks; the parameters of each stand in the rule. */
export const VENUE_CHECKS = [
  'not-displayed',
  'buried',
  'code-invalid',
  'permit-malformed',
  'code-of-other',
  'status',
  'expired',
  'permit-missing',
  'exemption-not-declared',
  'registered-otherwise',
  'two-identities',
  'copied-footer',
  'emark-missing',
  'emark-imitated',
  'emark-of-other',
] as const;
export type VenueCheckKind = (typeof VENUE_CHECKS)[number];

export interface VenueCheck {
  kind: VenueCheckKind;
  /** `not-displayed`: looks from which absence counts in full. */
  looks?: number;
  /** `buried`: clicks from the main page that are still prominent. */
  clicks?: number;
  /** `status`: words of the register that end the right to trade. */
  statuses?: string[];
  /** `permit-missing`: the kind of goods, and the permits that cover it. */
  goods?: string;
  permits?: string[];
  /** `copied-footer`: what is shared. */
  shares?: 'uscc' | 'icp';
  /** `emark-imitated`: parts of names of official hosts, and the suffixes under which they are genuine. */
  imitates?: string[];
  genuine?: string[];
  /** `emark-missing`: whether the rule is for venues where a regional overlay makes the mark a duty, or for all others. */
  duty?: boolean;
}

/** An example: only what differs from a plain trading site with nothing shown. */
export type VenueExample = { note: string } & Partial<VenueFacts>;

export interface VenueRule {
  id: string;
  label: string;
  severity: Severity;
  confidence: number;
  title: Bilingual;
  /** How a merchant mends it. */
  advice?: Bilingual;
  /** What is said of a finding; `{value}`, `{other}`, `{page}` are filled in. */
  why: Bilingual;
  basis: Basis[];
  note: string;
  inForce: { from: string; to: string | null };
  check: VenueCheck;
  examples: { positive: VenueExample[]; negative: VenueExample[] };
}

export interface VenuePack {
  pack: string;
  title: Bilingual;
  rules: VenueRule[];
}
