// SPDX-License-Identifier: Apache-2.0
import { access } from './modules/access/index.ts';
import { desk } from './modules/desk/index.ts';
import { evidence } from './modules/evidence/index.ts';
import { law } from './modules/law/index.ts';
import { countLeadsOf, leads, leadsOfSubject } from './modules/leads/index.ts';
import {
  countVenues,
  hitsOfEvidence,
  hitsOfVenues,
  livenessOf,
  monitoring,
  venueOfPage,
} from './modules/monitoring/index.ts';
import { registry } from './modules/registry/index.ts';
import { statistics } from './modules/statistics/index.ts';
import type { ServerModule } from './platform/module.ts';

/**
 * Every module of the service; the order is that of their reference data. Imports between modules go one way only:
 * monitoring → leads → evidence, registry. What a lower room shows of a higher one is handed in here.
 */
const rooms: readonly ServerModule[] = [
  access,
  registry({ countVenues, countLeads: countLeadsOf, hitsOfVenues, leadsOfSubject, venueOfPage }),
  evidence({ hitsOf: hitsOfEvidence }),
  leads({ livenessOf }),
  monitoring,
  statistics,
  law,
];

/** The desk stands on all of them: whatever opens files appears there by itself. */
export const modules: readonly ServerModule[] = [
  ...rooms,
  desk({ kinds: rooms.flatMap((room) => room.fileKinds ?? []) }),
];
