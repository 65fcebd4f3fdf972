// SPDX-License-Identifier: Apache-2.0

import type { FilingKind } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { sendBytes } from '../../platform/http/sent.ts';
import { actOnFiling } from './handling/act-on-filing.ts';
import { exportFilings } from './handling/export-filings.ts';
import { findSimilar } from './handling/find-similar.ts';
import { getFiling } from './handling/get-filing.ts';
import { getProof } from './handling/get-proof.ts';
import { kindOf } from './handling/kind-of.ts';
import { listFilings } from './handling/list-filings.ts';
import { say } from './handling/talk.ts';
import { readIdentity } from './identity/read-identity.ts';
import type { FilingPorts } from './ports.ts';
import { takeIn } from './take-in.ts';

const KINDS = {
  complaint: [contracts.listComplaints, contracts.getComplaint, contracts.actOnComplaint],
  report: [contracts.listReports, contracts.getReport, contracts.actOnReport],
  inquiry: [contracts.listInquiries, contracts.getInquiry, contracts.actOnInquiry],
} as const;

const ofKind = (ports: FilingPorts, kind: FilingKind): Route[] => {
  const [list, get, act] = KINDS[kind];
  return [
    route(list, ({ query, app, transact }) =>
      transact((tx) => listFilings(tx, kind, query, app.clock.now())),
    ),
    route(get, ({ params, actor, app, locale, transact }) =>
      transact((tx) => getFiling(tx, ports, actor, kind, params.id, { now: app.clock.now(), locale })),
    ),
    route(act, ({ params, body, actor, app, locale, transact }) =>
      transact(async (tx) => {
        await actOnFiling(tx, app, ports, actor, kind, params.id, { ...body, action: params.action });
        return getFiling(tx, ports, actor, kind, params.id, { now: app.clock.now(), locale });
      }),
    ),
  ];
};

/** What officers do with filings. */
export const handlingRoutes = (ports: FilingPorts): Route[] => [
  ...(['complaint', 'report', 'inquiry'] as const).flatMap((kind) => ofKind(ports, kind)),
  route(contracts.exportFilings, async ({ query, actor, app, locale, reply, transact }) => {
    const bytes = await transact((tx) => exportFilings(tx, app, actor, query.kind, locale));
    return sendBytes(reply, bytes, { type: 'text/csv; charset=utf-8', name: 'filings.csv' });
  }),
  route(contracts.writeAsOffice, ({ params, body, actor, app, locale, transact }) =>
    transact(async (tx) => {
      await say(tx, app, actor, params.id, { side: 'office', text: body.text });
      const kind = await kindOf(tx, params.id);
      return getFiling(tx, ports, actor, kind, params.id, { now: app.clock.now(), locale });
    }),
  ),
  route(contracts.readIdentity, ({ params, body, actor, app, transact }) =>
    transact((tx) => readIdentity(tx, app, actor, params.id, body)),
  ),
  route(contracts.getProof, async ({ params, actor, app, reply, transact }) => {
    const found = await transact((tx) =>
      getProof(tx, app, actor, { filing: params.id, proof: params.proof }),
    );
    return sendBytes(reply, found.bytes, {
      type: found.type,
      ...(/^image\/(?:jpeg|png|webp|gif)$/.test(found.type) ? {} : { name: found.name }),
    });
  }),
  route(contracts.takeIn, ({ body, actor, app, request, transact }) => {
    const key = request.headers['idempotency-key'];
    return transact((tx) => takeIn(tx, app, ports, actor, body, typeof key === 'string' ? key : null));
  }),
  route(contracts.findSimilar, ({ body, app, transact }) => transact((tx) => findSimilar(tx, app, body))),
];
