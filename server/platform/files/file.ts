// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import {
  type Entry,
  type FileState,
  type Form,
  LINKED,
  type Machine,
  machineOf,
  type Actor as ProcedureActor,
  replay,
} from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

/** An entry with the words that screens show beside it. */
export interface NamedEntry extends Entry {
  id: string;
  actorName: string;
  /** The Idempotency-Key that it came with. */
  key: string | null;
}

export interface OpenFile {
  id: string;
  number: string;
  agencyId: string;
  agencyPath: string;
  machine: Machine;
  timeline: NamedEntry[];
  state: FileState;
}

interface FileRow {
  file_id: string;
  procedure: string;
  machine_version: number;
  number: string;
  agency_id: string;
  agency_path: string;
}

interface EntryRow {
  entry_id: string;
  seq: number;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  actor_roles: string[];
  agency_id: string | null;
  agency_path: string;
  request_key: string | null;
  action: string;
  form: Form;
}

function actorOf(entry: EntryRow): ProcedureActor | null {
  const { actor_roles: roles, agency_id: agency } = entry;
  if (entry.actor_id !== null) return { id: entry.actor_id, roles, agency };
  return roles.includes(LINKED) ? { id: entry.agency_path, roles } : null;
}

/**
 * Reads a file and replays it. `lock` holds it for a change, so two people act one after the other.
 * @throws AppError `not_found` – not there or outside of the actor's scope: the two look the same
 */
export async function loadFile(tx: Tx, id: string, options: { lock?: boolean } = {}): Promise<OpenFile> {
  const { rows } = await sql<FileRow>`
    select file_id, procedure, machine_version, number, agency_id, agency_path from files
    where file_id = ${id} ${options.lock ? sql`for update` : sql``}`.execute(tx);
  const row = rows[0];
  if (!row) throw refused('not_found', `file ${id}`);
  const entries = await sql<EntryRow>`
    select entry_id, seq, at, actor_id, actor_name, actor_roles, agency_id, agency_path, action, form, request_key
    from file_timeline
    where file_id = ${id} order by seq`.execute(tx);
  const timeline = entries.rows.map((entry) => ({
    id: entry.entry_id,
    seq: entry.seq,
    at: entry.at.getTime(),
    action: entry.action,
    actor: actorOf(entry),
    actorName: entry.actor_name,
    key: entry.request_key,
    form: entry.form,
  }));
  const machine = machineOf(row.procedure, row.machine_version);
  return {
    id: row.file_id,
    number: row.number,
    agencyId: row.agency_id,
    agencyPath: row.agency_path,
    machine,
    timeline,
    state: replay(machine, timeline),
  };
}
