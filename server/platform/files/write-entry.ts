// SPDX-License-Identifier: Apache-2.0
import { uuidv7 } from '@yiwang/kernel';
import { type Entry, type Machine, readClocks, type Timeline } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { reckonClock } from './reckon-clock.ts';

/** Appends one entry under the name of the person (or part of the machine) of this transaction. */
export async function writeEntry(
  tx: Tx,
  fileId: string,
  entry: Entry,
  by: Actor,
  more: { key?: string | null; name?: string } = {},
): Promise<void> {
  await sql`
    insert into file_timeline (file_id, seq, entry_id, at, actor_id, actor_name, actor_roles, agency_id, agency_path,
      action, form, request_key)
    values (${fileId}, ${entry.seq}, ${uuidv7(entry.at)}, ${new Date(entry.at)}, ${by.personId},
      ${more.name ?? by.name}, ${[...by.roles]}, ${by.agencyId}, ${by.agencyPath}, ${entry.action},
      ${JSON.stringify(entry.form)}::jsonb, ${more.key ?? null})`.execute(tx);
}

/** Writes the last reckoning of each clock, so that lists can sort by what falls due. */
export async function writeClocks(
  tx: Tx,
  fileId: string,
  machine: Machine,
  timeline: Timeline,
  now: number,
): Promise<void> {
  for (const reading of readClocks(machine, timeline)) {
    const view = reckonClock(reading, now);
    await sql`
      insert into file_clocks (file_id, clock, started_on, due, provisional, met_on)
      values (${fileId}, ${reading.rule.id}, ${reading.startedOn}, ${view.due}, ${view.provisional}, ${reading.metOn})
      on conflict (file_id, clock) do update set started_on = excluded.started_on, due = excluded.due,
        provisional = excluded.provisional, met_on = excluded.met_on`.execute(tx);
  }
}
