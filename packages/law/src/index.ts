// SPDX-License-Identifier: Apache-2.0
export { Calendar, type WorkdayAnswer, type YearNotice } from './calendar/calendar.ts';
export { nationalCalendar } from './calendar/national.ts';
export { isWorkday } from './calendar/workday.ts';
export { type BasisAnswer, basisOf, usableOn } from './citations/basis-of.ts';
export { type CitedArticle, type CitedBy, citedArticles } from './citations/index.ts';
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
export {
  articleMapO20ToO121,
  conductRules,
  consentRules,
  consumptionFactors,
  type Ground,
  type GroundOn,
  handedIn,
  refusalGrounds,
  refusalGroundsOn,
  secrecyRules,
  terminationGrounds,
  terminationGroundsOn,
} from './complaints/rules.ts';
export { type CountAnswer, type CountingRule, countDays, countingRules } from './counting.ts';
export { type DayNumber, formatDay, parseDay, readDay } from './day.ts';
export { type Language, printCitation, printDerivation } from './derivation.ts';
export {
  currentDivisions,
  DIVISIONS_AS_OF,
  type DivisionAnswer,
  divisionHistory,
  findDivision,
} from './divisions/divisions.ts';
export { commonSuperior, resolveDivision } from './divisions/resolve.ts';
export { archiveOrder, documents, findDocument, type LawDocument } from './documents/documents.ts';
export { type Duty, type DutyCheck, duties, findDuty, type OlderDuty, olderDuties } from './duties/duties.ts';
export { findInstrument, type Instrument, inForce, instruments } from './instruments/instruments.ts';
export { jurisdiction } from './jurisdiction/jurisdiction.ts';
export type { JurisdictionAnswer, JurisdictionInput, Kind, Step, VenueRule } from './jurisdiction/model.ts';
export { movementRules } from './jurisdiction/movement.ts';
export { venueRules } from './jurisdiction/rules.ts';
export type { Basis, Certainty, DatedBasis, DerivationStep, Text } from './model.ts';
export { weaker } from './model.ts';
export { emarkIsDuty, type Overlay, overlays, overlaysFor } from './overlays/overlays.ts';
export { type PublicityFact, publicityFacts } from './publicity/publicity.ts';
export { type GeneralRule, generalRules, type OpenPoint, openPoints } from './settings/settings.ts';
export {
  type Department,
  departments,
  findViolation,
  generalViolationRules,
  olderViolations,
  type Violation,
  violations,
} from './violations/violations.ts';
