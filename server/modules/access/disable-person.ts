// SPDX-License-Identifier: Apache-2.0
import type { Person } from '@yiwang/contracts';
import { type Clock, refused } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { selectPeople, toPerson } from './views.ts';

/** Closes or opens an account; closing ends its sessions and tokens at once. Throws `not_found`. */
export async function disablePerson(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  input: { id: string; disabled: boolean; reason: string },
): Promise<Person> {
  const now = new Date(clock.now());
  const found = await tx
    .updateTable('people')
    .set({ disabled_at: input.disabled ? now : null })
    .where('person_id', '=', input.id)
    .returning('person_id')
    .executeTakeFirst();
  if (found === undefined) throw refused('not_found', 'there is no such person');
  if (input.disabled) {
    await tx.deleteFrom('sessions').where('person_id', '=', input.id).execute();
    await tx
      .updateTable('tokens')
      .set({ revoked_at: now })
      .where('person_id', '=', input.id)
      .where('revoked_at', 'is', null)
      .execute();
  }
  await recordAudit(tx, clock, actor, {
    action: input.disabled ? 'disable-person' : 'enable-person',
    object: { kind: 'person', id: input.id },
    rationale: input.reason,
  });
  return toPerson(await selectPeople(tx).where('people.person_id', '=', input.id).executeTakeFirstOrThrow());
}
