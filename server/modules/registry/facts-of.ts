// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

interface FactRow {
  field: string;
  value: string;
  valid: boolean | null;
  source: string;
  source_url: string | null;
  evidence_id: string | null;
  first_seen_at: Date;
  last_seen_at: Date;
}

/**
 * Everything ever said of subjects or venues, by field, the latest word first: the facts, and what stands in the record of
 * a subject itself with whoever said so.
 */
export async function factsOf(tx: Tx, ...objectIds: string[]): Promise<Fact[]> {
  const { rows } = await sql<FactRow>`
    select field, value, valid, source, source_url, evidence_id, first_seen_at, last_seen_at
    from facts where object_id = any(${objectIds}::uuid[])
    union all
    select f.field, f.value, null, s.said_by, null, null, s.said_at, s.said_at
    from subjects s cross join lateral (values ('name', s.name), ('status', s.status), ('address', s.address),
      ('phone', s.phone)) as f (field, value)
    where s.subject_id = any(${objectIds}::uuid[]) and s.said_by is not null and f.value is not null
    order by field, last_seen_at desc limit 500`.execute(tx);
  return rows.map((row) => ({
    field: row.field,
    value: row.value,
    valid: row.valid,
    source: row.source,
    sourceUrl: row.source_url,
    evidenceId: row.evidence_id,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}
