// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nationalCalendar } from './calendar/national.ts';
import { clocks } from './clocks/all.ts';
import { clockHistory, findClock } from './clocks/compile.ts';
import { compileDue, type DueQuery, due } from './clocks/due.ts';
import type { ClockEvent } from './clocks/events.ts';
import { recompute } from './clocks/recompute.ts';
import { warningsOf } from './clocks/warnings.ts';
import { countDays } from './counting.ts';
import { dayOf, formatDay, parseDay } from './day.ts';
import { printDerivation } from './derivation.ts';
import { findInstrument, inForce } from './instruments/instruments.ts';
import { jurisdiction } from './jurisdiction/jurisdiction.ts';
import type { JurisdictionInput } from './jurisdiction/model.ts';
import { venueRules } from './jurisdiction/rules.ts';

const day = fc.integer({ min: dayOf(2010, 7, 1), max: dayOf(2026, 12, 31) });
const ids = clocks.map((one) => one.id);
const id = fc.constantFrom(...ids);
const pauseKind = fc.constantFrom('test', 'recusal', 'suspend', 'hearing', 'notice', 'identify', 'refund');
const query = (clock: string, from: number, events: ClockEvent[] = []): DueQuery => {
  const dot = clock.indexOf('.');
  return { procedure: clock.slice(0, dot), clock: clock.slice(dot + 1), from: formatDay(from), events };
};

