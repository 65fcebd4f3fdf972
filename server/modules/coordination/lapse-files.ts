// SPDX-License-Identifier: Apache-2.0
import { AppError, legalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import { Type } from 'typebox';
import { systemActor } from '../../platform/database/actor.ts';
import { defineJob, handles } from '../../platform/jobs/job.ts';
import { actOnFile } from './act-on-file.ts';

export const lapseJob = defineJob('coordination.lapse', Type.Object({}));

interface Due {
  file_id: string;
  procedure: string;
  machine_version: number;
  clock: string;
}

/**
 * Writes down that a day passed without an answer. Each file in a transaction of its own; once written the clock's file
 * is no longer in the state, so that a second run finds nothing.
 */
export const lapseFiles = handles(lapseJob, async (_, { app, system, as, signal }) => {
  const today = legalDay(app.clock.now());
  const rows = await system(async (tx) => {
    const found = await sql<Due>`
      select k.file_id, f.procedure, f.machine_version, k.clock from file_clocks k
      join files f on f.file_id = k.file_id and f.ended_at is null
      join coordination_files c on c.file_id = k.file_id
      where k.met_on is null and k.due < ${today}::date limit 5000`.execute(tx);
    return found.rows;
  });
  for (const row of rows) {
    if (signal.aborted) return;
    const clock = machineOf(row.procedure, row.machine_version).clocks.find((one) => one.id === row.clock);
    if (!clock?.lapse) continue;
    const actor = systemActor('clock');
    try {
      await as(actor, (tx) =>
        actOnFile(tx, app.clock, actor, row.file_id, {
          action: clock.lapse!,
          form: {},
          version: null,
          byHouse: true,
        }),
      );
    } catch (error) {
      // Lapsed before: the file is past that state.
      if (!(error instanceof AppError) || error.code !== 'action_not_open') throw error;
    }
  }
});
