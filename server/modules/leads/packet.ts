// SPDX-License-Identifier: Apache-2.0
import type { Basis, FindingView, Severity } from '@yiwang/contracts';

/**
 * The standard lead packet (domain.md §2.4): what was known when the lead was made. It is kept as it was; what became
 * of the page later stands in the liveness, what officers did in the timeline.
 */
export interface LeadPacket {
  subject: { id: string; name: string; uscc: string | null; usccValid: boolean | null } | null;
  venue: { id: string; name: string; url: string } | null;
  object: {
    title: string;
    url: string;
    price: number | null;
    currency: string | null;
    texts: Record<string, string>;
  };
  suspected: {
    hitId: string | null;
    rule: string;
    label: string;
    title: { zh: string; en: string };
    severity: Severity;
    finding: FindingView | null;
    basis: Basis[];
  }[];
}

/** What a lead is made of. */
export interface NewLead {
  source: 'patrol' | 'officer';
  /** What made it (`verdict:<id>`, `find:<id>`): asking again for the same answers with the same lead. */
  origin: string;
  packet: LeadPacket;
  /** Key of the page that is watched (`urlKey`). */
  pageKey: string;
  listingId: string | null;
  shop: string | null;
  evidenceIds: readonly string[];
  /** Officer who found it himself, by name. */
  foundBy: string | null;
  /** When the machine or the officer first saw it, ms. The legal clock starts on confirmation, not here. */
  foundAt: number;
  note: string | null;
}
