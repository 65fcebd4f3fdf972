// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { actOnFile } from './act-on-file.ts';
import { exportFiles } from './export-files.ts';
import { readRow } from './file-row.ts';
import { getFile } from './get-file.ts';
import { leadQuality } from './lead-quality.ts';
import { endLinks, issueLink } from './links/link.ts';
import { linkRoutes } from './links/link-routes.ts';
import { listFiles } from './list-files.ts';

export const coordinationRoutes: readonly Route[] = [
  route(contracts.listFiles, ({ query, actor, app, transact }) =>
    transact((tx) => listFiles(tx, actor, query, app.clock.now())),
  ),
  exportFiles,
  route(contracts.getFile, ({ params, actor, app, locale, transact }) =>
    transact((tx) => getFile(tx, actor, params.id, { now: app.clock.now(), locale })),
  ),
  route(contracts.actOnFile, ({ params, body, actor, app, locale, request, transact }) =>
    transact(async (tx) => {
      const header = request.headers['idempotency-key'];
      await actOnFile(tx, app.clock, actor, params.id, {
        ...body,
        action: params.action,
        key: typeof header === 'string' && header !== '' ? header.slice(0, 200) : null,
      });
      return getFile(tx, actor, params.id, { now: app.clock.now(), locale });
    }),
  ),
  route(contracts.issueLink, ({ params, body, actor, app, transact }) =>
    transact((tx) => issueLink(tx, app, actor, params.id, body.days ?? 30)),
  ),
  route(contracts.revokeLink, ({ params, actor, app, transact }) =>
    transact(async (tx) => {
      await readRow(tx, params.id);
      await endLinks(tx, app.clock, params.id);
      await recordAudit(tx, app.clock, actor, {
        action: 'revoke-link',
        object: { kind: 'file', id: params.id },
      });
      return undefined;
    }),
  ),
  route(contracts.getLeadQuality, ({ transact }) => transact((tx) => leadQuality(tx))),
  ...linkRoutes,
];
