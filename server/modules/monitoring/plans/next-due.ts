// SPDX-License-Identifier: Apache-2.0

const DAY_MS = 86_400_000;

/** The hour of a day in Beijing as an instant, ms. */
export const atHourOf = (day: string, hour: number): number =>
  Date.parse(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);

export interface Timetable {
  kind: 'daily' | 'campaign' | 'targeted';
  startsOn: string;
  recheckOn: string | null;
  endsOn: string | null;
  everyDays: number | null;
  atHour: number;
}

/**
 * When the round after `rounds` rounds falls due, ms; null when there is none. Rounds that were missed while the service
 * stood still are not made up for one by one: the next one counts from now.
 */
export function nextDue(plan: Timetable, rounds: number, now: number): number | null {
  const first = atHourOf(plan.startsOn, plan.atHour);
  let due: number | null;
  if (rounds === 0) due = first;
  else if (plan.kind === 'campaign')
    due = rounds === 1 && plan.recheckOn !== null ? atHourOf(plan.recheckOn, plan.atHour) : null;
  else if (plan.everyDays === null) due = null;
  else {
    const step = plan.everyDays * DAY_MS;
    due = first + Math.max(1, Math.floor((now - first) / step) + 1) * step;
  }
  if (due === null || plan.endsOn === null) return due;
  return due >= atHourOf(plan.endsOn, 0) + DAY_MS ? null : due;
}
