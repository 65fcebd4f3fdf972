// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import type { Calendar } from '../calendar/calendar.ts';
import { nationalCalendar } from '../calendar/national.ts';
import { countingStep, unrolledEnd } from '../counting.ts';
import { type DayNumber, formatDay, parseDay, readDay } from '../day.ts';
import type { Basis, Certainty, DerivationStep } from '../model.ts';
import { basesOn, type CompiledClock, type CompiledRow, findClock } from './compile.ts';
import { type ClockEvent, readEvents } from './events.ts';
import { addHours, readMoment } from './hours.ts';
import type { Length, Unit, Variant } from './model.ts';
import { runRow, runWindow } from './run.ts';

export interface DueQuery {
  procedure: string;
  /** With the procedure it makes the id of the source's §2: `complaint` + `accept`. */
  clock: string;
  /** The day of the trigger (or an ISO time, for clocks in hours). */
  from: string;
  /** A word that chooses between lengths of one clock (`review`, `simple`, `not-told`), or the day the item was received. */
  trigger?: string | null;
  events?: readonly ClockEvent[] | null;
  region?: string | null;
  matter?: string | null;
}

/** Settings of an office; the defaults are the neutral ones of the source. */
export interface DueSettings {
  calendar?: Calendar;
  /** Which text governs an item that straddles two: that of its receipt (complaint and report clocks only) or of the step. */
  straddle?: 'receiptDate' | 'stepDate';
  /** Whether an end on an ordinary weekend moves on (§2.1 count.roll.weekend). */
  rollWeekend?: boolean;
}

/** One limit. `due` is rolled, `raw` is not; both null where no such clock is in force or it has no length. */
export interface Limit {
  clock: string;
  version: string | null;
  due: string | null;
  raw: string | null;
  provisional: boolean;
  length: number | null;
  unit: Unit | null;
  basis: Basis[];
  certainty: Certainty | null;
}

export interface DueAnswer extends Limit {
  /** Other limits that run at the same time; `due` is the earliest of those that bind. */
  also: Limit[];
  derivation: DerivationStep[];
  /** A pause is open: the date moves on with it. */
  paused?: true;
  /** Backward working-day counts: the day with that many full working days in between. */
  cautious?: string;
  /** Warnings go by `raw`: what lapses on a day off has lapsed. */
  safe?: true;
}

const NONE = { due: null, raw: null, provisional: false, length: null, unit: null } as const;

function chooseVariant(compiled: CompiledRow, words: (string | null | undefined)[]): number {
  const { variants } = compiled.row;
  return variants
    ? variants.findIndex((variant) => words.some((word) => word != null && variant.when.includes(word)))
    : -1;
}

interface Counted extends Limit {
  end: DayNumber;
  steps: DerivationStep[];
  paused: boolean;
  row: CompiledRow;
}

/**
 * When something is due, by the text in force: which version of the clock, from when, how long, with extensions and
 * excluded time, moved off days off; with every step. Throws `invalid` for unknown clocks, dates and events.
 */
export function due(query: DueQuery, settings: DueSettings = {}): DueAnswer {
  const id = `${query.procedure}.${query.clock}`;
  const clock = findClock(id);
  if (!clock)
    throw invalid('law.clock', `there is no clock ${JSON.stringify(id)}`, {
      faults: [{ field: 'clock', reason: 'no such clock' }],
    });
  const answer = dueBy(clock, id, query, settings);
  if (query.matter === 'ad' && (id === 'complaint.accept' || id === 'report.check' || id === 'lead.check')) {
    // AD 53 gives ad complaints and reports their own seven working days beside the general clock.
    const {
      also: _,
      derivation,
      ...limit
    } = due({ procedure: 'complaint', clock: 'ad', from: query.from }, settings);
    if (limit.due !== null) {
      answer.also.push({
        clock: limit.clock,
        version: limit.version,
        due: limit.due,
        raw: limit.raw,
        provisional: limit.provisional,
        length: limit.length,
        unit: limit.unit,
        basis: limit.basis,
        certainty: limit.certainty,
      });
      answer.derivation.push(...derivation.slice(0, 1));
    }
  }
  return answer;
}

