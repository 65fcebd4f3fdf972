// SPDX-License-Identifier: Apache-2.0
import { isLocalDate, type LocalDate, legalDay } from '@yiwang/kernel';
import type { ClockRule, Entry, Machine, Timeline } from './machine.ts';
import { regimeDay } from './regime.ts';
import { nextState, replay } from './replay.ts';

/** What a clock of a file hands to the law engine: from when, and what moved it since. */
export interface ClockReading {
  rule: ClockRule;
  startedOn: LocalDate;
  /** A pause that has ended carries `from` and `to`; one that is open, and everything else, carries `date`. */
  events: { event: string; date?: LocalDate; from?: LocalDate; to?: LocalDate }[];
  /** Legal day on which the clock was met; null while it runs. */
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

/** The clocks that have started on this file. Days only: how long a period is, is law's to say. */
export function readClocks(machine: Machine, timeline: Timeline): ClockReading[] {
  const readings: ClockReading[] = [];
  for (const rule of machine.clocks) {
    const start = timeline.find((entry) => startsOf(rule).includes(entry.action));
    if (!start) continue;
    if (rule.when && !rule.when.is.includes(replay(machine, timeline).values[rule.when.field] ?? null))
      continue;
    const reading: ClockReading = { rule, startedOn: startDay(rule, start), events: [], metOn: null };
    if (rule.byReceipt) reading.receivedOn = regimeDay(machine, timeline);
    let state = machine.opening.state;
    for (const entry of timeline) {
      const action = machine.actions.find((a) => a.id === entry.action);
      if (action) state = nextState(action, state, entry.form);
      if (entry.seq <= start.seq || reading.metOn) continue;
      move(reading, rule, entry);
      if (rule.meets.includes(state) || rule.metBy?.includes(entry.action))
        reading.metOn = legalDay(entry.at);
    }
    readings.push(reading);
  }
  return readings;
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
