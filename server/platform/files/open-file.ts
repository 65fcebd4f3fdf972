// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed, uuidv7 } from '@yiwang/kernel';
import { type Entry, type Form, machineOf, open, replay } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { procedureActor } from './actor-of.ts';
import { checkReferences } from './check-references.ts';
import { numberFile } from './number-file.ts';
import { writeClocks, writeEntry } from './write-entry.ts';

export interface FileWish {
  procedure: string;
  form?: Form;
  /** The office that gets it; absent: the actor's own. For what the public files, the house opens it in the right one. */
  office?: { id: string; path: string };
  /** Id that was given before, e.g. to what hangs on the file. */
  id?: string;
}

/**
 * Opens a file of a procedure in the actor's own office, or in the one named: access, number, first entry and clocks in
 * one transaction. The number stays locked to the end of the transaction: open the file last where many are opened.
 * @throws AppError `file_without_office` when there is neither, `form_invalid`
 */
export async function openFile(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: FileWish,
): Promise<{ id: string; number: string; entry: Entry }> {
  const agency =
    wish.office ?? (actor.agencyId === null ? null : { id: actor.agencyId, path: actor.agencyPath });
  if (agency === null || (actor.personId === null && wish.office === undefined))
    throw failed('file_without_office', `${actor.name} has no office to open a file in`);
  const now = clock.now();
  const machine = machineOf(wish.procedure);
  const id = wish.id ?? uuidv7(now);
  const by = procedureActor(actor);
  const opened = open(machine, by && { ...by, agency: agency.id }, now, wish.form);
  if (!opened.ok) throw opened.error;
  const entry = opened.value;
  await checkReferences(tx, machine.opening.form ?? [], entry.form, {
    fileId: id,
    path: agency.path,
    offices: [],
  });
  await sql`select grant_file_access(${id}, ${agency.path}, 'own')`.execute(tx);
  const number = await numberFile(tx, machine, agency, now);
  const file = replay(machine, [entry]);
  await sql`
    insert into files (file_id, procedure, machine_version, number, agency_id, agency_path, opened_at, state, values,
      version, holder_id)
    values (${id}, ${machine.id}, ${machine.version}, ${number}, ${agency.id}, ${agency.path}, ${new Date(now)},
      ${file.state}, ${JSON.stringify(file.values)}::jsonb, ${file.version}, ${agency.id})`.execute(tx);
  await writeEntry(tx, id, entry, actor);
  await writeClocks(tx, id, machine, [entry], now);
  return { id, number, entry };
}
