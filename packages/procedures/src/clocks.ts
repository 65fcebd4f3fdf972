// SPDX-License-Identifier: Apache-2.0
import { isLocalDate, type LocalDate, legalDay } from '@yiwang/kernel';
import type { ClockRule, Entry, Machine, Timeline } from './machine.ts';
import { regimeDay } from './regime.ts';
import { nextState, replay } from './replay.ts';

/** What a clock of a file hands to the law engine: from when, and what moved it since. */
export interface ClockReading {
  rule: ClockRule;
  startedOn: LocalDate;
  /** The very moment, ms: for lengths in hours. */
  startedAt: number;
  /** A pause that has ended carries `from` and `to`; one that is open, and everything else, carries `date`. */
  events: { event: string; date?: LocalDate; from?: LocalDate; to?: LocalDate }[];
  /** The day that was set by hand, for clocks that have no length of their own. */
  setFor?: LocalDate;
  /** Legal day on which the clock was met, or ended with its file; null while it runs. */
  metOn: LocalDate | null;
  /** The day of receipt, where its text governs the clock. */
  receivedOn?: LocalDate;
}

/** The actions that start a clock. */
export const startsOf = (rule: ClockRule): readonly string[] =>
  typeof rule.starts === 'string' ? [rule.starts] : rule.starts;

function startDay(rule: ClockRule, start: Entry): LocalDate {
  const given = rule.dayField ? start.form[rule.dayField] : undefined;
  return typeof given === 'string' && isLocalDate(given) ? given : legalDay(start.at);
}

/**
 * The clocks that have started on this file. Days only: how long a period is, is law's to say. The end of the file ends
 * what still runs.
 */
export function readClocks(machine: Machine, timeline: Timeline): ClockReading[] {
  const readings: ClockReading[] = [];
  for (const rule of machine.clocks) {
    if (rule.when && !rule.when.is.includes(replay(machine, timeline).values[rule.when.field] ?? null))
      continue;
    const reading = readClock(machine, timeline, rule);
    if (!reading) continue;
    if (rule.byReceipt) reading.receivedOn = regimeDay(machine, timeline);
    readings.push(reading);
  }
  return readings;
}

function readClock(machine: Machine, timeline: Timeline, rule: ClockRule): ClockReading | null {
  let reading: ClockReading | null = null;
  let state = machine.opening.state;
  let setFor: LocalDate | null = null;
  for (const entry of timeline) {
    const action = machine.actions.find((a) => a.id === entry.action);
    if (action) state = nextState(action, state, entry.form);
    const day = rule.day === undefined ? undefined : entry.form[rule.day];
    if (typeof day === 'string') setFor = day;
    if (startsOf(rule).includes(entry.action) && (reading === null || rule.again)) {
      reading = {
        rule,
        startedOn: startDay(rule, entry),
        startedAt: entry.at,
        events: [],
        metOn: null,
        ...(setFor === null ? {} : { setFor }),
      };
      continue;
    }
    if (reading === null || reading.metOn !== null) continue;
    if (setFor !== null) reading.setFor = setFor;
    move(reading, rule, entry);
    if (rule.meets.includes(state) || rule.metBy?.includes(entry.action) || machine.states[state]?.end)
      reading.metOn = legalDay(entry.at);
  }
  return reading;
}

function move(reading: ClockReading, rule: ClockRule, entry: Entry): void {
  const date = legalDay(entry.at);
  const event = rule.events[entry.action];
  if (event) reading.events.push({ event, date });
  const ended = rule.ends?.[entry.action];
  const open = ended && reading.events.findLast((one) => one.event === ended && one.date);
  if (!open) return;
  // The law engine reads a closed pause as from–to.
  open.from = open.date!;
  open.to = date;
  delete open.date;
}
