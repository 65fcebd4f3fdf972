// SPDX-License-Identifier: Apache-2.0
import type { Subject } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { RegistryPorts } from './ports.ts';

export interface SubjectRow {
  subject_id: string;
  name: string;
  uscc: string | null;
  uscc_valid: boolean | null;
  venue_ids: string[];
  first_seen_at: Date;
  last_seen_at: Date;
}

/** Subjects with the ids of their venues; `rest` is everything from `where` on. */
export async function selectSubjects(tx: Tx, rest: RawBuilder<unknown>): Promise<SubjectRow[]> {
  const { rows } = await sql<SubjectRow>`
    select s.subject_id, s.name, s.uscc, s.uscc_valid, s.first_seen_at, s.last_seen_at,
      array(select v.venue_id::text from venues v where v.subject_id = s.subject_id) as venue_ids
    from subjects s ${rest}`.execute(tx);
  return rows;
}

export async function viewSubjects(
  tx: Tx,
  ports: RegistryPorts,
  rows: readonly SubjectRow[],
): Promise<Subject[]> {
  const venues = await ports.countVenues(
    tx,
    rows.flatMap((row) => row.venue_ids),
  );
  const leads = await ports.countLeads(
    tx,
    rows.map((row) => row.subject_id),
  );
  return rows.map((row) => ({
    id: row.subject_id,
    name: row.name,
    uscc: row.uscc,
    usccValid: row.uscc_valid,
    venues: row.venue_ids.length,
    hits: row.venue_ids.reduce((sum, id) => sum + (venues.get(id)?.hits ?? 0), 0),
    leads: leads.get(row.subject_id) ?? 0,
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}
