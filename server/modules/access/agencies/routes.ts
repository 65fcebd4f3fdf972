// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../../platform/http/route.ts';
import { endAbsenceOf, listAbsences, recordAbsenceOf } from './absences.ts';
import { changeAgency, createAgency, listAgencyTree } from './tree.ts';
import { changeUnit, createUnit, listUnits } from './units.ts';

/** Offices, their units, and who is away. */
export const agencyRoutes: readonly Route[] = [
  route(contracts.listAgencyTree, ({ query, transact }) =>
    transact(async (tx) => ({ items: await listAgencyTree(tx, query.q?.trim() ?? '') })),
  ),
  route(contracts.createAgency, ({ body, app, actor, transact }) =>
    transact((tx) => createAgency(tx, app.clock, actor, body)),
  ),
  route(contracts.changeAgency, ({ params, body, app, actor, transact }) =>
    transact((tx) => changeAgency(tx, app.clock, actor, params.id, body)),
  ),
  route(contracts.listUnits, ({ params, transact }) =>
    transact(async (tx) => ({ items: await listUnits(tx, params.id) })),
  ),
  route(contracts.createUnit, ({ params, body, app, actor, transact }) =>
    transact((tx) => createUnit(tx, app.clock, actor, params.id, body)),
  ),
  route(contracts.changeUnit, ({ params, body, app, actor, transact }) =>
    transact((tx) => changeUnit(tx, app.clock, actor, params.id, body)),
  ),
  route(contracts.listAbsences, ({ query, app, transact }) =>
    transact((tx) => listAbsences(tx, query, app.clock.now())),
  ),
  route(contracts.recordAbsence, ({ body, app, actor, transact }) =>
    transact((tx) => recordAbsenceOf(tx, app.clock, actor, body)),
  ),
  route(contracts.endAbsence, ({ params, app, actor, transact }) =>
    transact((tx) => endAbsenceOf(tx, app.clock, actor, params.id)),
  ),
];
