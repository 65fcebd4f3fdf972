// SPDX-License-Identifier: Apache-2.0
import { type LocalDate, legalDay } from '@yiwang/kernel';
import type { ClockRule, Machine, Timeline } from './machine.ts';
import { nextState } from './replay.ts';

/** What a clock of a file hands to the law engine: from when, and what moved it since. */
export interface ClockReading {
  rule: ClockRule;
  startedOn: LocalDate;
  events: { event: string; date: LocalDate }[];
  /** Legal day on which the clock was met; null while it runs. */
  metOn: LocalDate | null;
}

/** The clocks that have started on this file. Days only: how long a period is, is law's to say. */
export function readClocks(machine: Machine, timeline: Timeline): ClockReading[] {
  const readings: ClockReading[] = [];
  for (const rule of machine.clocks) {
    const start = timeline.find((entry) => entry.action === rule.starts);
    if (!start) continue;
    const reading: ClockReading = { rule, startedOn: legalDay(start.at), events: [], metOn: null };
    let state = machine.opening.state;
    for (const entry of timeline) {
      const action = machine.actions.find((a) => a.id === entry.action);
      if (action) state = nextState(action, state, entry.form);
      if (entry.seq <= start.seq || reading.metOn) continue;
      const event = rule.events[entry.action];
      if (event) reading.events.push({ event, date: legalDay(entry.at) });
      if (rule.meets.includes(state)) reading.metOn = legalDay(entry.at);
    }
    readings.push(reading);
  }
  return readings;
}
