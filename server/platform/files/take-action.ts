// SPDX-License-Identifier: Apache-2.0
import { type Clock, refused } from '@yiwang/kernel';
import { type Action, apply, type Entry, type Form, officeOf, turnOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { nameFor, procedureActor } from './actor-of.ts';
import { checkReferences } from './check-references.ts';
import { loadFile, type OpenFile } from './file.ts';
import { holdFile } from './hold-file.ts';
import { writeClocks, writeEntry } from './write-entry.ts';

export interface ActionWish {
  action: string;
  form: Form;
  /** The version the person saw; null for the house itself. */
  version: number | null;
  /** The house acts (on somebody's behalf): actions without roles. */
  byHouse?: boolean;
  /** The caller's Idempotency-Key. */
  key?: string | null;
}

/** A file after an action. */
export interface Taken extends OpenFile {
  action: Action;
  entry: Entry;
  /** It had been taken under the same key before: nothing changed now, and nothing may follow from it again. */
  repeated: boolean;
}

/**
 * Takes one action on a file: entry, state, hands, access and clocks change together.
 * @throws AppError `not_found`, `moved_on` (somebody acted meanwhile; its faults say what), `action_not_open`,
 *   `form_invalid`
 */
export async function takeAction(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  fileId: string,
  wish: ActionWish,
): Promise<Taken> {
  const file = await loadFile(tx, fileId, { lock: true });
  const actionOf = (id: string) => file.machine.actions.find((one) => one.id === id)!;
  if (wish.key) {
    const before = file.timeline.find((entry) => entry.key === wish.key);
    if (before && before.action === wish.action)
      return { ...file, action: actionOf(wish.action), entry: before, repeated: true };
  }
  if (wish.version !== null && wish.version !== file.state.version) throw movedOn(file, wish.version);
  const now = clock.now();
  const by = wish.byHouse ? null : procedureActor(actor);
  const result = apply(file.machine, file.timeline, wish.action, wish.form, { actor: by, at: now });
  if (!result.ok) throw result.error;
  const { entry, file: state } = result.value;
  const action = actionOf(wish.action);
  const offices = await checkReferences(tx, wish.byHouse ? [] : action.form, entry.form, {
    fileId,
    path: actor.agencyPath,
    offices: [...state.hands, ...file.state.hands, ...Object.values(state.parties)].filter(
      (id) => id !== null,
    ),
  });
  const sharers = [
    ...[action.names?.field, action.hand && 'push' in action.hand ? action.hand.push : undefined].map(
      (field) => field && entry.form[field],
    ),
    ...(action.shares ?? []).map((party) => officeOf(state, party)),
  ];
  for (const id of sharers) {
    const office = typeof id === 'string' && offices.get(id);
    if (office) await sql`select grant_file_access(${fileId}, ${office.path}, 'write')`.execute(tx);
  }
  await writeEntry(tx, fileId, entry, actor, { key: wish.key ?? null, name: nameFor(actor, action.roles) });
  await sql`
    update files set state = ${state.state}, values = ${JSON.stringify(state.values)}::jsonb,
      version = ${state.version}, ended_at = ${state.ended ? new Date(now) : null},
      holder_id = coalesce(${turnOf(file.machine, state)}::uuid, holder_id)
    where file_id = ${fileId}`.execute(tx);
  const turn = turnOf(file.machine, state);
  const path = turn === null ? undefined : offices.get(turn)?.path;
  if (path !== undefined && turn !== turnOf(file.machine, file.state)) await holdFile(tx, fileId, path);
  const timeline = [...file.timeline, { ...entry, id: '', actorName: actor.name, key: wish.key ?? null }];
  await writeClocks(tx, fileId, file.machine, timeline, now);
  return { ...file, timeline, state, action, entry, repeated: false };
}

/** Refuses with what happened since: one fault an entry, newest last. */
function movedOn(file: OpenFile, seen: number): Error {
  return refused('moved_on', `file ${file.id} is at version ${file.state.version}`, {
    params: { version: file.state.version, seen },
    faults: file.timeline.slice(seen).map((entry) => {
      const title = file.machine.actions.find((one) => one.id === entry.action)?.title;
      return {
        pointer: `/timeline/${entry.seq}`,
        reason: `${entry.actorName}: ${title ? `${title.zh} / ${title.en}` : entry.action}`,
      };
    }),
  });
}
