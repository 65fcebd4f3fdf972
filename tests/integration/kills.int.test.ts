// SPDX-License-Identifier: Apache-2.0
import { test } from 'node:test';
import { killAmidPatrol } from '../lib/kill-amid-patrol.ts';

test('service, worker and database killed twice amid a patrol: nothing lost, nothing doubled, and it completes', () =>
  killAmidPatrol(2, 250));
