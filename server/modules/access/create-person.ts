// SPDX-License-Identifier: Apache-2.0
import type { Person, Role } from '@yiwang/contracts';
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { checkUnit } from './agencies/units.ts';
import { selectPeople, toPerson } from './views.ts';

export interface NewPerson {
  username: string;
  name: string;
  agencyId: string;
  roles: readonly Role[];
  unitId?: string | null;
  /** Made with `hashPassword` before the transaction. */
  passwordHash: string;
  demo?: boolean;
}

/** Makes an account. Throws `username_taken`, or `input_invalid` for an agency that does not exist. */
export async function createPerson(tx: Tx, clock: Clock, actor: Actor, input: NewPerson): Promise<Person> {
  const now = new Date(clock.now());
  const id = uuidv7(clock.now());
  const agency = await tx
    .selectFrom('agencies')
    .select('agency_id')
    .where('agency_id', '=', input.agencyId)
    .executeTakeFirst();
  if (agency === undefined)
    throw invalid('input_invalid', 'there is no such agency', {
      faults: [{ pointer: '/agencyId', reason: 'there is no such agency' }],
    });
  await checkUnit(tx, input.agencyId, input.unitId);
  const made = await tx
    .insertInto('people')
    .values({
      person_id: id,
      username: input.username.trim(),
      name: input.name.trim(),
      agency_id: input.agencyId,
      roles: [...new Set(input.roles)],
      unit_id: input.unitId ?? null,
      demo: input.demo ?? false,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (made === undefined) throw refused('username_taken', `the user name ${input.username} is taken`);
  await tx
    .insertInto('credentials')
    .values({ person_id: id, password_hash: input.passwordHash, changed_at: now })
    .execute();
  await recordAudit(tx, clock, actor, {
    action: 'create-person',
    object: { kind: 'person', id },
    details: { username: input.username, roles: input.roles },
  });
  return toPerson(await selectPeople(tx).where('people.person_id', '=', id).executeTakeFirstOrThrow());
}
