// SPDX-License-Identifier: Apache-2.0
import type { Answer, getSubject as contract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { factsOf } from './facts-of.ts';
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
    sql`where v.subject_id = ${id} order by v.last_seen_at desc limit 200`,
  );
  return {
    subject: subject!,
    facts: await factsOf(tx, id),
    venues: await viewVenues(tx, ports, venues),
    hits: await ports.hitsOfVenues(tx, row.venue_ids, 100),
    leads: await ports.leadsOfSubject(tx, id, now),
  };
}
