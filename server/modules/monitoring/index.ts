// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import { fromLinks } from './candidates/from-links.ts';
import { fromMention } from './candidates/from-mention.ts';
import { monitoringGauges } from './gauges.ts';
import { monitoringCron, monitoringJobs } from './jobs.ts';
import { monitoringRoutes } from './routes.ts';
import { checkVenues } from './venue-checks/check-venues.ts';

/** Patrols, the frontier, observations, checks of venues, hits and verdicts, own finds, rules. */
export const monitoring: ServerModule = {
  name: 'monitoring',
  routes: monitoringRoutes,
  jobs: monitoringJobs,
  cron: monitoringCron,
  gauges: monitoringGauges,
  subscriptions: [checkVenues, fromLinks, fromMention],
};

export { countVenues, hitsOfEvidence, hitsOfVenues, venueOfPage } from './hits/hits-beside.ts';
export { livenessOf } from './hits/liveness.ts';
export { outcomeOfPatrol } from './patrols/outcome-of-patrol.ts';
export { startPatrol } from './patrols/start-patrol.ts';
export { type WalkOptions, walk } from './walk/walk.ts';
