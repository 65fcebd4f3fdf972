// SPDX-License-Identifier: Apache-2.0
import type { Role } from '@yiwang/contracts';
import { type Clock, legalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';

export interface Absent {
  name: string;
  roles: Role[];
}

/**
 * Colleagues of the same office who are away today and named this person as deputy. Powers over accounts are personal:
 * they do not pass on.
 */
export async function absentColleagues(tx: Tx, clock: Clock, personId: string): Promise<Absent[]> {
  const today = legalDay(clock.now());
  const { rows } = await sql<Absent>`
    select p.name, array_remove(p.roles, 'administrator') as roles from absences a
    join people p on p.person_id = a.person_id and p.disabled_at is null
    join people d on d.person_id = a.deputy_id and d.agency_id = p.agency_id
    where a.deputy_id = ${personId} and a.ended_at is null
      and ${today}::date between a.from_day and a.to_day
    order by p.name`.execute(tx);
  return rows.filter((row) => row.roles.length > 0);
}

/** The actor with the roles of those for whom they stand in beside the own ones. */
export function standingIn(actor: Actor, absent: readonly Absent[]): Actor {
  if (absent.length === 0) return actor;
  return {
    ...actor,
    roles: [...new Set([...actor.roles, ...absent.flatMap((one) => one.roles)])],
    ownRoles: actor.roles,
    standsInFor: absent,
  };
}
