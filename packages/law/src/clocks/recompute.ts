// SPDX-License-Identifier: Apache-2.0
import type { Calendar } from '../calendar/calendar.ts';
import { type DueAnswer, type DueQuery, type DueSettings, due } from './due.ts';

export interface Moved<K> {
  key: K;
  before: DueAnswer;
  after: DueAnswer;
}

/**
 * What a newly published (or corrected) calendar changes: the clocks whose dates, or whose being provisional, differ.
 * Doing it again with the same calendar moves nothing.
 */
export function recompute<K>(
  running: Iterable<{ key: K; query: DueQuery }>,
  before: Calendar,
  after: Calendar,
  settings: Omit<DueSettings, 'calendar'> = {},
): Moved<K>[] {
  const moved: Moved<K>[] = [];
  for (const { key, query } of running) {
    const was = due(query, { ...settings, calendar: before });
    const is = due(query, { ...settings, calendar: after });
    const differs =
      was.due !== is.due ||
      was.raw !== is.raw ||
      was.provisional !== is.provisional ||
      was.also.some((limit, i) => limit.due !== is.also[i]?.due);
    if (differs) moved.push({ key, before: was, after: is });
  }
  return moved;
}
