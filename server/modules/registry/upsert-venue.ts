// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

export interface SeenVenue {
  kind: 'site' | 'shop';
  /** Host of a site; `host#seller` or `host/path` of a shop on it. */
  key: string;
  name: string;
  url: string;
  host: string;
  platformId?: string | null;
}

/** The venue behind a key; its name follows what was seen last, the old one stays among the facts. */
export async function upsertVenue(tx: Tx, clock: Clock, seen: SeenVenue): Promise<string> {
  const now = new Date(clock.now());
  const known = await sql<{ venue_id: string; fresh: boolean }>`
    select venue_id, name = ${seen.name} and last_seen_at > ${now}::timestamptz - interval '1 hour' as fresh
    from venues where venue_key = ${seen.key}`.execute(tx);
  if (known.rows[0]?.fresh) return known.rows[0].venue_id;
  const { rows } = await sql<{ venue_id: string }>`
    insert into venues (venue_id, kind, venue_key, name, url, host, platform_id, first_seen_at, last_seen_at)
    values (${uuidv7(clock.now())}, ${seen.kind}, ${seen.key}, ${seen.name}, ${seen.url}, ${seen.host},
      ${seen.platformId ?? null}, ${now}, ${now})
    on conflict (venue_key) do update set name = excluded.name, last_seen_at = excluded.last_seen_at
    returning venue_id`.execute(tx);
  return rows[0]!.venue_id;
}

/** Says who runs a venue; what was thought before stays among the facts. */
export async function linkVenue(tx: Tx, venueId: string, subjectId: string): Promise<void> {
  await sql`update venues set subject_id = ${subjectId}
    where venue_id = ${venueId} and subject_id is distinct from ${subjectId}`.execute(tx);
}
