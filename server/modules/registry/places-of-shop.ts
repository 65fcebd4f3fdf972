// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import type { Venue } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { factsOf } from './facts-of.ts';
import type { RegistryPorts } from './ports.ts';
import { selectVenues, type VenueRow } from './venue-view.ts';

/** Where a shop trades, who runs it, and the addresses that were seen for it; the latest word first. */
export interface ShopPlaces {
  venue: { id: string; kind: Venue['kind']; name: string; url: string } | null;
  platform: { name: string; operator: string | null; addresses: string[]; uscc: string | null } | null;
  subject: { id: string; name: string; uscc: string | null } | null;
  /** Addresses shown for the shop itself. */
  addresses: string[];
}

const NOTHING: ShopPlaces = { venue: null, platform: null, subject: null, addresses: [] };

async function addressesOf(tx: Tx, ids: readonly (string | null)[]): Promise<string[]> {
  const found: string[] = [];
  for (const id of ids)
    if (id !== null)
      for (const fact of await factsOf(tx, id)) if (fact.field === 'address') found.push(fact.value);
  return [...new Set(found)];
}

async function subjectOf(tx: Tx, id: string | null): Promise<ShopPlaces['subject']> {
  if (id === null) return null;
  const { rows } = await sql<{ subject_id: string; name: string; uscc: string | null }>`
    select subject_id, name, uscc from subjects where subject_id = ${id}`.execute(tx);
  const row = rows[0];
  return row ? { id: row.subject_id, name: row.name, uscc: row.uscc } : null;
}

async function findVenue(
  tx: Tx,
  ports: RegistryPorts,
  by: { link?: string | null; name?: string | null },
): Promise<VenueRow | undefined> {
  if (by.link) {
    const url = new URL(by.link);
    const key = urlKey(url.href);
    const byPage = await ports.venueOfPage(tx, key);
    const [row] = await selectVenues(
      tx,
      sql`where v.venue_id = ${byPage} or v.venue_key in (${key}, ${url.host.replace(/^www\./, '')})
        order by (v.venue_id = ${byPage}) desc nulls last, (v.kind = 'shop') desc limit 1`,
    );
    if (row) return row;
  }
  if (!by.name) return undefined;
  // A name that two places share says nothing.
  const rows = await selectVenues(tx, sql`where v.name = ${by.name} limit 2`);
  return rows.length === 1 ? rows[0] : undefined;
}

/** What the register knows of a shop by link, else by its exact name. For finding the office: facts, no suspicion. */
export async function placesOfShop(
  tx: Tx,
  ports: RegistryPorts,
  by: { link?: string | null; name?: string | null },
): Promise<ShopPlaces> {
  const venue = await findVenue(tx, ports, by);
  if (!venue) return NOTHING;
  const subject = await subjectOf(tx, venue.subject_id);
  let platform: ShopPlaces['platform'] = null;
  if (venue.platform_id !== null) {
    const [site] = await selectVenues(tx, sql`where v.venue_id = ${venue.platform_id}`);
    const operator = await subjectOf(tx, site?.subject_id ?? null);
    platform = {
      name: site?.name ?? venue.platform_name ?? '',
      operator: operator?.name ?? null,
      uscc: operator?.uscc ?? null,
      addresses: await addressesOf(tx, [operator?.id ?? null, venue.platform_id]),
    };
  }
  return {
    venue: { id: venue.venue_id, kind: venue.kind, name: venue.name, url: venue.url },
    platform,
    subject,
    addresses: await addressesOf(tx, [venue.venue_id, subject?.id ?? null]),
  };
}
