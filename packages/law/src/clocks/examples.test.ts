// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printDerivation } from '../derivation.ts';
import { due } from './due.ts';
import type { ClockEvent } from './events.ts';

const extend: ClockEvent = { event: 'extend', date: null };
// §9.1 of the source: [number, clock id, from, due, raw (null = the same), events, version]
const examples: [string, string, string, string, string | null, ClockEvent[]?, string?][] = [
  ['1', 'report.check', '2010-09-17', '2010-09-28', null, [], 'old'],
  ['2 plain', 'report.check', '2010-09-28', '2010-10-13', null],
  ['2', 'report.check', '2010-09-28', '2010-10-25', null, [extend], 'old'],
  ['3', 'case.decide', '2010-11-01', '2011-01-30', null, [], 'old'],
  ['4a', 'complaint.accept', '2014-03-17', '2014-03-26', null],
  ['4b', 'complaint.mediate', '2014-03-26', '2014-05-26', '2014-05-25', [], '60 d, old'],
  ['5', 'complaint.accept', '2014-09-26', '2014-10-11', null],
  ['6a', 'case.decide', '2014-12-01', '2015-03-02', '2015-03-01', [], 'old'],
  ['6b', 'case.decide', '2014-12-01', '2015-03-31', null, [extend]],
  ['7', 'complaint.accept', '2020-01-19', '2020-02-05', null],
  ['8a', 'report.check', '2020-01-23', '2020-02-21', null],
  ['8b', 'report.check', '2020-01-23', '2020-03-13', null, [extend]],
  ['9', 'complaint.mediate', '2020-02-03', '2020-04-07', null, [], '45 wd'],
  ['10a', 'measure.seize', '2020-01-22', '2020-02-21', null],
  ['10b', 'measure.seize', '2020-01-22', '2020-03-23', '2020-03-22', [extend]],
  ['11', 'measure.registration', '2022-01-27', '2022-02-10', null],
  ['12', 'assist.answer', '2022-09-26', '2022-10-20', null],
  ['13', 'case.pay', '2022-09-16', '2022-10-08', '2022-10-01'],
  ['14', 'complaint.accept', '2024-02-04', '2024-02-19', null],
  ['15', 'case.plea', '2024-02-02', '2024-02-08', null],
  ['16b', 'complaint.mediate', '2024-08-05', '2024-10-08', '2024-10-04', [], '60 d, CPLR'],
  ['17', 'jurisdiction.dispute', '2024-09-13', '2024-09-25', null],
  ['18', 'publish.same-province', '2025-01-20', '2025-02-21', null],
  ['19', 'publish.push', '2025-09-29', '2025-10-20', null],
  ['20a', 'case.decide', '2025-04-18', '2025-07-17', null],
  ['20b', 'case.decide', '2025-04-18', '2025-08-18', '2025-08-16', [extend]],
  [
    '20c',
    'case.decide',
    '2025-04-18',
    '2025-08-06',
    null,
    [{ event: 'pause:test', from: '2025-05-06', to: '2025-05-26' }],
  ],
  ['21a', 'report.check', '2026-02-13', '2026-03-12', null],
  ['21b', 'report.check', '2026-02-13', '2026-04-02', null, [extend]],
  ['22a', 'complaint.accept', '2026-04-16', '2026-04-27', null],
  ['22b', 'complaint.mediate', '2026-04-22', '2026-06-22', '2026-06-21', [], '60 d'],
  ['23', 'complaint.termination-notice', '2026-09-28', '2026-10-13', null],
  ['24a', 'live.remind', '2026-09-29', '2026-10-12', null],
  ['24b', 'merchant.tell-change', '2026-04-30', '2026-05-08', null],
  ['24c', 'platform.verify-change', '2026-05-08', '2026-05-18', null],
  ['24c display', 'operator.update-display', '2026-04-30', '2026-05-18', null],
  ['25a', 'platform.keep-identity', '2023-05-10', '2026-05-10', null],
  ['25b', 'publish.minor-end', '2025-11-30', '2026-02-28', null],
  ['25c', 'case.hearing-notice', '2026-10-15', '2026-09-30', null],
];

const ask = (id: string, from: string, events?: ClockEvent[], more = {}) => {
  const dot = id.indexOf('.');
  return due({ procedure: id.slice(0, dot), clock: id.slice(dot + 1), from, events, ...more });
};

