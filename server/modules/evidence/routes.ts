// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { sendBytes } from '../../platform/http/sent.ts';
import { exportPackage, readPageSource, readScreenshot } from './export-evidence.ts';
import { exportEvidenceList } from './export-list.ts';
import { getEvidence } from './get-evidence.ts';
import { listEvidence } from './list-evidence.ts';
import type { EvidencePorts } from './ports.ts';
import { verifyEvidence } from './verify-evidence.ts';

export const evidenceRoutes = (ports: EvidencePorts): Route[] => [
  route(contracts.listEvidence, ({ query, transact }) => transact((tx) => listEvidence(tx, query))),
  exportEvidenceList,
  route(contracts.getEvidence, ({ params, app, actor, transact }) =>
    transact((tx) => getEvidence(tx, app, ports, actor, params.id)),
  ),
  route(contracts.downloadEvidence, async ({ params, app, actor, transact, reply }) => {
    const { bytes, name } = await transact((tx) => exportPackage(tx, app, actor, params.id));
    return sendBytes(reply, bytes, { type: 'application/wacz+zip', name, length: bytes.length });
  }),
  route(contracts.getScreenshot, async ({ params, app, transact, reply }) => {
    const { bytes, type } = await transact((tx) => readScreenshot(tx, app, params.id));
    // Only pictures leave by this door, whatever a package says of itself.
    const picture = /^image\/(?:png|jpeg|webp)$/.test(type) ? type : 'application/octet-stream';
    return sendBytes(reply, bytes, { type: picture, length: bytes.length, cache: 'private, max-age=3600' });
  }),
  route(contracts.getOriginalPage, async ({ params, app, transact, reply }) => {
    const bytes = await transact((tx) => readPageSource(tx, app, params.id));
    return sendBytes(reply, bytes, { type: 'text/plain; charset=utf-8', length: bytes.length });
  }),
  route(contracts.verifyEvidence, ({ params, app, actor, transact }) =>
    transact((tx) => verifyEvidence(tx, app, actor, params.id)),
  ),
];
