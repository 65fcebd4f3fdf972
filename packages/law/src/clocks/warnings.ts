// SPDX-License-Identifier: Apache-2.0
import type { Calendar } from '../calendar/calendar.ts';
import { nationalCalendar } from '../calendar/national.ts';
import { formatDay, parseDay } from '../day.ts';
import type { DueAnswer } from './due.ts';

/** Marks at which a running clock warns, as shares of its length. */
export const WARNING_SHARES = [0.5, 0.8, 0.95] as const;

export interface Warning {
  /** 50, 80 or 95 (per cent of the way). */
  mark: number;
  date: string;
}

/**
 * The days on which a clock has run to 50, 80 and 95 per cent; empty where it has no date. By `raw` for powers and
 * protections that lapse (count.safe), else by `due`; working-day clocks count working days. Never after the end.
 */
export function warningsOf(
  answer: Pick<DueAnswer, 'due' | 'raw' | 'unit' | 'safe'>,
  from: string,
  calendar: Calendar = nationalCalendar,
): Warning[] {
  const end = answer.safe ? answer.raw : answer.due;
  if (end === null) return [];
  const a = parseDay(from.slice(0, 10), 'from');
  const b = parseDay(end.slice(0, 10), 'due');
  if (b <= a) return [];
  const whole = answer.unit === 'wd' ? calendar.workdaysBetween(a, b) : b - a;
  return WARNING_SHARES.map((share) => {
    const part = Math.floor(whole * share);
    const day = answer.unit === 'wd' ? calendar.addWorkdays(a, part) : a + part;
    return { mark: Math.round(share * 100), date: formatDay(Math.min(day, b)) };
  });
}
