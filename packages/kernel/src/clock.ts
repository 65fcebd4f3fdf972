// SPDX-License-Identifier: Apache-2.0

/** The injected clock: nothing in the house asks the machine for the time by itself. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

/** A clock that stands still until told otherwise; for tests and for answering "as of". */
export function fixedClock(
  at: number | string,
): Clock & { set(at: number | string): void; advance(ms: number): void } {
  const parse = (value: number | string) => (typeof value === 'number' ? value : Date.parse(value));
  let now = parse(at);
  return {
    now: () => now,
    set: (value) => {
      now = parse(value);
    },
    advance: (ms) => {
      now += ms;
    },
  };
}

/** A legal day as `YYYY-MM-DD`, in the zone of the law (Asia/Shanghai, UTC+8 without summer time since 1992). */
export type LocalDate = string & { readonly __localDate?: never };

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The legal day on which an instant (ms since the epoch) falls. */
export function legalDay(instant: number): LocalDate {
  return new Date(instant + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant (ms) at which a legal day begins. */
export function startOfLegalDay(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET_MS;
}

/** Whether `text` is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): text is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}
