// SPDX-License-Identifier: Apache-2.0
import type { FileKind } from '../../platform/files/index.ts';
import type { ServerModule } from '../../platform/module.ts';
import { remind, remindJob } from './mail-reminders.ts';
import { deskRoutes } from './routes.ts';

/** What an officer has to do, why and by when: over the files of every procedure. */
export const desk = ({ kinds }: { kinds: readonly FileKind[] }): ServerModule => ({
  name: 'desk',
  routes: deskRoutes(kinds),
  jobs: [remind],
  // Five past every hour; what was written before is not written again.
  cron: [{ job: remindJob.name, pattern: '5 * * * *' }],
});
