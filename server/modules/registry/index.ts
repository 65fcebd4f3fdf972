// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import { registryActs } from './act-routes.ts';
import { noteOutcome } from './credit/write-credit.ts';
import { runImport } from './import/uploads.ts';
import type { RegistryPorts } from './ports.ts';
import { registryRoutes } from './routes.ts';

/** Subjects, venues, and what was said of them by whom. */
export const registry = (ports: RegistryPorts): ServerModule => ({
  name: 'registry',
  routes: [...registryRoutes(ports), ...registryActs(ports)],
  jobs: [runImport],
  subscriptions: [noteOutcome],
});

export {
  type RegisteredSubject,
  registeredCodes,
  registeredOf,
  type Twin,
  twinsOf,
} from './compare-venue.ts';
export { describeVenue, operatorOf, type VenueCard } from './describe-venue.ts';
export { type ImportResult, importSubjects } from './import/import-subjects.ts';
export { placesOfShop, type ShopPlaces } from './places-of-shop.ts';
export type { RegistryPorts } from './ports.ts';
export { recordFacts, type SeenFact } from './record-facts.ts';
export { hasSubject, type LikeSubject, subjectsLike } from './subjects-like.ts';
export { type SeenSubject, upsertSubject } from './upsert-subject.ts';
export { linkVenue, type SeenVenue, upsertVenue } from './upsert-venue.ts';
