// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed, uuidv7 } from '@yiwang/kernel';
import { type Form, machineOf, openFile as opening, replay } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { numberFile } from './number-file.ts';
import { writeClocks, writeEntry } from './write-entry.ts';

/**
 * Opens a file of a procedure in the actor's own office: access, number, first entry and clocks in one transaction.
 * @throws AppError `file_without_office` when the actor belongs to none (the machine opens no files)
 */
export async function openFile(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { procedure: string; form?: Form },
): Promise<{ id: string; number: string }> {
  if (actor.personId === null || actor.agencyId === null)
    throw failed('file_without_office', `${actor.name} has no office to open a file in`);
  const now = clock.now();
  const machine = machineOf(wish.procedure);
  const id = uuidv7(now);
  const agency = { id: actor.agencyId, path: actor.agencyPath };
  await sql`select grant_file_access(${id}, ${agency.path}, 'own')`.execute(tx);
  const number = await numberFile(tx, machine, agency, now);
  const entry = opening(machine, { id: actor.personId, roles: actor.roles }, now, wish.form);
  const file = replay(machine, [entry]);
  await sql`
    insert into files (file_id, procedure, machine_version, number, agency_id, agency_path, opened_at, state, values,
      version)
    values (${id}, ${machine.id}, ${machine.version}, ${number}, ${agency.id}, ${agency.path}, ${new Date(now)},
      ${file.state}, ${JSON.stringify(file.values)}::jsonb, ${file.version})`.execute(tx);
  await writeEntry(tx, id, entry, actor);
  await writeClocks(tx, id, machine, [entry], now);
  return { id, number };
}
