// SPDX-License-Identifier: Apache-2.0
import { access } from './modules/access/index.ts';
import { complaints } from './modules/complaints/index.ts';
import { coordination, filesOfLead, followLead } from './modules/coordination/index.ts';
import { desk } from './modules/desk/index.ts';
import { documents } from './modules/documents/index.ts';
import { evidence } from './modules/evidence/index.ts';
import { law } from './modules/law/index.ts';
import { countLeadsOf, leads, leadsOfSubject } from './modules/leads/index.ts';
import {
  countVenues,
  hitsOfEvidence,
  hitsOfVenues,
  livenessOf,
  monitoring,
  outcomeOfPatrol,
  startPatrol,
  venueOfPage,
} from './modules/monitoring/index.ts';
import { placesOfShop, registry } from './modules/registry/index.ts';
import { search } from './modules/search/index.ts';
import { statistics } from './modules/statistics/index.ts';
import { systemActor } from './platform/database/actor.ts';
import type { ServerModule } from './platform/module.ts';

const registryPorts = { countVenues, countLeads: countLeadsOf, hitsOfVenues, leadsOfSubject, venueOfPage };

/**
 * Every module of the service; the order is that of their reference data. Imports between modules go one way only:
 * monitoring → leads → evidence, registry. What a lower room shows of a higher one is handed in here.
 */
const rooms: readonly ServerModule[] = [
  access,
  registry(registryPorts),
  evidence({ hitsOf: hitsOfEvidence }),
  documents,
  leads({ livenessOf, followUp: followLead, filesOf: filesOfLead }),
  coordination,
  monitoring,
  complaints({
    placesOf: (tx, by) => placesOfShop(tx, registryPorts, by),
    capture: async (tx, app, site, ground) =>
      (
        await startPatrol(tx, app, systemActor('filing'), {
          site,
          ground,
          kind: 'targeted',
          maxPages: 1,
          rate: 1,
          render: 'auto',
        })
      ).id,
    captured: outcomeOfPatrol,
  }),
  law,
];

const kinds = rooms.flatMap((room) => room.fileKinds ?? []);

/** Desk, search and statistics stand on all of them: whatever opens files appears there by itself. */
export const modules: readonly ServerModule[] = [
  ...rooms,
  desk({ kinds }),
  search({ kinds }),
  statistics({ kinds }),
];
