// SPDX-License-Identifier: Apache-2.0
// Calendars, clocks and counting without divisions, venue and substance: what a batch of dates needs, quick to load.
export { Calendar, type WorkdayAnswer, type YearNotice } from './calendar/calendar.ts';
export { nationalCalendar } from './calendar/national.ts';
export { RegionalCalendars } from './calendar/regional.ts';
export { isWorkday } from './calendar/workday.ts';
export { clocks } from './clocks/all.ts';
export { clockHistory, findClock } from './clocks/compile.ts';
export {
  compileDue,
  type DueAnswer,
  type DueQuery,
  type DueSettings,
  due,
  type Limit,
} from './clocks/due.ts';
export type { ClockEvent } from './clocks/events.ts';
export type { ClockRow, ClockSpec, Extension, Length, PauseKind, Unit, Variant } from './clocks/model.ts';
export { type Moved, recompute } from './clocks/recompute.ts';
export { WARNING_SHARES, type Warning, warningsOf } from './clocks/warnings.ts';
export { type CountAnswer, type CountingRule, countDays, countingRules } from './counting.ts';
export { type DayNumber, formatDay, parseDay, readDay } from './day.ts';
export { type Language, printCitation, printDerivation } from './derivation.ts';
export { findInstrument, type Instrument, inForce, instruments } from './instruments/instruments.ts';
export type { Basis, Certainty, DatedBasis, DerivationStep, Text } from './model.ts';
export { weaker } from './model.ts';