for (const [no, id, from, expected, raw, events, version] of examples)
  test(`worked example ${no}: ${id} from ${from}`, () => {
    const answer = ask(id, from, events);
    assert.equal(answer.due, expected);
    assert.equal(answer.raw, raw ?? expected);
    assert.equal(answer.provisional, false);
    if (version !== undefined) assert.equal(answer.version, version);
    assert.ok(answer.basis.length > 0 && answer.derivation.length > 1);
    for (const lang of ['zh', 'en'] as const)
      for (const line of printDerivation(answer, lang)) assert.doesNotMatch(line, /undefined|^\w+\.\w+$/);
  });

test('worked example 16: both limits are shown, the earlier binds', () => {
  const answer = ask('complaint.mediate', '2024-08-05');
  assert.deepEqual(
    answer.also.map(({ version, due, unit }) => ({ version, due, unit })),
    [{ version: '45 wd', due: '2024-10-12', unit: 'wd' }],
  );
});

test('worked example 25c: the cautious day leaves seven full working days', () => {
  assert.equal(ask('case.hearing-notice', '2026-10-15').cautious, '2026-09-29');
});

test('no clock: a real-name reporter is not told of a decision from 2026-04-15 on', () => {
  const answer = ask('report.told-decision', '2026-04-15');
  assert.equal(answer.due, null);
  assert.equal(answer.raw, null);
  assert.equal(ask('report.told-decision', '2026-04-14').due, '2026-04-21');
});

test('an item that straddles two texts keeps that of its receipt, unless the office says otherwise', () => {
  const query = { procedure: 'complaint', clock: 'mediate', from: '2026-04-16', trigger: '2026-04-10' };
  assert.equal(due(query).version, '60 d, CPLR');
  assert.equal(due(query, { straddle: 'stepDate' }).version, '60 d');
});

test('a day that reaches into an unpublished year is provisional', () => {
  assert.equal(ask('complaint.accept', '2026-12-28').provisional, true);
  assert.equal(ask('complaint.accept', '2026-12-20').provisional, false);
  assert.equal(ask('platform.keep-identity', '2025-05-10').provisional, false);
});

test('hours start with the next hour', () => {
  assert.equal(ask('crime.send', '2026-05-01T10:30').due, '2026-05-02T11:00');
  assert.equal(ask('crime.send', '2026-05-01').due, '2026-05-02');
});

test('crime clocks run in calendar days without a roll', () => {
  assert.equal(ask('crime.head', '2026-09-30').due, '2026-10-03');
});

test('a pause of a kind that the clock does not know changes nothing and says so', () => {
  const answer = ask('complaint.accept', '2026-05-06', [
    { event: 'pause:test', from: '2026-05-07', to: '2026-05-12' },
  ]);
  assert.equal(answer.due, ask('complaint.accept', '2026-05-06').due);
  assert.ok(answer.derivation.some((step) => step.rule === 'event.ignored'));
});

test('a new report starts the period again from 2026-04-15 on only', () => {
  assert.equal(
    ask('report.check', '2026-05-06', [{ event: 'interrupt', date: '2026-05-13' }]).due,
    ask('report.check', '2026-05-13').due,
  );
  assert.equal(
    ask('report.check', '2025-05-06', [{ event: 'interrupt', date: '2025-05-13' }]).due,
    ask('report.check', '2025-05-06').due,
  );
});

test('variants are chosen by trigger or matter', () => {
  assert.equal(ask('remedy.suit', '2025-01-15').raw, '2025-07-15');
  assert.equal(ask('remedy.suit', '2025-01-15', [], { trigger: 'review' }).raw, '2025-01-30');
  assert.equal(ask('case.limitation', '2022-01-15', [], { matter: 'life-health' }).raw, '2027-01-15');
});

test('windows end with their month', () => {
  assert.equal(ask('platform.identity-report', '2026-02-01').due, '2026-07-31');
  assert.equal(ask('platform.identity-report', '2026-07-31').due, '2026-07-31');
  assert.equal(ask('platform.identity-report', '2026-08-01').due, '2027-01-31');
  assert.equal(ask('annual.report', '2026-07-01').due, '2027-06-30');
});

test('unknown clocks, days and events are refused', () => {
  assert.throws(() => ask('complaint.nothing', '2026-01-01'), { code: 'law.clock' });
  assert.throws(() => ask('complaint.accept', '2026-02-30'), { code: 'law.date' });
  assert.throws(() => ask('complaint.accept', '2026-02-03', [{ event: 'rest' }]), { code: 'law.event' });
});
