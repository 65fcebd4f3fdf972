// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { atHourOf, nextDue, type Timetable } from './next-due.ts';

const daily: Timetable = {
  kind: 'daily',
  startsOn: '2026-03-02',
  recheckOn: null,
  endsOn: null,
  everyDays: 1,
  atHour: 2,
};

test('the first round is at its hour in Beijing, the next a day later', () => {
  assert.equal(nextDue(daily, 0, 0), Date.parse('2026-03-01T18:00:00Z'));
  assert.equal(nextDue(daily, 1, atHourOf('2026-03-02', 2) + 5000), atHourOf('2026-03-03', 2));
});

test('missed rounds are not made up for: the next one lies ahead of now, at the hour', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 400 * 86_400 }),
      (everyDays, seconds) => {
        const now = atHourOf('2026-03-02', 2) + seconds * 1000;
        const due = nextDue({ ...daily, everyDays }, 3, now)!;
        assert.ok(due > now && due - now <= everyDays * 86_400_000);
        assert.equal((due - atHourOf('2026-03-02', 2)) % (everyDays * 86_400_000), 0);
      },
    ),
  );
});

test('a campaign has two phases and no third, a single visit one', () => {
  const campaign: Timetable = { ...daily, kind: 'campaign', everyDays: null, recheckOn: '2026-03-20' };
  assert.equal(nextDue(campaign, 1, 0), atHourOf('2026-03-20', 2));
  assert.equal(nextDue(campaign, 2, 0), null);
  assert.equal(nextDue({ ...daily, kind: 'targeted', everyDays: null }, 1, 0), null);
});

test('nothing begins after the last day', () => {
  const plan = { ...daily, endsOn: '2026-03-03' };
  assert.equal(nextDue(plan, 1, atHourOf('2026-03-02', 3)), atHourOf('2026-03-03', 2));
  assert.equal(nextDue(plan, 2, atHourOf('2026-03-03', 3)), null);
});
