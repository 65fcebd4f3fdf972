// SPDX-License-Identifier: Apache-2.0
import { invalid, legalDay, startOfLegalDay } from '@yiwang/kernel';
import { parseDay } from '../day.ts';

const HOUR = 3_600_000;

/** A trigger as given: a day, or an instant of Shanghai time where an hour was given. */
export interface Moment {
  day: string;
  /** Milliseconds since the epoch; null where only the day is known. */
  instant: number | null;
}

/** Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS][Z|±HH:MM]` (without a zone: Asia/Shanghai). */
export function readMoment(text: unknown, field = 'from'): Moment {
  if (typeof text === 'string' && text.length > 10) {
    const match =
      /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(
        text,
      );
    const instant = match
      ? Date.parse(match[4] ? text.replace(' ', 'T') : `${text.replace(' ', 'T')}+08:00`)
      : Number.NaN;
    if (!Number.isFinite(instant))
      throw invalid('law.date', `${field} is neither a day nor a time: ${JSON.stringify(text)}`, {
        faults: [{ field, reason: 'neither YYYY-MM-DD nor an ISO time' }],
      });
    parseDay(match![1], field);
    return { day: legalDay(instant), instant };
  }
  parseDay(text, field);
  return { day: text as string, instant: null };
}

/**
 * The end of a period of hours: the hour of the trigger is not counted (count.hour), no roll.
 * Returns Shanghai local time `YYYY-MM-DDTHH:MM`.
 */
export function addHours(instant: number, hours: number): string {
  const start = startOfLegalDay(legalDay(instant));
  const end = start + (Math.floor((instant - start) / HOUR) + 1 + hours) * HOUR;
  const day = legalDay(end);
  const hour = Math.floor((end - startOfLegalDay(day)) / HOUR);
  return `${day}T${String(hour).padStart(2, '0')}:00`;
}
