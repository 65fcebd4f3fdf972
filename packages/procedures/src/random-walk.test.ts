// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { walkMachine } from '../../../tests/lib/walk-machines.ts';
import { MACHINES } from './index.ts';

for (const machine of MACHINES)
  test(`2,000 random steps of ${machine.id} v${machine.version}: the engine never leaves the model`, () => {
    const { steps, states } = walkMachine(machine, 2000);
    assert.ok(steps >= 2000, `${steps} steps`);
    // A short walk need not see everything, but most of it.
    assert.ok(states.size >= Object.keys(machine.states).length * 0.4, [...states].join());
  });
