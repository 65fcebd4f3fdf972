// SPDX-License-Identifier: Apache-2.0
import { type Clock, refused } from '@yiwang/kernel';
import { apply, type Form, type Actor as ProcedureActor } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { loadFile, type OpenFile } from './file.ts';
import { writeClocks, writeEntry } from './write-entry.ts';

export interface ActionWish {
  action: string;
  form: Form;
  /** The version the person saw; null for the house itself. */
  version: number | null;
  /** The house acts (on somebody's behalf): actions without roles. */
  byHouse?: boolean;
}

/**
 * Takes one action on a file: entry, state and clocks change together.
 * @throws AppError `not_found`, `moved_on` (somebody acted meanwhile), `action_not_open`, `form_invalid`
 */
export async function takeAction(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  fileId: string,
  wish: ActionWish,
): Promise<OpenFile> {
  const file = await loadFile(tx, fileId, { lock: true });
  if (wish.version !== null && wish.version !== file.state.version)
    throw refused('moved_on', `file ${fileId} is at version ${file.state.version}`, {
      params: { version: file.state.version, seen: wish.version },
    });
  const now = clock.now();
  const by: ProcedureActor | null =
    wish.byHouse || actor.personId === null ? null : { id: actor.personId, roles: actor.roles };
  const result = apply(file.machine, file.timeline, wish.action, wish.form, { actor: by, at: now });
  if (!result.ok) throw result.error;
  const { entry, file: state } = result.value;
  await writeEntry(tx, fileId, entry, actor);
  await sql`
    update files set state = ${state.state}, values = ${JSON.stringify(state.values)}::jsonb,
      version = ${state.version}, ended_at = ${state.ended ? new Date(now) : null}
    where file_id = ${fileId}`.execute(tx);
  const timeline = [...file.timeline, { ...entry, id: '', actorName: actor.name }];
  await writeClocks(tx, fileId, file.machine, timeline, now);
  return { ...file, timeline, state };
}
