// SPDX-License-Identifier: Apache-2.0

const DAY_MS = 86_400_000;
// The fair opened on 2026-01-15 (Asia/Shanghai); that day is day 0. Days since 1970-01-01 of it divide by 28.
const OPENING = 20_468;

/** The story of the fair (prices, takedowns, re-listings) repeats after this many days. */
export const CYCLE = 28;

/** An inclusive range of days within the cycle. */
export type Days = readonly [from: number, to: number];

/** Day of the fair at an instant (milliseconds since 1970): the count of Shanghai calendar days since the opening. */
export function marketDay(now: number): number {
  return Math.floor((now + 8 * 3_600_000) / DAY_MS) - OPENING;
}

/** Where a day stands in the cycle, 0…27. */
export function phaseOf(day: number): number {
  return ((day % CYCLE) + CYCLE) % CYCLE;
}

/** The date shown on the pages of a day, `YYYY-MM-DD`. */
export function dateOf(day: number): string {
  return new Date((OPENING + day) * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight in Shanghai at which a day begins, milliseconds since 1970. */
export function startOf(day: number): number {
  return (OPENING + day) * DAY_MS - 8 * 3_600_000;
}

export function within(phase: number, ranges: readonly Days[] | undefined): boolean {
  return ranges === undefined || ranges.some(([from, to]) => phase >= from && phase <= to);
}
