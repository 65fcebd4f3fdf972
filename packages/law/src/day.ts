// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';

/** A legal day as the number of days since 1970-01-01: plain integers make counting cheap. */
export type DayNumber = number;

/** Days since 1970-01-01 of a civil date in the Gregorian calendar (months 1–12). */
export function dayOf(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day number. */
export function civilOf(n: DayNumber): { year: number; month: number; day: number } {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** How many days a month has (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (n: DayNumber): number => (((n + 4) % 7) + 7) % 7;

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at) - 48;
  return code >= 0 && code <= 9 ? code : Number.NaN;
};

/** Reads `YYYY-MM-DD`; null where it is not such a date or the day does not exist. */
export function readDay(text: string): DayNumber | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  if (!(month >= 1 && month <= 12 && day >= 1 && year >= 1 && day <= daysInMonth(year, month))) return null;
  return dayOf(year, month, day);
}

/** Reads `YYYY-MM-DD` or throws `invalid` `law.date`. */
export function parseDay(text: unknown, field = 'date'): DayNumber {
  const n = typeof text === 'string' ? readDay(text) : null;
  if (n === null)
    throw invalid('law.date', `${field} is not a day written YYYY-MM-DD: ${JSON.stringify(text)}`, {
      faults: [{ field, reason: 'not a day written YYYY-MM-DD' }],
    });
  return n;
}

// Texts of the days that files are full of, made once each.
const FIRST = dayOf(2000, 1, 1);
const texts: string[] = new Array(20_000);

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(n: DayNumber): string {
  const slot = n - FIRST;
  const known = texts[slot];
  if (known !== undefined) return known;
  const { year, month, day } = civilOf(n);
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (slot >= 0 && slot < texts.length) texts[slot] = text;
  return text;
}

/**
 * Months end on the same-numbered day, or on the month's last day where it has none (CIV 202).
 * Negative amounts count backward by the same rule.
 */
export function addMonths(n: DayNumber, months: number): DayNumber {
  const { year, month, day } = civilOf(n);
  const index = year * 12 + (month - 1) + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12 + 1;
  return dayOf(y, m, Math.min(day, daysInMonth(y, m)));
}
