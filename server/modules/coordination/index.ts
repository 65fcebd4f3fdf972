// SPDX-License-Identifier: Apache-2.0
import { COORDINATION } from '@yiwang/contracts';
import type { ServerModule } from '../../platform/module.ts';
import { lapseFiles, lapseJob } from './lapse-files.ts';
import { coordinationRoutes } from './routes.ts';

/** Files between offices and with parties outside: transfers, assistance, notices, orders, and answers by link. */
export const coordination: ServerModule = {
  name: 'coordination',
  routes: coordinationRoutes,
  jobs: [lapseFiles],
  // Ten past every hour: a legal day ends at 16:00 UTC.
  cron: [{ job: lapseJob.name, pattern: '10 * * * *' }],
  fileKinds: COORDINATION.map((procedure) => ({ procedure, page: '/console/files/{id}' })),
};

export { filesOfLead } from './file-row.ts';
export { followLead } from './follow-up.ts';
