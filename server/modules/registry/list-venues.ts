// SPDX-License-Identifier: Apache-2.0
import type { Answer, listVenues as contract, Query } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import type { RegistryPorts } from './ports.ts';
import { selectVenues, viewVenues } from './venue-view.ts';

/** Venues by name, host or address; two characters and more use the bigram index (venues_name). */
export async function listVenues(
  tx: Tx,
  ports: RegistryPorts,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim().toLowerCase();
  const after = fromCursor(query.cursor, 2);
  const rows = await selectVenues(
    tx,
    sql`where ${query.kind ? sql`v.kind = ${query.kind}` : sql`true`} and (${q} = '' or (
        (length(${q}) < 2 or bigrams(v.name || ' ' || v.url) @> bigrams(${q}))
        and lower(v.name || ' ' || v.url) like '%' || like_literal(${q}) || '%'))
      ${after ? sql`and (v.last_seen_at, v.venue_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by v.last_seen_at desc, v.venue_id desc limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.last_seen_at.toISOString(), row.venue_id],
  );
  return { items: await viewVenues(tx, ports, page.items), next: page.next };
}
