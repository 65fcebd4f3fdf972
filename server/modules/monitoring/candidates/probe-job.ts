// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { defineJob } from '../../../platform/jobs/job.ts';

/** One polite look at the first page of a candidate. */
export const probeJob = defineJob(
  'monitoring.probe-candidate',
  Type.Object({ candidateId: Type.String({ format: 'uuid' }) }),
);