function dueBy(clock: CompiledClock, id: string, query: DueQuery, settings: DueSettings): DueAnswer {
  const calendar = settings.calendar ?? nationalCalendar;
  const moment = query.from.length === 10 ? null : readMoment(query.from);
  const from = parseDay(moment?.day ?? query.from, 'from');
  const received = query.trigger ? readDay(query.trigger) : null;
  const byReceipt = clock.spec.straddle === 'item' && (settings.straddle ?? 'receiptDate') === 'receiptDate';
  const regime = byReceipt && received !== null ? received : from;
  const active = clock.rows.filter((row) => regime >= row.from && regime <= row.to);
  const select: DerivationStep = { rule: 'clock.select', clock: id, on: formatDay(regime) };
  if (active.length === 0)
    return {
      clock: id,
      version: null,
      ...NONE,
      basis: [],
      certainty: null,
      also: [],
      derivation: [{ ...select, rule: 'clock.none' }],
    };
  const events = query.events?.length ? readEvents(query.events) : undefined;
  const counted: Counted[] = [];
  let unlimited: DueAnswer | null = null;
  for (const row of active) {
    const basis = basesOn(row.bases, regime);
    const variantAt = chooseVariant(row, [query.trigger, query.matter]);
    const variant: Variant | undefined = row.row.variants?.[variantAt];
    const variantBases = variant ? row.variantBases[variantAt] : undefined;
    const length: Length | null = variant?.length ?? row.row.length;
    const limit = {
      clock: id,
      version: row.row.label ?? null,
      basis: variantBases ? basesOn(variantBases, regime) : basis,
      certainty: variant?.certainty ?? row.row.certainty,
    };
    if (row.row.windows) {
      const end = runWindow(row.row, from);
      const text = formatDay(end);
      counted.push({
        ...limit,
        due: text,
        raw: text,
        provisional: false,
        length: null,
        unit: null,
        end,
        steps: [{ rule: 'count.window', raw: text }, { rule: 'count.no-roll' }],
        paused: false,
        row,
      });
    } else if (length === null) {
      unlimited ??= {
        ...limit,
        ...NONE,
        also: [],
        derivation: [
          { ...select, version: limit.version ?? '' },
          { rule: 'clock.no-length', ...first(limit.basis) },
        ],
      };
    } else {
      const run = runRow(calendar, row.row, length, from, settings.rollWeekend ?? true, events, row.texts);
      let due = formatDay(run.due);
      let raw = formatDay(run.raw);
      if (length[1] === 'h' && moment?.instant != null) {
        due = addHours(moment.instant, length[0]);
        raw = due;
        run.steps = [
          countingStep('count.hour', from, { from: query.from, amount: length[0], unit: 'h', raw }),
        ];
      }
      counted.push({
        ...limit,
        due,
        raw,
        provisional: run.provisional,
        length: length[0],
        unit: length[1],
        end: run.due,
        steps: run.steps,
        paused: run.paused,
        row,
      });
    }
  }
  if (counted.length === 0) return unlimited!;
  // Two limits at once (rule 0.3): the earlier of those that bind; the others are shown beside it.
  const binding = counted.filter((one) => regime <= one.row.bindsTo);
  const main = binding.reduce((a, b) => (b.end < a.end ? b : a), binding[0] ?? counted[0]!);
  const derivation: DerivationStep[] = [];
  for (const one of counted.length === 1 ? counted : [main, ...counted.filter((other) => other !== main)]) {
    const { rule: _, ...rest } = select;
    derivation.push(
      {
        rule: 'clock.select',
        ...rest,
        version: one.version ?? '',
        ...first(one.basis),
        ...(one.length === null ? {} : { length: one.length, unit: one.unit! }),
      },
      ...one.steps,
    );
  }
  if (binding.length > 1) derivation.push({ rule: 'clock.earlier', due: main.due!, count: binding.length });
  const row = main.row.row;
  const answer: DueAnswer = {
    ...limitOf(main),
    certainty: binding.length > 1 ? 'D' : main.certainty,
    also: counted.length === 1 ? [] : counted.filter((one) => one !== main).map(limitOf),
    derivation,
  };
  if (main.paused) answer.paused = true;
  if (row.safe) answer.safe = true;
  if (row.backward && main.unit === 'wd')
    answer.cautious = formatDay(calendar.addWorkdays(from, -(main.length! + 1)));
  return answer;
}

const first = (basis: readonly Basis[]) =>
  basis[0] ? { instrument: basis[0].instrument, article: basis[0].article } : {};

const limitOf = (one: Counted): Limit => ({
  clock: one.clock,
  version: one.version,
  due: one.due,
  raw: one.raw,
  provisional: one.provisional,
  length: one.length,
  unit: one.unit,
  basis: one.basis,
  certainty: one.certainty,
});

/**
 * A plain clock (one length, no events) as a function from day number to due day number, for bulk work.
 * Returns NaN where no version with a length is in force.
 */
export function compileDue(
  id: string,
  calendar: Calendar = nationalCalendar,
): (from: DayNumber) => DayNumber {
  const clock = findClock(id);
  if (!clock) throw invalid('law.clock', `there is no clock ${JSON.stringify(id)}`);
  const rows = clock.rows;
  return (from) => {
    let best = Number.NaN;
    for (const { row, from: start, to, bindsTo } of rows) {
      if (from < start || from > to || from > bindsTo || (row.length === null && !row.windows)) continue;
      const end = row.windows
        ? runWindow(row, from)
        : plainEnd(calendar, row.length!, row.backward, row.roll, from);
      if (!(end >= best)) best = end;
    }
    return best;
  };
}

function plainEnd(
  calendar: Calendar,
  [amount, unit]: Length,
  backward: true | undefined,
  roll: false | undefined,
  from: DayNumber,
): DayNumber {
  if (unit === 'wd') return calendar.addWorkdays(from, backward ? -amount : amount);
  const raw = unrolledEnd(calendar, from, backward ? -amount : amount, unit);
  return roll === false || backward ? raw : calendar.roll(raw);
}
