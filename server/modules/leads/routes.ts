// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { actOnLead } from './act-on-lead.ts';
import { exportLeads } from './export-leads.ts';
import { getLead } from './get-lead.ts';
import { listLeads } from './list-leads.ts';
import type { LeadPorts } from './ports.ts';

export const leadRoutes = (ports: LeadPorts): Route[] => [
  route(contracts.listLeads, ({ query, app, transact }) =>
    transact((tx) => listLeads(tx, query, app.clock.now())),
  ),
  exportLeads,
  route(contracts.getLead, ({ params, actor, app, locale, transact }) =>
    transact((tx) => getLead(tx, ports, actor, params.id, { now: app.clock.now(), locale })),
  ),
  route(contracts.actOnLead, ({ params, body, actor, app, locale, request, transact }) =>
    transact(async (tx) => {
      const key = request.headers['idempotency-key'];
      await actOnLead(tx, app.clock, ports, actor, params.id, {
        ...body,
        action: params.action,
        key: typeof key === 'string' && key !== '' ? key.slice(0, 200) : null,
      });
      return getLead(tx, ports, actor, params.id, { now: app.clock.now(), locale });
    }),
  ),
];
