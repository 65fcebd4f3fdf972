// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { ImportedSubject } from './subject-row.ts';

/**
 * Sites that a table names for its subjects: the venue is made if it is new, and what the register says of it is noted
 * as facts; who runs a known one is not overwritten, because its own pages may say otherwise.
 */
export async function mergeVenues(
  tx: Tx,
  clock: Clock,
  all: ReadonlyMap<ImportedSubject, string>,
  source: string,
): Promise<void> {
  const byKey = new Map<string, { row: ImportedSubject; subject: string; url: URL }>();
  for (const [row, subject] of all) {
    if (row.url === null) continue;
    const url = new URL(row.url);
    const host = url.host.replace(/^www\./, '');
    const path = url.pathname.replace(/\/+$/, '');
    byKey.set(`${host}${path}`, { row, subject, url });
  }
  if (byKey.size === 0) return;
  const now = new Date(clock.now());
  const list = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql`
    insert into venues (venue_id, kind, venue_key, name, url, host, subject_id, first_seen_at, last_seen_at)
    select id, case when position('/' in key) > 0 then 'shop' else 'site' end, key, name, url, host, subject, ${now}, ${now}
    from unnest(${list.map(() => uuidv7(clock.now()))}::uuid[], ${list.map(([key]) => key)}::text[],
      ${list.map(([, one]) => one.row.name)}::text[], ${list.map(([, one]) => one.url.href)}::text[],
      ${list.map(([, one]) => one.url.host)}::text[], ${list.map(([, one]) => one.subject)}::uuid[])
      as v (id, key, name, url, host, subject)
    on conflict (venue_key) do update set subject_id = excluded.subject_id where venues.subject_id is null`.execute(
    tx,
  );
  const facts = list.flatMap(([key, { row }]) =>
    (['name', 'uscc', 'status'] as const).flatMap((field) =>
      row[field] === null ? [] : [{ key, field, value: row[field] }],
    ),
  );
  await sql`
    insert into facts (fact_id, object_id, field, value, source, first_seen_at, last_seen_at)
    select gen_random_uuid(), v.venue_id, f.field, f.value, ${source}, ${now}, ${now}
    from unnest(${facts.map((fact) => fact.key)}::text[], ${facts.map((fact) => fact.field)}::text[],
      ${facts.map((fact) => fact.value)}::text[]) as f (key, field, value)
    join venues v on v.venue_key = f.key
    on conflict (object_id, field, md5(value), source) do nothing`.execute(tx);
}