test('a pause or an extension never shortens a clock', () => {
  fc.assert(
    fc.property(
      id,
      day,
      pauseKind,
      fc.nat(40),
      fc.nat(40),
      fc.boolean(),
      (clock, from, kind, offset, length, open) => {
        const plain = due(query(clock, from));
        const pause: ClockEvent = {
          event: `pause:${kind}`,
          from: formatDay(from + offset),
          to: open ? null : formatDay(from + offset + length),
        };
        for (const events of [
          [pause],
          [{ event: 'extend', date: formatDay(from) }],
          [pause, { event: 'extend', date: formatDay(from) }],
        ]) {
          const answer = due(query(clock, from, events));
          if (plain.due === null) assert.equal(answer.due, null);
          else
            assert.ok(answer.due! >= plain.due && answer.raw! >= plain.raw!, `${clock} ${formatDay(from)}`);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

test('a working-day clock ends on a working day, and no clock ends before its raw end', () => {
  fc.assert(
    fc.property(id, day, (clock, from) => {
      const answer = due(query(clock, from));
      if (answer.due === null) return;
      assert.ok(answer.due >= answer.raw!);
      if (answer.unit === 'wd') assert.ok(nationalCalendar.works(parseDay(answer.due)));
      if (answer.due !== answer.raw) assert.ok(nationalCalendar.works(parseDay(answer.due)));
    }),
    { numRuns: 3000 },
  );
});

test('every answer names an instrument in force on its date, and prints in both languages', () => {
  fc.assert(
    fc.property(id, day, (clock, from) => {
      const answer = due(query(clock, from));
      const when = findClock(clock)!.rows.some((one) => from >= one.from && from <= one.to);
      assert.equal(answer.basis.length > 0, when, `${clock} ${formatDay(from)}`);
      for (const { instrument } of answer.basis)
        assert.notEqual(inForce(findInstrument(instrument)!, from), false);
      for (const step of answer.derivation)
        if (step.instrument)
          assert.notEqual(
            inForce(findInstrument(step.instrument)!, from),
            false,
            `${clock} ${step.rule} ${step.instrument}`,
          );
      for (const lang of ['zh', 'en'] as const)
        for (const line of printDerivation(answer, lang)) assert.doesNotMatch(line, /undefined|NaN/);
    }),
    { numRuns: 3000 },
  );
});

test('counting again gives the same, and the same calendar moves nothing', () => {
  fc.assert(
    fc.property(id, day, (clock, from) => {
      assert.deepEqual(due(query(clock, from)), due(query(clock, from)));
    }),
  );
  const running = ids.flatMap((clock) =>
    [2025, 2026].map((year) => ({ key: `${clock}/${year}`, query: query(clock, dayOf(year, 12, 10)) })),
  );
  assert.deepEqual(recompute(running, nationalCalendar, nationalCalendar), []);
});

test('publishing a year moves what leans on it and settles the provisional, once', () => {
  // An invented notice: the whole of the first week of 2027 is off.
  const next = nationalCalendar.with('test 2027', [
    {
      year: 2027,
      notices: ['invented'],
      days: [1, 2, 3, 4, 5, 6, 7].map((d) => [`2027-01-0${d}`, 0, '元旦'] as const),
    },
  ]);
  const running = [
    { key: 'a', query: query('complaint.accept', dayOf(2026, 12, 28)) },
    { key: 'b', query: query('complaint.accept', dayOf(2026, 11, 2)) },
  ];
  const moved = recompute(running, nationalCalendar, next);
  assert.deepEqual(
    moved.map((one) => one.key),
    ['a'],
  );
  assert.equal(moved[0]!.before.provisional, true);
  assert.equal(moved[0]!.after.provisional, false);
  assert.ok(moved[0]!.after.due! > moved[0]!.before.due!);
  assert.deepEqual(recompute(running, next, next), []);
});

test('the versions of a clock meet without gap or overlap', () => {
  for (const spec of clocks) {
    // Rows that bind beside another (two limits at once) are meant to overlap.
    const rows = clockHistory(spec.id).filter(({ row }) => row.bindsTo === undefined);
    for (let i = 1; i < rows.length; i++) {
      const [before, after] = [rows[i - 1]!, rows[i]!];
      assert.ok(before.to !== null && after.from !== null, spec.id);
      assert.equal(parseDay(after.from), parseDay(before.to) + 1, `${spec.id}: ${before.to} / ${after.from}`);
    }
    assert.ok(rows.at(-1) !== undefined);
  }
});

test('the venue rules of each kind and group meet without gap or overlap', () => {
  for (const kind of ['complaint', 'report', 'penalty'] as const)
    for (const group of ['platform', 'self-built', 'in-platform', 'ad', 'other'] as const) {
      const rules = venueRules
        .filter((one) => one.kind === kind && one.groups.includes(group))
        .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
      for (let i = 1; i < rules.length; i++)
        assert.equal(
          parseDay(rules[i]!.from!),
          parseDay(rules[i - 1]!.to!) + 1,
          `${kind} ${group} ${rules[i]!.id}`,
        );
      assert.equal(rules.at(-1)!.to, undefined);
      assert.ok(rules[0]!.from === undefined || rules[0]!.from === '2010-07-01');
    }
});

test('a venue answer names only places of its input, each in one list, by a text in force', () => {
  const place = fc.option(fc.constantFrom('甲县', '乙区', '丙市', '丁县', '戊区'), { nil: null });
  const input = fc.record({
    kind: fc.constantFrom('complaint', 'report', 'penalty'),
    date: day.map(formatDay),
    role: fc.constantFrom(
      'platform',
      'self-built',
      'in-platform',
      'live-room',
      'host',
      'agency',
      'endorser',
      'agent',
      'other-service',
      'advertiser',
      'publisher',
    ),
    matter: fc.constantFrom(null, 'general', 'ad', 'live', 'price'),
    operates: place,
    domicile: place,
    shown: place,
    pfDomicile: place,
    lodgedAt: place,
    firstFinder: place,
    openedBy: place,
    contactable: fc.option(fc.boolean(), { nil: null }),
    registered: fc.option(fc.boolean(), { nil: null }),
  });
  fc.assert(
    fc.property(input, (given) => {
      const answer = jurisdiction(given as JurisdictionInput);
      const all = [...answer.primary, ...answer.may, ...answer.not, ...answer.yields];
      assert.equal(new Set(all).size, all.length);
      const named = new Set(Object.values(given));
      for (const one of all) assert.ok(named.has(one), one);
      assert.ok(answer.basis.length > 0, JSON.stringify(given));
      for (const { instrument } of answer.basis)
        assert.equal(inForce(findInstrument(instrument)!, parseDay(given.date)), true, instrument);
      for (const lang of ['zh', 'en'] as const)
        for (const line of printDerivation(answer, lang)) assert.doesNotMatch(line, /undefined|venue\./);
    }),
    { numRuns: 3000 },
  );
});

test('the compiled form agrees with the full one', () => {
  fc.assert(
    fc.property(id, day, (clock, from) => {
      const answer = due(query(clock, from));
      const fast = compileDue(clock)(from);
      assert.equal(Number.isNaN(fast) ? null : formatDay(fast), answer.due, `${clock} ${formatDay(from)}`);
    }),
    { numRuns: 3000 },
  );
});

test('a plain count equals walking day by day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 120 }), (from, amount) => {
      let walked = from;
      for (let left = amount; left > 0; ) {
        walked++;
        if (nationalCalendar.works(walked)) left--;
      }
      assert.equal(
        countDays(nationalCalendar, { from: formatDay(from), amount, unit: 'wd' }).due,
        formatDay(walked),
      );
      let rolled = from + amount;
      while (!nationalCalendar.works(rolled)) rolled++;
      assert.equal(
        countDays(nationalCalendar, { from: formatDay(from), amount, unit: 'd' }).due,
        formatDay(rolled),
      );
    }),
  );
});

test('warnings come in order, after the start and not after the end', () => {
  fc.assert(
    fc.property(id, day, (clock, from) => {
      const answer = due(query(clock, from));
      const marks = warningsOf(answer, formatDay(from));
      for (let i = 0; i < marks.length; i++) {
        assert.ok(marks[i]!.date >= formatDay(from) && marks[i]!.date <= answer.due!.slice(0, 10));
        if (i > 0) assert.ok(marks[i]!.date >= marks[i - 1]!.date);
      }
    }),
    { numRuns: 1000 },
  );
});
