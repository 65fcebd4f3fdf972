// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { acquireDatabase, makeApp, modules, requireMigrated, runWorker } from '@yiwang/server';
import type { Command } from '../command.ts';
import { untilTold } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'does the work in the background: patrols, captures, deliveries',
  help: `
Usage: yiwang worker [--data DIR] [--database-url URL]

Any number of workers may run on any number of machines against the same database. A worker that is killed loses
nothing: what it was doing is done again by another one within seconds.

  --data DIR         folder of the embedded database and of evidence files (YIWANG_DATA, default ./data)
  --database-url URL the service's PostgreSQL (DATABASE_URL)

YIWANG_WORKER_CONCURRENCY says how many jobs it does at the same time (default 4). Exit 0 when told to end.`,
  async run(args) {
    const { values } = parseArgs({ args, options: { ...serverOptions, supervised: { type: 'boolean' } } });
    const settings = settingsOf(values);
    const told = untilTold();
    const database = await acquireDatabase(settings, (line) => process.stderr.write(`${line}\n`));
    await requireMigrated(database.urls.owner).catch(async (error: unknown) => {
      await database.release();
      throw error;
    });
    const open = makeApp(settings, database.urls, { name: 'worker' });
    try {
      const worker = await runWorker(open.app, database.urls.worker, modules);
      process.send?.({ ready: 'worker' });
      if (!values.supervised) process.stdout.write('worker ready\n');
      // A queue that broke down ends the process; whoever supervises it starts a new one.
      const broken = worker.ended.then(
        () => false,
        (error: Error) => {
          open.app.log.error({ err: error }, 'the worker broke down');
          return true;
        },
      );
      const failed = await Promise.race([told.then(() => false), broken]);
      await worker.stop();
      return failed ? 1 : 0;
    } finally {
      await open.close();
      await database.release();
    }
  },
};
