// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { defineJob } from '../jobs/job.ts';

/** Brings one event to one subscriber. */
export const deliverJob = defineJob(
  'events.deliver',
  Type.Object({ event: Type.String({ format: 'uuid' }), subscriber: Type.String() }),
);
