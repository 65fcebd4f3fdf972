// SPDX-License-Identifier: Apache-2.0
import type { Venue } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { RegistryPorts } from './ports.ts';

export interface VenueRow {
  venue_id: string;
  kind: Venue['kind'];
  name: string;
  url: string;
  host: string;
  platform_id: string | null;
  platform_name: string | null;
  subject_id: string | null;
  subject_name: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
}

/** Venues with the names of their site and operator; `rest` is everything from `where` on. */
export async function selectVenues(tx: Tx, rest: RawBuilder<unknown>): Promise<VenueRow[]> {
  const { rows } = await sql<VenueRow>`
    select v.venue_id, v.kind, v.name, v.url, v.host, v.platform_id, p.name as platform_name, s.subject_id,
      s.name as subject_name, v.first_seen_at, v.last_seen_at
    from venues v
    left join venues p on p.venue_id = v.platform_id
    left join subjects o on o.subject_id = v.subject_id
    left join subjects s on s.subject_id = coalesce(o.merged_into, o.subject_id)
    ${rest}`.execute(tx);
  return rows;
}

export async function viewVenues(tx: Tx, ports: RegistryPorts, rows: readonly VenueRow[]): Promise<Venue[]> {
  const counts = await ports.countVenues(
    tx,
    rows.map((row) => row.venue_id),
  );
  return rows.map((row) => ({
    id: row.venue_id,
    kind: row.kind,
    name: row.name,
    url: row.url,
    host: row.host,
    platform: row.platform_id === null ? null : { id: row.platform_id, name: row.platform_name ?? '' },
    subject: row.subject_id === null ? null : { id: row.subject_id, name: row.subject_name ?? '' },
    listings: counts.get(row.venue_id)?.listings ?? 0,
    hits: counts.get(row.venue_id)?.hits ?? 0,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}
