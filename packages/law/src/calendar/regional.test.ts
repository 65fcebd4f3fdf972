// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due } from '../clocks/due.ts';
import { RegionalCalendars } from './regional.ts';
import { isWorkday } from './workday.ts';

test('a region that stayed shut longer has its own dates, its neighbours have not', () => {
  const calendars = new RegionalCalendars();
  // An invented override: 3–7 February 2020 off in one province.
  calendars.publish('330000', {
    year: 2020,
    notices: ['invented'],
    days: [3, 4, 5, 6, 7].map((day) => [`2020-02-0${day}`, 0, '延长假期'] as const),
  });
  const ask = (region: string | null) =>
    due({ procedure: 'complaint', clock: 'accept', from: '2020-01-19', region }, { calendars }).due;
  assert.equal(ask(null), '2020-02-05');
  assert.equal(ask('320106'), '2020-02-05');
  assert.equal(ask('330110'), '2020-02-12');
  assert.equal(isWorkday('2020-02-03', calendars.for('330110')).name, '延长假期');
  assert.throws(() => calendars.publish('浙江', { year: 2020, notices: [], days: [] }), {
    code: 'law.region',
  });
});

test('weekends are rolled by a setting only, and the safe date is always shown', () => {
  const query = { procedure: 'case', clock: 'decide', from: '2025-04-18', events: [{ event: 'extend' }] };
  assert.deepEqual([due(query).due, due(query).raw], ['2025-08-18', '2025-08-16']);
  const strict = due(query, { rollWeekend: false });
  assert.deepEqual([strict.due, strict.raw], ['2025-08-16', '2025-08-16']);
  // A day off by notice still moves the end.
  assert.equal(
    due({ procedure: 'case', clock: 'pay', from: '2022-09-16' }, { rollWeekend: false }).due,
    '2022-10-08',
  );
});
