// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { failed } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { addAttachment, readAttachment } from '../../platform/files/index.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { sendBytes } from '../../platform/http/sent.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { paperStore } from '../../platform/store/content-store.ts';
import { getDocument, listDocuments, readDocument } from './document-view.ts';
import { exportDocuments } from './export-documents.ts';
import { makeDocumentJob } from './jobs.ts';
import { letterOf } from './letter-of.ts';
import { receiveAttachment } from './receive-attachment.ts';
import { renderLetter } from './render-letter.ts';
import { checkWords, listTemplates, saveTemplate } from './templates.ts';

/** Papers, their words, and what people hand in. */
export const documentRoutes: readonly Route[] = [
  route(contracts.listDocuments, ({ query, transact }) => transact((tx) => listDocuments(tx, query))),
  exportDocuments,
  route(contracts.downloadDocument, async ({ params, app, actor, transact, reply }) => {
    const { bytes, name } = await transact(async (tx) => {
      const document = await readDocument(tx, app, params.id);
      await recordAudit(tx, app.clock, actor, {
        action: 'open-document',
        object: { kind: 'document', id: params.id },
        details: { file: document.fileId },
      });
      return document;
    });
    return sendBytes(reply, bytes, { type: 'application/pdf', name, length: bytes.length });
  }),
  route(contracts.makeDocumentAgain, ({ params, transact }) =>
    transact(async (tx) => {
      const document = await getDocument(tx, params.id);
      if (document.state !== 'ready')
        await enqueue(tx, makeDocumentJob, { documentId: params.id }, { key: `document:${params.id}` });
      return document;
    }),
  ),
  route(contracts.listTemplates, ({ actor, transact }) =>
    transact(async (tx) => ({ items: await listTemplates(tx, actor) })),
  ),
  route(contracts.saveTemplate, ({ params, body, app, actor, transact }) =>
    transact((tx) => saveTemplate(tx, app.clock, actor, params.template, body)),
  ),
  route(contracts.previewTemplate, async ({ params, body, app, actor, reply }) => {
    const template = checkWords(params.template, body.words);
    const data = Object.fromEntries(template.fields.map((name) => [name, `〔${name}〕`]));
    const letter = letterOf(
      body.words,
      { ...data, office: '示例单位', officeOther: '示例对方单位', recipient: '示例收件方' },
      { number: `${template.sign}〔样〕第0000号`, at: app.clock.now(), sample: true },
    );
    app.log.debug({ person: actor.personId }, 'a sample of a paper was made');
    const bytes = renderLetter(letter, app.clock.now());
    return sendBytes(reply, bytes, { type: 'application/pdf', name: `${template.id}.pdf` });
  }),
  route(contracts.attachToFile, async ({ params, app, actor, request, reply, transact }) => {
    const attachment = await receiveAttachment(app, request);
    const view = await transact((tx) => addAttachment(tx, app.clock, actor, params.id, attachment));
    reply.code(201);
    return view;
  }),
  route(contracts.downloadAttachment, async ({ params, app, transact, reply }) => {
    const attachment = await transact((tx) => readAttachment(tx, params.id));
    const bytes = await paperStore(app.settings.data).get(attachment.sha256);
    if (!bytes) throw failed('evidence_missing', `attachment ${attachment.sha256}`);
    return sendBytes(reply, bytes, { type: attachment.mediaType, name: attachment.name });
  }),
];
