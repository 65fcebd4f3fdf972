// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { killAmidPatrol } from '../lib/kill-amid-patrol.ts';

// A patrol of the sample marketplace is over after some twenty kills; four runs of five rounds make sixty.
for (let run = 1; run <= 4; run++)
  test(`kill -9 of service, worker and database, five times each amid a patrol (${run} of 4)`, () =>
    killAmidPatrol(5));
