// SPDX-License-Identifier: Apache-2.0
import type { Calendar } from '../calendar/calendar.ts';
import { countingStep, rollStep, unrolledEnd } from '../counting.ts';
import { type DayNumber, formatDay } from '../day.ts';
import type { DerivationStep } from '../model.ts';
import type { ReadEvents } from './events.ts';
import type { ClockRow, Length } from './model.ts';

/** A row's end with everything that led to it; days as numbers. */
export interface Run {
  start: DayNumber;
  raw: DayNumber;
  due: DayNumber;
  provisional: boolean;
  /** A pause is still open: the end moves on with it. */
  paused: boolean;
  steps: DerivationStep[];
}

const NO_EVENTS: ReadEvents = { extensions: [], pauses: [], interrupts: [] };

/** Counts a window row: the end of the calendar window that the day is in, or of the next one. */
export function runWindow(row: ClockRow, from: DayNumber): DayNumber {
  const year = Number(formatDay(from).slice(0, 4));
  const ends = [year, year + 1].flatMap((y) =>
    row.windows!.map(([, last]) => {
      const next = last === 12 ? `${y + 1}-01-01` : `${y}-${String(last + 1).padStart(2, '0')}-01`;
      return Math.round(Date.parse(`${next}T00:00:00Z`) / 86_400_000) - 1;
    }),
  );
  return ends.find((end) => end >= from)!;
}

/** Counts one row of a clock from a day, with its events (§2.1 in order: start, length, extension, pauses, roll). */
export function runRow(
  calendar: Calendar,
  row: ClockRow,
  length: Length,
  from: DayNumber,
  rollWeekend: boolean,
  events: ReadEvents = NO_EVENTS,
  texts: readonly string[] = [],
): Run {
  const steps: DerivationStep[] = [];
  let start = from;
  for (const day of events.interrupts) {
    const allowed = row.interrupt && formatDay(day) >= row.interrupt.from && day > start;
    if (allowed) start = day;
    steps.push({
      rule: allowed ? 'event.interrupt' : 'event.ignored',
      event: 'interrupt',
      date: formatDay(day),
      ...(allowed ? { instrument: 'O121', article: '35(2)' } : {}),
    });
  }
  const [base, unit] = length;
  const sign = row.backward ? -1 : 1;
  steps.push(countingStep('count.start', from, { from: formatDay(start) }, texts));
  let amount = base;
  let until: DayNumber | null = null;
  let extended = false;
  for (const extension of events.extensions) {
    const date: Record<string, string> = extension.date === null ? {} : { date: formatDay(extension.date) };
    const late = extension.date !== null && extension.date < start;
    const allowed = row.extension && !row.backward && !late;
    if (allowed && extension.until !== null && (extended || row.extension!.length === null)) {
      until = Math.max(until ?? extension.until, extension.until);
      steps.push({ rule: 'event.extend', ...date, until: formatDay(until) });
    } else if (allowed && !extended && row.extension!.length !== null) {
      extended = true;
      const [more] = row.extension!.length;
      amount = row.extension!.mode === 'total' ? Math.max(more, base) : base + more;
      steps.push(countingStep('count.ext', from, { ...date, more: amount - base, unit, amount }));
    } else steps.push({ rule: 'event.ignored', event: 'extend', ...date });
  }
  const range = rollWeekend && row.roll !== false && sign === 1;
  const endOf = (excluded: number): DayNumber => {
    if (unit === 'wd') return calendar.addWorkdays(start, sign * (amount + excluded));
    return unrolledEnd(calendar, start, sign * amount, unit) + excluded;
  };
  const rolled = (raw: DayNumber) => {
    if (unit === 'wd' || row.roll === false || sign === -1) return raw;
    if (range) return calendar.roll(raw);
    // rollWeekend=false: only days off by a notice move the end, not plain weekends.
    return calendar.works(raw) || calendar.describe(raw).name === null ? raw : calendar.roll(raw);
  };
  let excluded = 0;
  let paused = false;
  let covered = start;
  let raw = endOf(0);
  for (const pause of events.pauses) {
    const values = { event: `pause:${pause.kind}`, from: formatDay(pause.from) };
    const counts = row.pauses?.includes(pause.kind) && !row.backward && pause.from <= rolled(raw);
    if (!counts) steps.push({ rule: 'event.ignored', ...values });
    else if (pause.to === null) {
      paused = true;
      steps.push({ rule: 'event.open', ...values });
    } else {
      const after = Math.max(pause.from, covered);
      const days =
        pause.to <= after ? 0 : unit === 'wd' ? calendar.workdaysBetween(after, pause.to) : pause.to - after;
      covered = Math.max(covered, pause.to);
      excluded += days;
      raw = endOf(excluded);
      steps.push(
        countingStep(
          'count.pause',
          from,
          {
            ...values,
            to: formatDay(pause.to),
            days,
            unit: unit === 'wd' ? 'wd' : 'd',
          },
          texts,
        ),
      );
    }
  }
  if (until !== null && until > raw) raw = until;
  const due = rolled(raw);
  const values: Record<string, string | number> = { amount: sign * amount, unit, raw: formatDay(raw) };
  if (excluded) values['excluded'] = excluded;
  if (unit === 'wd') values['calendar'] = calendar.version;
  steps.push(
    countingStep(unit === 'wd' ? 'count.wd' : unit === 'd' ? 'count.d' : 'count.mo-y', from, values, texts),
  );
  if (due !== raw) steps.push(rollStep(calendar, from, raw, due, texts));
  else if (row.roll === false) steps.push({ rule: 'count.no-roll' });
  if (row.safe) steps.push(countingStep('count.safe', from, { raw: formatDay(raw) }));
  const leans =
    unit === 'wd'
      ? !calendar.allKnown(Math.min(start + 1, raw), Math.max(raw, start - 1))
      : row.roll !== false && sign === 1 && !calendar.allKnown(raw, due);
  if (leans) steps.push({ rule: 'calendar.unknown', calendar: calendar.version });
  return { start, raw, due, provisional: leans || paused, paused, steps };
}
