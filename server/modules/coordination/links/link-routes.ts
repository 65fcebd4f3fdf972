// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { withSystem } from '../../../platform/database/actor.ts';
import { addAttachment } from '../../../platform/files/index.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { sendBytes } from '../../../platform/http/sent.ts';
import { readDocument, receiveAttachment } from '../../documents/index.ts';
import { exportPackage } from '../../evidence/index.ts';
import { actOnFile } from '../act-on-file.ts';
import { countWrite } from './link-limits.ts';
import { asHolder, viewLink } from './link-view.ts';

const keyOf = (header: string | string[] | undefined): string | null =>
  typeof header === 'string' && header !== '' ? header.slice(0, 200) : null;

/** The calls behind a link. What a link may do is what row-level security and the machine leave to it: one file. */
export const linkRoutes: readonly Route[] = [
  route(contracts.readLink, ({ params, app, address }) =>
    asHolder(app, params.token, address, (tx, holder) => viewLink(tx, holder)),
  ),
  route(contracts.answerLink, ({ params, body, app, address, request }) =>
    asHolder(app, params.token, address, async (tx, holder) => {
      countWrite(app, holder.actor.agencyPath);
      await actOnFile(tx, app.clock, holder.actor, holder.fileId, {
        ...body,
        action: params.action,
        key: keyOf(request.headers['idempotency-key']),
      });
      return viewLink(tx, holder);
    }),
  ),
  route(contracts.attachByLink, async ({ params, app, address, request, reply }) => {
    const fileId = await asHolder(app, params.token, address, async (_, holder) => {
      countWrite(app, holder.actor.agencyPath);
      return holder.fileId;
    });
    const attachment = await receiveAttachment(app, request);
    reply.code(201);
    return asHolder(app, params.token, address, (tx, { actor }) =>
      addAttachment(tx, app.clock, actor, fileId, attachment),
    );
  }),
  route(contracts.documentByLink, async ({ params, app, address, reply }) => {
    const { bytes, name } = await asHolder(app, params.token, address, async (tx, holder) => {
      const view = await viewLink(tx, holder);
      if (!view.documents.some((one) => one.id === params.id)) throw refused('not_found', 'no such paper');
      return readDocument(tx, app, params.id);
    });
    return sendBytes(reply, bytes, { type: 'application/pdf', name, length: bytes.length });
  }),
  route(contracts.evidenceByLink, async ({ params, app, address, reply }) => {
    const actor = await asHolder(app, params.token, address, async (tx, holder) => {
      const view = await viewLink(tx, holder);
      if (!view.evidence.some((one) => one.id === params.id)) throw refused('not_found', 'no such evidence');
      return holder.actor;
    });
    // Evidence of what everybody can see is open to officers only: the house hands out this one item, and records it.
    const { bytes, name } = await withSystem(app.db, 'links', (tx) =>
      exportPackage(
        tx,
        app,
        { ...actor, kind: 'system', agencyPath: '000000', roles: ['system'] },
        params.id,
      ),
    );
    return sendBytes(reply, bytes, { type: 'application/wacz+zip', name, length: bytes.length });
  }),
];
