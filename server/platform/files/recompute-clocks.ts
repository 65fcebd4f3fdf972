// SPDX-License-Identifier: Apache-2.0
import type { LocalDate } from '@yiwang/kernel';
import { nationalCalendar } from '@yiwang/law';
import { type ClockReading, type Form, machineOf, readClocks, type Timeline } from '@yiwang/procedures';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { withSystem } from '../database/actor.ts';
import type { Db } from '../database/db.ts';
import { defineJob, handles } from '../jobs/job.ts';
import { reckonDue } from './reckon-clock.ts';

/** Reckons all open clocks anew; asked for when the calendar of this version is not the one they were reckoned by. */
export const recomputeJob = defineJob('files.recompute-clocks', Type.Object({}));

interface Row {
  file_id: string;
  procedure: string;
  machine_version: number;
  timeline: string;
  clocks: string;
}

interface Moved {
  file: string;
  clock: string;
  due: LocalDate | null;
  provisional: boolean;
}

type Reckon = typeof reckonDue;

const BATCH = 4_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Reckons every open clock from its timeline and writes the days that changed. Idempotent and resumable: a batch is a
 * transaction, a second run finds nothing to change. One batch is reckoned while the next one is read.
 * @param reckon law's answer; tests and benches hand in another calendar
 */
export async function recomputeClocks(
  db: Db,
  options: { reckon?: Reckon; signal?: AbortSignal } = {},
): Promise<{ clocks: number; moved: number }> {
  const reckon = remembering(options.reckon ?? reckonDue);
  const read = (after: string) =>
    withSystem(db, 'recompute-clocks', async (tx) => {
      const { rows } = await sql<Row>`select * from clocks_to_reckon(${after}, ${BATCH})`.execute(tx);
      return rows;
    });
  let clocks = 0;
  let moved = 0;
  let rows = await read(FIRST);
  let writing: Promise<void> = Promise.resolve();
  while (rows.length > 0) {
    options.signal?.throwIfAborted();
    const next = rows.length < BATCH ? Promise.resolve([]) : read(rows.at(-1)!.file_id);
    next.catch(() => undefined);
    const changes: Moved[] = [];
    for (const row of rows) clocks += changesOf(row, reckon, changes);
    await writing;
    moved += changes.length;
    writing = write(db, changes);
    writing.catch(() => undefined);
    rows = await next;
  }
  await writing;
  return { clocks, moved };
}

/** Compares each open clock of a file with what is reckoned now. @returns how many open clocks it has */
function changesOf(row: Row, reckon: Reckon, changes: Moved[]): number {
  const timeline: Timeline = (JSON.parse(row.timeline) as [number, number, string, Form][]).map(
    ([seq, at, action, form]) => ({ seq, at, action, form, actor: null }),
  );
  const stored = new Map(
    (JSON.parse(row.clocks) as [string, LocalDate | null, boolean][]).map(([id, due, provisional]) => [
      id,
      { due, provisional },
    ]),
  );
  for (const reading of readClocks(machineOf(row.procedure, row.machine_version), timeline)) {
    const before = stored.get(reading.rule.id);
    if (before === undefined || reading.metOn !== null) continue;
    const { due, provisional } = reckon(reading);
    if (due !== before.due || provisional !== before.provisional)
      changes.push({ file: row.file_id, clock: reading.rule.id, due, provisional });
  }
  return stored.size;
}

/** Most clocks began on the same few hundred days: law is asked once for each way of running. */
function remembering(reckon: Reckon): Reckon {
  const known = new Map<string, ReturnType<Reckon>>();
  return (reading: ClockReading) => {
    const { rule, startedOn, startedAt, events, receivedOn, setFor } = reading;
    const key = `${rule.law?.procedure}.${rule.law?.clock} ${rule.house} ${rule.hours ? startedAt : startedOn} ${receivedOn} ${setFor} ${events.length === 0 ? '' : JSON.stringify(events)}`;
    const found = known.get(key);
    if (found) return found;
    const answer = reckon(reading);
    if (known.size > 100_000) known.clear();
    known.set(key, answer);
    return answer;
  };
}

async function write(db: Db, changes: readonly Moved[]): Promise<void> {
  if (changes.length === 0) return;
  await withSystem(db, 'recompute-clocks', (tx) =>
    sql`select set_clock_dues(${changes.map((one) => one.file)}::uuid[], ${changes.map((one) => one.clock)}::text[],
      ${changes.map((one) => one.due)}::date[], ${changes.map((one) => one.provisional)}::boolean[])`.execute(
      tx,
    ),
  );
}

export const recompute = handles(recomputeJob, async (_payload, { app, signal, system }) => {
  const { clocks, moved } = await recomputeClocks(app.db, { signal });
  await system((tx) =>
    sql`insert into clock_reckonings (calendar, ended_at, clocks, moved)
      values (${nationalCalendar.version}, ${new Date(app.clock.now())}, ${clocks}, ${moved})
      on conflict (calendar) do update set ended_at = excluded.ended_at, clocks = excluded.clocks, moved = excluded.moved`.execute(
      tx,
    ),
  );
});
