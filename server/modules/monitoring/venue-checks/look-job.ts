// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { defineJob } from '../../../platform/jobs/job.ts';

/** A second look at a page of a venue about which something is suspected. */
export const lookJob = defineJob(
  'monitoring.look-at-venue',
  Type.Object({
    patrolId: Type.String({ format: 'uuid' }),
    venueId: Type.String({ format: 'uuid' }),
    url: Type.String(),
  }),
);
