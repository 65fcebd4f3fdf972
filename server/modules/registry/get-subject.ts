// SPDX-License-Identifier: Apache-2.0
import type { Answer, getSubject as contract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { factsOf } from './facts-of.ts';
import { listMergers } from './merge/list-mergers.ts';
import type { RegistryPorts } from './ports.ts';
import { selectSubjects, viewSubjects } from './subject-view.ts';
import { selectVenues, viewVenues } from './venue-view.ts';

/** A subject's file. @throws AppError `not_found` */
export async function getSubject(
  tx: Tx,
  ports: RegistryPorts,
  id: string,
  now: number,
): Promise<Answer<typeof contract>> {
  const [row] = await selectSubjects(tx, sql`where s.subject_id = ${id}`);
  if (!row) throw refused('not_found', `subject ${id}`);
  const [subject] = await viewSubjects(tx, ports, [row]);
  const venues = await selectVenues(
    tx,
    sql`where v.subject_id = any(${row.family}::uuid[]) order by v.last_seen_at desc limit 200`,
  );
  return {
    subject: subject!,
    registration: await registrationOf(tx, id),
    mergers: await listMergers(tx, id),
    facts: await factsOf(tx, ...row.family),
    venues: await viewVenues(tx, ports, venues),
    hits: await ports.hitsOfVenues(tx, row.venue_ids, 100),
    leads: (await Promise.all(row.family.map((one) => ports.leadsOfSubject(tx, one, now)))).flat(),
  };
}

async function registrationOf(tx: Tx, id: string): Promise<Answer<typeof contract>['registration']> {
  const { rows } = await sql<
    Record<'registered_on' | 'division' | 'address' | 'phone' | 'said_by', string | null> & {
      said_at: Date | null;
    }
  >`
    select registered_on::text as registered_on, division, address, phone, said_by, said_at from subjects
    where subject_id = ${id}`.execute(tx);
  const row = rows[0]!;
  return {
    registeredOn: row.registered_on,
    division: row.division,
    address: row.address,
    phone: row.phone,
    saidBy: row.said_by,
    saidAt: row.said_at?.toISOString() ?? null,
  };
}
