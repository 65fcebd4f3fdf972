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

/** Everything ever said of a subject or venue, by field, the latest word first. */
export async function factsOf(tx: Tx, ...objectIds: string[]): Promise<Fact[]> {
  const { rows } = await sql<FactRow>`
    select field, value, valid, source, source_url, evidence_id, first_seen_at, last_seen_at
    from facts where object_id = any(${objectIds}::uuid[]) order by field, last_seen_at desc limit 500`.execute(
    tx,
  );
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
