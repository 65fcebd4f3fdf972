// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import { civilOf, type DayNumber, dayOf, formatDay, parseDay, weekdayOf } from '../day.ts';

/** A year's notice: days off and make-up working days that differ from, or confirm, the plain week. */
export interface YearNotice {
  year: number;
  /** Addresses of the notices that set the year (State Council, or of a region for its override). */
  notices: string[];
  /** `[day, 1 = works | 0 = off, name of the holiday]`; may name days of the year before. */
  days: (readonly [string, 0 | 1, string])[];
}

/** What a calendar says of one day. `working` null: no notice for its year is known. */
export interface WorkdayAnswer {
  date: string;
  working: boolean | null;
  /** The holiday that the day is off, or works in lieu, for; null for a plain day. */
  name: string | null;
  /** The notice; null where none is known. */
  source: string | null;
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2069;
const FIRST = dayOf(FIRST_YEAR, 1, 1);
const SIZE = dayOf(LAST_YEAR + 1, 1, 1) - FIRST;

/**
 * A working-day calendar with everything precomputed: a count is two array reads, whatever its length.
 * Days of years without a notice are taken as a plain week and marked unknown, so every answer that leans on one is
 * provisional.
 */
export class Calendar {
  /** Names the data, e.g. `CN 2007-2026`; every derivation carries it. */
  readonly version: string;
  readonly #notices: readonly YearNotice[];
  readonly #named = new Map<DayNumber, { name: string; source: string }>();
  readonly #sourceOfYear = new Map<number, string>();
  readonly #working = new Uint8Array(SIZE);
  readonly #known = new Uint8Array(SIZE);
  /** Working days before the slot. */
  readonly #workBefore = new Int32Array(SIZE + 1);
  /** Unknown days before the slot. */
  readonly #unknownBefore = new Int32Array(SIZE + 1);
  /** Slot of the k-th working day. */
  readonly #slots: Int32Array;

  constructor(version: string, notices: readonly YearNotice[]) {
    this.version = version;
    this.#notices = notices;
    for (let slot = 0; slot < SIZE; slot++) {
      const weekday = weekdayOf(FIRST + slot);
      this.#working[slot] = weekday === 0 || weekday === 6 ? 0 : 1;
    }
    for (const notice of notices) {
      if (!this.#sourceOfYear.has(notice.year)) this.#sourceOfYear.set(notice.year, notice.notices.join(' '));
      const start = dayOf(notice.year, 1, 1);
      this.#known.fill(1, this.#slot(start), this.#slot(dayOf(notice.year + 1, 1, 1)));
    }
    for (const notice of notices)
      for (const [date, works, name] of notice.days) {
        const n = parseDay(date);
        this.#working[this.#slot(n)] = works;
        this.#known[this.#slot(n)] = 1;
        this.#named.set(n, { name, source: notice.notices.join(' ') });
      }
    const slots: number[] = [];
    for (let slot = 0; slot < SIZE; slot++) {
      this.#workBefore[slot + 1] = this.#workBefore[slot]! + this.#working[slot]!;
      this.#unknownBefore[slot + 1] = this.#unknownBefore[slot]! + 1 - this.#known[slot]!;
      if (this.#working[slot]) slots.push(slot);
    }
    this.#slots = Int32Array.from(slots);
  }

  #slot(n: DayNumber): number {
    const slot = n - FIRST;
    if (!(slot >= 0 && slot < SIZE))
      throw invalid('law.date-range', `${formatDay(n)} is outside ${FIRST_YEAR}–${LAST_YEAR}`, {
        params: { date: formatDay(n) },
      });
    return slot;
  }

  /** Whether the day works; a plain week where its year is unknown (ask `isKnown`). */
  works(n: DayNumber): boolean {
    return this.#working[this.#slot(n)] === 1;
  }

  isKnown(n: DayNumber): boolean {
    return this.#known[this.#slot(n)] === 1;
  }

  /** Whether every day from `a` to `b` (both included) is known. */
  allKnown(a: DayNumber, b: DayNumber): boolean {
    return a > b || this.#unknownBefore[this.#slot(b) + 1] === this.#unknownBefore[this.#slot(a)];
  }

  /** Working days after `a`, up to and including `b`; 0 where b ≤ a. */
  workdaysBetween(a: DayNumber, b: DayNumber): number {
    return b <= a ? 0 : this.#workBefore[this.#slot(b) + 1]! - this.#workBefore[this.#slot(a) + 1]!;
  }

  /** The n-th working day after `from` (n > 0) or before it (n < 0); `from` itself is never counted. */
  addWorkdays(from: DayNumber, n: number): DayNumber {
    if (n === 0) return from;
    const slot = this.#slot(from);
    const index = n > 0 ? this.#workBefore[slot + 1]! + n - 1 : this.#workBefore[slot]! + n;
    const found = this.#slots[index];
    if (found === undefined)
      throw invalid(
        'law.date-range',
        `${n} working days from ${formatDay(from)} leave ${FIRST_YEAR}–${LAST_YEAR}`,
      );
    return FIRST + found;
  }

  /** The day itself where it works, else the first working day after it. */
  roll(n: DayNumber): DayNumber {
    const slot = this.#slot(n);
    return this.#working[slot] ? n : FIRST + this.#slots[this.#workBefore[slot]!]!;
  }

  /** What is known of a day, with the holiday's name and the notice. */
  describe(n: DayNumber): WorkdayAnswer {
    const date = formatDay(n);
    const slot = n - FIRST;
    const known = slot >= 0 && slot < SIZE && this.#known[slot] === 1;
    const named = this.#named.get(n);
    return {
      date,
      working: known ? this.#working[slot] === 1 : null,
      name: named?.name ?? null,
      source: known ? (named?.source ?? this.#sourceOfYear.get(civilOf(n).year) ?? null) : null,
    };
  }

  /** The years with a notice, ascending. */
  get years(): number[] {
    return this.#notices.map((notice) => notice.year).sort((a, b) => a - b);
  }

  get notices(): readonly YearNotice[] {
    return this.#notices;
  }

  /** A new calendar with a year published, replaced, or overridden day by day; this one stays as it is. */
  with(version: string, added: readonly YearNotice[]): Calendar {
    return new Calendar(version, [...this.#notices, ...added]);
  }
}
