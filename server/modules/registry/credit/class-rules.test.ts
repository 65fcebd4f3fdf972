// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from '../../../platform/settings/settings.ts';
import { classRules, pointsOf, proposeClass } from './class-rules.ts';

const rules = classRules(readSettings({}));

test('events within the window add up, older ones and those before a repair do not', () => {
  const events = [
    { kind: 'penalty', day: '2026-02-01' },
    { kind: 'corrected', day: '2026-01-01' },
    { kind: 'penalty', day: '2020-01-01' },
  ] as const;
  assert.deepEqual(pointsOf(rules, events, '2026-03-02'), [4, 1, 0]);
  const repaired = [...events, { kind: 'repair', day: '2026-02-10' } as const];
  assert.deepEqual(pointsOf(rules, repaired, '2026-03-02'), [0, 0, 0, 0]);
});

test('a class is proposed by its border and only the worst one that is reached', () => {
  assert.equal(proposeClass(rules, 0), 'A');
  assert.equal(proposeClass(rules, 1), 'B');
  assert.equal(proposeClass(rules, 4), 'C');
  assert.equal(proposeClass(rules, 100), 'D');
});

test('settings move the borders, not the code', () => {
  const other = classRules(readSettings({ YIWANG_CREDIT_BORDERS: 'A=0 B=10 C=20 D=30' }));
  assert.equal(proposeClass(other, 9), 'A');
  assert.throws(() => readSettings({ YIWANG_CREDIT_BORDERS: 'A=x' }), { code: 'settings_invalid' });
});
