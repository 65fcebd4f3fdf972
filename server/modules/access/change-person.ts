// SPDX-License-Identifier: Apache-2.0
import type { Person, Role } from '@yiwang/contracts';
import { type Clock, refused } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { checkUnit } from './agencies/units.ts';
import { selectPeople, toPerson } from './views.ts';

/** Changes name, office and roles; sessions go on with the new ones at their next call. Throws `not_found`. */
export async function changePerson(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  input: { id: string; name: string; agencyId: string; roles: readonly Role[]; unitId?: string | null },
): Promise<Person> {
  const before = await selectPeople(tx).where('people.person_id', '=', input.id).executeTakeFirst();
  if (before === undefined) throw refused('not_found', 'there is no such person');
  await checkUnit(tx, input.agencyId, input.unitId);
  await tx
    .updateTable('people')
    .set({
      name: input.name.trim(),
      agency_id: input.agencyId,
      roles: [...new Set(input.roles)],
      unit_id: input.unitId ?? null,
    })
    .where('person_id', '=', input.id)
    .execute();
  await recordAudit(tx, clock, actor, {
    action: 'change-person',
    object: { kind: 'person', id: input.id },
    details: { before: { agency: before.agency_id, roles: before.roles }, after: input },
  });
  return toPerson(await selectPeople(tx).where('people.person_id', '=', input.id).executeTakeFirstOrThrow());
}
