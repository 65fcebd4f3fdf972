// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import { captureOnFiling } from './handling/queue-capture.ts';
import type { FilingPorts } from './ports.ts';
import { publicRoutes } from './public-routes.ts';
import { handlingRoutes } from './routes.ts';
import { sweep, sweepJob } from './sweep.ts';

/** Complaints, reports and questions (12315): from filing to the answer. */
export const complaints = (ports: FilingPorts): ServerModule => ({
  name: 'complaints',
  routes: [...publicRoutes(ports), ...handlingRoutes(ports)],
  subscriptions: [captureOnFiling(ports)],
  fileKinds: [
    { procedure: 'complaint', page: '/console/complaints/{id}' },
    { procedure: 'report', page: '/console/reports/{id}' },
    { procedure: 'inquiry', page: '/console/inquiries/{id}' },
  ],
  jobs: [sweep],
  cron: [{ job: sweepJob.name, pattern: '41 * * * *' }],
});

export type { CaptureOutcome, FilingPorts } from './ports.ts';
