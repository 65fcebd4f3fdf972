// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { registryExports } from './exports.ts';
import { getSubject } from './get-subject.ts';
import { getVenue } from './get-venue.ts';
import { listSubjects } from './list-subjects.ts';
import { listVenues } from './list-venues.ts';
import { lookUpShop } from './look-up-shop.ts';
import type { RegistryPorts } from './ports.ts';

export const registryRoutes = (ports: RegistryPorts): Route[] => [
  ...registryExports(ports),
  route(contracts.listVenues, ({ query, transact }) => transact((tx) => listVenues(tx, ports, query))),
  route(contracts.getVenue, ({ params, transact }) => transact((tx) => getVenue(tx, ports, params.id))),
  route(contracts.listSubjects, ({ query, transact }) => transact((tx) => listSubjects(tx, ports, query))),
  route(contracts.getSubject, ({ params, app, transact }) =>
    transact((tx) => getSubject(tx, ports, params.id, app.clock.now())),
  ),
  route(contracts.lookUpShop, ({ query, transact }) => transact((tx) => lookUpShop(tx, ports, query.link))),
];
