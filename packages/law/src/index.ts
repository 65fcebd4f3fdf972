// SPDX-License-Identifier: Apache-2.0
export { type BasisAnswer, basisOf, usableOn } from './citations/basis-of.ts';
export { type CitedArticle, type CitedBy, citedArticles } from './citations/index.ts';
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
export * from './dates.ts';
export { divisionOfAddress, fullNameOf } from './divisions/division-of-address.ts';
export {
  currentDivisions,
  DIVISIONS_AS_OF,
  type DivisionAnswer,
  type DivisionSpan,
  divisionHistory,
  findDivision,
} from './divisions/divisions.ts';
export { commonSuperior, resolveDivision } from './divisions/resolve.ts';
export { archiveOrder, documents, findDocument, type LawDocument } from './documents/documents.ts';
export { type Duty, type DutyCheck, duties, findDuty, type OlderDuty, olderDuties } from './duties/duties.ts';
export { jurisdiction } from './jurisdiction/jurisdiction.ts';
export type { JurisdictionAnswer, JurisdictionInput, Kind, Step, VenueRule } from './jurisdiction/model.ts';
export { type MovementRule, movementRules } from './jurisdiction/movement-rules.ts';
export { venueRules } from './jurisdiction/rules.ts';
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
