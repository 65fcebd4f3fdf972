// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

export interface SeenFact {
  field: string;
  value: string;
  /** Whether the value's own check (credit code, filing number) holds; null where it has none. */
  valid?: boolean | null;
}

/**
 * Notes what was said of a subject or venue. The same word again only moves `last_seen_at` (an hour's grain, so that
 * the footer of a thousand pages does not write a thousand times); another word is another row.
 */
export async function recordFacts(
  tx: Tx,
  clock: Clock,
  objectId: string,
  facts: readonly SeenFact[],
  from: { source: string; url: string | null; evidenceId?: string | null },
): Promise<void> {
  const now = new Date(clock.now());
  const unique = new Map(facts.map((fact) => [`${fact.field}\n${fact.value}`, fact]));
  if (unique.size === 0) return;
  // One order for everybody: two pages with the same footer never wait for each other in a circle.
  const rows = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, fact]) => fact);
  await sql`
    insert into facts (fact_id, object_id, field, value, valid, source, source_url, evidence_id, first_seen_at,
      last_seen_at)
    select id, ${objectId}, field, value, valid, ${from.source}, ${from.url}, ${from.evidenceId ?? null}, ${now}, ${now}
    from unnest(${rows.map(() => uuidv7(clock.now()))}::uuid[], ${rows.map((fact) => fact.field)}::text[],
      ${rows.map((fact) => fact.value)}::text[], ${rows.map((fact) => fact.valid ?? null)}::boolean[])
      as t (id, field, value, valid)
    on conflict (object_id, field, md5(value), source) do update
      set last_seen_at = excluded.last_seen_at, source_url = excluded.source_url
      where facts.last_seen_at < excluded.last_seen_at - interval '1 hour'`.execute(tx);
}
