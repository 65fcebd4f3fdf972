// SPDX-License-Identifier: Apache-2.0
import type { Hit, Lead } from '@yiwang/contracts';
import type { Tx } from '../../platform/database/db.ts';

/**
 * What the pages of the register show beside its own rows. The rooms that know it stand above this one and import it,
 * so they are handed in where the service is put together: no circle.
 */
export interface RegistryPorts {
  /** Listings and hits by venue. */
  countVenues(tx: Tx, venueIds: readonly string[]): Promise<Map<string, { listings: number; hits: number }>>;
  /** Leads (those the caller may see) by subject. */
  countLeads(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, number>>;
  hitsOfVenues(tx: Tx, venueIds: readonly string[], limit: number): Promise<Hit[]>;
  leadsOfSubject(tx: Tx, subjectId: string, now: number): Promise<Lead[]>;
  /** The venue that a page belongs to, if a patrol has been there. */
  venueOfPage(tx: Tx, pageKey: string): Promise<string | null>;
}
