// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { score } from './score.ts';

test('every product and operator of the set is read right', () => {
  const { pages, faults } = score();
  assert.ok(pages >= 70);
  assert.deepEqual(faults, []);
});
