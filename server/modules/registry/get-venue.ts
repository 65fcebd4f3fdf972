// SPDX-License-Identifier: Apache-2.0
import type { Answer, getVenue as contract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { factsOf } from './facts-of.ts';
import type { RegistryPorts } from './ports.ts';
import { selectVenues, viewVenues } from './venue-view.ts';

/** @throws AppError `not_found` */
export async function getVenue(tx: Tx, ports: RegistryPorts, id: string): Promise<Answer<typeof contract>> {
  const [venue] = await viewVenues(tx, ports, await selectVenues(tx, sql`where v.venue_id = ${id}`));
  if (!venue) throw refused('not_found', `venue ${id}`);
  return { venue, facts: await factsOf(tx, id), hits: await ports.hitsOfVenues(tx, [id], 100) };
}
