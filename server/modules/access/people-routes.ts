// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { changePerson } from './change-person.ts';
import { createPerson } from './create-person.ts';
import { disablePerson } from './disable-person.ts';
import { exportAudit, exportPeople } from './exports.ts';
import { listAudit } from './list-audit.ts';
import { listPeople } from './list-people.ts';
import { hashPassword } from './secrets.ts';
import { toAgency } from './views.ts';

/** People, authorities and the record of what was done. */
export const peopleRoutes: readonly Route[] = [
  exportPeople,
  exportAudit,
  route(contracts.listPeople, (call) => call.transact((tx) => listPeople(tx, call.query))),

  route(contracts.createPerson, async (call) => {
    const passwordHash = await hashPassword(call.body.password);
    return call.transact((tx) =>
      createPerson(tx, call.app.clock, call.actor, { ...call.body, passwordHash }),
    );
  }),

  route(contracts.changePerson, (call) =>
    call.transact((tx) => changePerson(tx, call.app.clock, call.actor, { id: call.params.id, ...call.body })),
  ),

  route(contracts.disablePerson, (call) =>
    call.transact((tx) =>
      disablePerson(tx, call.app.clock, call.actor, { id: call.params.id, ...call.body }),
    ),
  ),

  route(contracts.listAgencies, (call) =>
    call.transact(async (tx) => {
      let query = tx
        .selectFrom('agencies')
        .select(['agency_id', 'name', 'level', 'path', 'division'])
        .where('kind', '=', 'authority')
        .where('closed_at', 'is', null)
        .orderBy('path')
        .limit(5000);
      if (call.query.level !== undefined) query = query.where('level', '=', call.query.level);
      return { items: (await query.execute()).map(toAgency) };
    }),
  ),

  route(contracts.listAudit, (call) =>
    call.transact((tx) => listAudit(tx, call.app.clock, call.actor, call.query)),
  ),
];
