// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import type { Calendar, YearNotice } from './calendar.ts';
import { nationalCalendar } from './national.ts';

/**
 * Calendars of regions that differ from the national one, by division code: a province that stayed shut longer, an
 * ethnic holiday. None is known to the package; an office publishes its own. The nearest region above a place wins,
 * else the national calendar.
 */
export class RegionalCalendars {
  readonly #own = new Map<string, Calendar>();
  readonly national: Calendar;

  constructor(national: Calendar = nationalCalendar) {
    this.national = national;
  }

  /** Publishes days of a region on top of what holds there now; returns the calendar that holds from then on. */
  publish(division: string, notice: YearNotice): Calendar {
    if (!/^\d{6}$/.test(division))
      throw invalid('law.region', `not a division code: ${JSON.stringify(division)}`, {
        faults: [{ field: 'division', reason: 'not a six-digit code' }],
      });
    const base = this.for(division);
    const calendar = base.with(`${base.version} + ${division} ${notice.year}`, [notice]);
    this.#own.set(division, calendar);
    return calendar;
  }

  /** The calendar of a place given by its code; the national one for anything else. */
  for(region: string | null | undefined): Calendar {
    if (region == null || !/^\d{6}$/.test(region)) return this.national;
    for (const code of [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`]) {
      const own = this.#own.get(code);
      if (own) return own;
    }
    return this.national;
  }
}
