// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import chineseDays from 'chinese-days';
import { dayOf, formatDay } from '../day.ts';
import { nationalCalendar } from './national.ts';
import { isWorkday } from './workday.ts';

test('equal to an independent table on every day 2007–2026', () => {
  let days = 0;
  for (let n = dayOf(2007, 1, 1); n < dayOf(2027, 1, 1); n++) {
    const date = formatDay(n);
    assert.equal(isWorkday(date).working, chineseDays.isWorkday(date), date);
    days++;
  }
  assert.equal(days, 7305);
});

test('a year without a notice is unknown', () => {
  assert.deepEqual(isWorkday('2027-01-04'), { date: '2027-01-04', working: null, name: null, source: null });
  assert.equal(isWorkday('2006-06-01').working, null);
  // Named by the notice for 2007.
  assert.equal(isWorkday('2006-12-30').working, true);
});

test('a day off has its name and its notice', () => {
  const day = isWorkday('2026-10-01');
  assert.equal(day.working, false);
  assert.equal(day.name, '国庆节');
  assert.match(day.source!, /gov\.cn/);
});

test('counting is the inverse of adding', () => {
  const from = dayOf(2020, 1, 19);
  for (let n = 1; n < 600; n++) {
    const end = nationalCalendar.addWorkdays(from, n);
    assert.equal(nationalCalendar.workdaysBetween(from, end), n);
    assert.ok(nationalCalendar.works(end));
  }
});
