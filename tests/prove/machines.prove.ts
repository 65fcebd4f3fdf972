// SPDX-License-Identifier: Apache-2.0
// npm run prove -- machines: 50,000 random steps of every official procedure, and every state of it seen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MACHINES } from '@yiwang/procedures';
import { walkMachine } from '../lib/walk-machines.ts';

for (const machine of MACHINES)
  test(`50,000 random steps of ${machine.id} v${machine.version}`, () => {
    const { steps, taken, states } = walkMachine(machine, 50_000);
    assert.ok(steps >= 50_000 && taken > 10_000, `${steps} tried, ${taken} taken`);
    assert.deepEqual([...states].sort(), Object.keys(machine.states).sort(), 'every state was reached');
  });
