// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import type { Calendar } from '../calendar/calendar.ts';
import { nationalCalendar } from '../calendar/national.ts';
import type { RegionalCalendars } from '../calendar/regional.ts';
import { countingStep, unrolledEnd } from '../counting.ts';
import { type DayNumber, formatDay, parseDay, readDay } from '../day.ts';
import type { Basis, Certainty, DerivationStep } from '../model.ts';
import { basesOn, type CompiledClock, type CompiledRow, findClock } from './compile.ts';
import { type ClockEvent, type ReadEvents, readEvents } from './events.ts';
import { addHours, type Moment, readMoment } from './hours.ts';
import type { Length, Unit } from './model.ts';
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
  /** Calendars by region, asked with the query's `region` (a division code); `calendar` goes first. */
  calendars?: RegionalCalendars;
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
    const beside = due({ procedure: 'complaint', clock: 'ad', from: query.from }, settings);
    if (beside.due !== null) {
      answer.also.push(limitOf(beside));
      answer.derivation.push(beside.derivation[0]!);
    }
  }
  return answer;
}

function dueBy(clock: CompiledClock, id: string, query: DueQuery, settings: DueSettings): DueAnswer {
  const calendar = settings.calendar ?? settings.calendars?.for(query.region) ?? nationalCalendar;
  const moment = query.from.length === 10 ? null : readMoment(query.from);
  const from = parseDay(moment?.day ?? query.from, 'from');
  const received = query.trigger ? readDay(query.trigger) : null;
  const byReceipt = clock.spec.straddle === 'item' && (settings.straddle ?? 'receiptDate') === 'receiptDate';
  const regime = byReceipt && received !== null ? received : from;
  const on = formatDay(regime);
  const active = clock.rows.filter((row) => regime >= row.from && regime <= row.to);
  if (active.length === 0)
    return {
      clock: id,
      version: null,
      ...NONE,
      basis: [],
      certainty: null,
      also: [],
      derivation: [{ rule: 'clock.none', clock: id, on }],
    };
  const events = query.events?.length ? readEvents(query.events) : undefined;
  const counted: Counted[] = [];
  let unlimited: Limit | null = null;
  for (const row of active) {
    const one = countRow(id, row, query, {
      regime,
      from,
      moment,
      calendar,
      events,
      rollWeekend: settings.rollWeekend ?? true,
    });
    if ('end' in one) counted.push(one);
    else unlimited ??= one;
  }
  if (counted.length === 0)
    return {
      ...unlimited!,
      also: [],
      derivation: [
        { rule: 'clock.select', clock: id, on, version: unlimited!.version ?? '' },
        { rule: 'clock.no-length', ...first(unlimited!.basis) },
      ],
    };
  return combine(id, on, regime, from, calendar, counted);
}

interface Asked {
  regime: DayNumber;
  from: DayNumber;
  moment: Moment | null;
  calendar: Calendar;
  events: ReadEvents | undefined;
  rollWeekend: boolean;
}

/** One version of the clock, counted; without `end` where it names no length. */
function countRow(id: string, compiled: CompiledRow, query: DueQuery, asked: Asked): Counted | Limit {
  const { row } = compiled;
  const { from, calendar, moment } = asked;
  const at = row.variants ? chooseVariant(compiled, [query.trigger, query.matter]) : -1;
  const variant = at < 0 ? undefined : row.variants![at];
  const basis = basesOn((at < 0 ? undefined : compiled.variantBases[at]) ?? compiled.bases, asked.regime);
  const certainty = variant?.certainty ?? row.certainty;
  const length: Length | null = variant?.length ?? row.length;
  const version = row.label ?? null;
  if (row.windows) {
    const end = runWindow(row, from);
    const text = formatDay(end);
    const steps: DerivationStep[] = [{ rule: 'count.window', raw: text }, { rule: 'count.no-roll' }];
    return {
      clock: id,
      version,
      due: text,
      raw: text,
      provisional: false,
      length: null,
      unit: null,
      basis,
      certainty,
      end,
      steps,
      paused: false,
      row: compiled,
    };
  }
  if (length === null) return { clock: id, version, ...NONE, basis, certainty };
  const run = runRow(calendar, row, length, from, asked.rollWeekend, asked.events, compiled.texts);
  let due = formatDay(run.due);
  let raw = run.raw === run.due ? due : formatDay(run.raw);
  let steps = run.steps;
  if (length[1] === 'h' && moment?.instant != null) {
    due = addHours(moment.instant, length[0]);
    raw = due;
    steps = [
      countingStep(
        'count.hour',
        from,
        { from: query.from, amount: length[0], unit: 'h', raw },
        compiled.texts,
      ),
    ];
  }
  return {
    clock: id,
    version,
    due,
    raw,
    provisional: run.provisional,
    length: length[0],
    unit: length[1],
    basis,
    certainty,
    end: run.due,
    steps,
    paused: run.paused,
    row: compiled,
  };
}

const selected = (one: Counted, on: string): DerivationStep => {
  const step: DerivationStep = { rule: 'clock.select', clock: one.clock, on, version: one.version ?? '' };
  const cited = one.basis[0];
  if (cited) {
    step.instrument = cited.instrument;
    step.article = cited.article;
  }
  if (one.length !== null) {
    step['length'] = one.length;
    step['unit'] = one.unit!;
  }
  return step;
};

/** Two limits at once (rule 0.3): the earlier of those that bind; the others are shown beside it. */
function combine(
  id: string,
  on: string,
  regime: DayNumber,
  from: DayNumber,
  calendar: Calendar,
  counted: Counted[],
): DueAnswer {
  let main = counted[0]!;
  let binding = 0;
  for (const one of counted) {
    if (regime > one.row.bindsTo) continue;
    if (binding === 0 || one.end < main.end) main = one;
    binding++;
  }
  const derivation: DerivationStep[] = [selected(main, on), ...main.steps];
  const also: Limit[] = [];
  for (const one of counted)
    if (one !== main) {
      also.push(limitOf(one));
      derivation.push(selected(one, on), ...one.steps);
    }
  if (binding > 1) derivation.push({ rule: 'clock.earlier', due: main.due!, count: binding });
  const { row } = main.row;
  const answer: DueAnswer = {
    clock: id,
    version: main.version,
    due: main.due,
    raw: main.raw,
    provisional: main.provisional,
    length: main.length,
    unit: main.unit,
    basis: main.basis,
    certainty: binding > 1 ? 'D' : main.certainty,
    also,
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

const limitOf = (one: Limit): Limit => ({
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
