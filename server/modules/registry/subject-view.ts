// SPDX-License-Identifier: Apache-2.0
import type { Subject } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { RegistryPorts } from './ports.ts';

export interface SubjectRow {
  subject_id: string;
  kind: Subject['kind'];
  service: Subject['service'];
  status: Subject['status'];
  credit_class: Subject['creditClass'];
  /** The record and those behind it. */
  family: string[];
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
    select s.subject_id, s.kind, s.service, s.status, s.credit_class, s.name, s.uscc, s.uscc_valid, s.first_seen_at,
      s.last_seen_at, f.family,
      array(select v.venue_id::text from venues v where v.subject_id = any(f.family)) as venue_ids
    from subjects s cross join lateral (
      select array(select s.subject_id union all select m.subject_id from subjects m
        where m.merged_into = s.subject_id) as family) f ${rest}`.execute(tx);
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
    rows.flatMap((row) => row.family),
  );
  return rows.map((row) => ({
    id: row.subject_id,
    kind: row.kind,
    service: row.service,
    status: row.status,
    creditClass: row.credit_class,
    name: row.name,
    uscc: row.uscc,
    usccValid: row.uscc_valid,
    venues: row.venue_ids.length,
    hits: row.venue_ids.reduce((sum, id) => sum + (venues.get(id)?.hits ?? 0), 0),
    leads: row.family.reduce((sum, id) => sum + (leads.get(id) ?? 0), 0),
    firstSeenAt: row.first_seen_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
  }));
}
