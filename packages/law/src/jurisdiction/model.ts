// SPDX-License-Identifier: Apache-2.0
import type { Basis, Certainty, DerivationStep, Text } from '../model.ts';

export type Kind = 'complaint' | 'report' | 'penalty';

/** Who the matter is about, as far as venue goes. */
export type Group = 'platform' | 'self-built' | 'in-platform' | 'ad' | 'other';

/** Which place founds the power: see the source's §3 for the words. */
export type Ground =
  | 'operates'
  | 'domicile'
  | 'operator'
  | 'shown'
  | 'pfDomicile'
  | 'act'
  | 'publisher'
  | 'advertiser'
  | 'agent';

/** One cell of §3.1–§3.3. */
export interface VenueRule {
  id: string;
  kind: Kind;
  from?: string;
  to?: string;
  groups: readonly Group[];
  primary: readonly Ground[];
  /** May act if it found, or received, first. */
  ifFirst?: readonly Ground[];
  /** Several primaries: the filer chooses. */
  choice?: true;
  /** The part of those at these grounds may be handed to their place where it is hard to deal with. */
  handOver?: readonly Ground[];
  basis: readonly string[];
  certainty: Certainty;
  note?: Text;
}

/** A place as given: a name or a division code. */
export type Office = string;

/** Fields of the source's §3.6; every place by name or code. Unknown fields are ignored, null equals absent. */
export interface JurisdictionInput {
  kind: Kind;
  /** Receipt (complaint, report); opening, or the day the act was found (penalty). */
  date: string;
  role?: string | null;
  matter?: string | null;
  domicile?: Office | null;
  operates?: Office | null;
  shown?: Office | null;
  contactable?: boolean | null;
  registered?: boolean | null;
  pfDomicile?: Office | null;
  act?: Office | null;
  publisher?: Office | null;
  advertiser?: Office | null;
  agent?: Office | null;
  /** The advertiser publishes by itself. */
  selfPublished?: boolean | null;
  /** A live room on its own site. */
  selfBuilt?: boolean | null;
  lodgedAt?: Office | null;
  /** Who received it: an office, a list in order of time, or `{office: day}`. */
  received?: unknown;
  opened?: unknown;
  openedBy?: Office | null;
  firstFinder?: Office | null;
  /** A dispute over power: true, or the day it arose. */
  dispute?: boolean | string | null;
  transferredFrom?: Office | null;
  /** The receiver is a unit inside the right bureau without power of its own. */
  unit?: boolean | null;
  region?: string | null;
  [other: string]: unknown;
}

export interface Step {
  step: string;
  office?: Office;
  by?: string;
  instrument?: string;
  article?: string;
  zh: string;
  en: string;
}

export interface JurisdictionAnswer {
  /** Offices with power; several: the first to receive or open, or the filer's choice. */
  primary: Office[];
  /** Offices that may act as well. */
  may: Office[];
  /** Places named in the input that found no power. */
  not: Office[];
  /** Offices with power that must stand back for the first. */
  yields: Office[];
  steps: Step[];
  level: string | null;
  certainty: Certainty | null;
  basis: Basis[];
  derivation: DerivationStep[];
}
