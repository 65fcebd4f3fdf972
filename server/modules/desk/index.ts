// SPDX-License-Identifier: Apache-2.0
import { nationalCalendar } from '@yiwang/law';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { FileKind } from '../../platform/files/index.ts';
import { recompute, recomputeJob } from '../../platform/files/recompute-clocks.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import type { ServerModule } from '../../platform/module.ts';
import { remind, remindJob } from './mail-reminders.ts';
import { deskRoutes } from './routes.ts';

/** What an officer has to do, why and by when: over the files of every procedure. */
export const desk = ({ kinds }: { kinds: readonly FileKind[] }): ServerModule => ({
  name: 'desk',
  routes: deskRoutes(kinds),
  jobs: [remind, recompute],
  loadReference: askForReckoning,
  // Five past every hour; what was written before is not written again.
  cron: [{ job: remindJob.name, pattern: '5 * * * *' }],
});

/** A version that brings another calendar reckons the open clocks anew, once. */
async function askForReckoning(tx: Tx): Promise<void> {
  const { rows } = await sql`
    select 1 from clock_reckonings where calendar = ${nationalCalendar.version}`.execute(tx);
  if (rows.length === 0) await enqueue(tx, recomputeJob, {}, { key: 'recompute-clocks', maxAttempts: 5 });
}
