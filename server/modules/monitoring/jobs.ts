// SPDX-License-Identifier: Apache-2.0
import type { CronEntry, JobHandler } from '../../platform/jobs/job.ts';
import { probeHandler } from './candidates/probe-candidate.ts';
import { searchHandler } from './candidates/search-candidates.ts';
import { findHandler } from './finds/visit-find.ts';
import { plansHandler, plansJob } from './plans/run-plans.ts';
import { trainRulesHandler, trainRulesJob } from './rules/train-rules.ts';
import { lookHandler } from './venue-checks/look-at-venue.ts';
import { walkHandler, walkJob } from './walk/walk.ts';

export const monitoringJobs: JobHandler[] = [
  walkHandler,
  findHandler,
  lookHandler,
  probeHandler,
  searchHandler,
  plansHandler,
  trainRulesHandler,
];

/** Every minute somebody looks whether something fell due: later looks, hosts whose pause is over. */
export const monitoringCron: CronEntry[] = [
  { job: walkJob.name, pattern: '* * * * *', payload: { lane: 0 } },
  { job: plansJob.name, pattern: '* * * * *', payload: {} },
  { job: trainRulesJob.name, pattern: '*/10 * * * *', payload: {} },
];
