// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { defineJob, handles } from '../../platform/jobs/job.ts';
import './tables.ts';

const DAY_MS = 86_400_000;

/** Removes what has run out: sessions, repeat keys, old failures of sign-in. Asked for every night. */
export const cleanUpJob = defineJob('access.clean-up', Type.Object({}));

export const cleanUp = handles(cleanUpJob, async (_payload, { app, system }) => {
  const now = app.clock.now();
  await system(async (tx) => {
    await tx.deleteFrom('sessions').where('expires_at', '<', new Date(now)).execute();
    await tx
      .deleteFrom('idempotency_keys')
      .where('created_at', '<', new Date(now - 2 * DAY_MS))
      .execute();
    await tx
      .deleteFrom('sign_in_failures')
      .where('last_at', '<', new Date(now - DAY_MS))
      .execute();
  });
});
