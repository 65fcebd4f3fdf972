// SPDX-License-Identifier: Apache-2.0
// A worker that takes one job and never finishes it; tests kill it. Arguments: JSON of the database's addresses.
import { Type } from 'typebox';
import type { DatabaseAddresses } from '../database/acquire-database.ts';
import { defineJob, handles } from '../jobs/job.ts';
import { runWorker } from '../jobs/run-worker.ts';
import { makeApp } from '../process/make-app.ts';
import { readSettings } from '../settings/settings.ts';

export const hangJob = defineJob('test.hang', Type.Object({ note: Type.String() }));

if (process.argv[2] !== undefined) {
  const urls = JSON.parse(process.argv[2]) as DatabaseAddresses;
  const { app } = makeApp(readSettings({}, { logLevel: 'silent' }), urls, { name: 'hanging' });
  const hang = handles(hangJob, async () => {
    process.send?.('working');
    await new Promise(() => undefined);
  });
  await runWorker(app, urls.worker, [{ name: 'test', routes: [], jobs: [hang] }]);
}
