// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, IdParams, Instant, Nullable, PageOf, paging } from './common.ts';
import { AttachmentView, DocumentView } from './procedure.ts';
import { HANDLERS, OFFICERS } from './roles.ts';
import { contract } from './route.ts';

export const listDocuments = contract({
  id: 'listDocuments',
  method: 'GET',
  path: '/api/documents',
  summary: 'The register of papers that one may see, newest first',
  access: OFFICERS,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    template: Type.Optional(Type.String({ maxLength: 60 })),
    year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2999 })),
    ...paging,
  }),
  response: PageOf(DocumentView),
});

export const downloadDocument = contract({
  id: 'downloadDocument',
  method: 'GET',
  path: '/api/documents/{id}.pdf',
  summary: 'One paper as PDF/A-2b',
  access: OFFICERS,
  params: IdParams,
  media: 'binary',
  errors: ['document_in_making'],
});

export const makeDocumentAgain = contract({
  id: 'makeDocumentAgain',
  method: 'POST',
  path: '/api/documents/{id}/again',
  summary: 'Ask again for a paper whose making failed',
  access: HANDLERS,
  params: IdParams,
  response: DocumentView,
});

/** The words of a paper; `{{name}}` stands for a value of the file. */
export const TemplateWords = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 100 }),
  addressee: Type.String({ maxLength: 200 }),
  paragraphs: Type.Array(Type.String({ maxLength: 2000 }), { minItems: 1, maxItems: 40 }),
  closing: Type.String({ maxLength: 500 }),
});
export type TemplateWords = Static<typeof TemplateWords>;

export const TemplateView = Type.Object({
  id: Type.String(),
  title: Bilingual,
  sign: Type.String(),
  /** Whether the own office uses words of its own. */
  own: Type.Boolean(),
  /** Version of the own words, 0 for those of the house. */
  version: Type.Integer(),
  words: TemplateWords,
  house: TemplateWords,
  /** Names that the words may use. */
  places: Type.Array(Type.Object({ name: Type.String(), title: Nullable(Bilingual) })),
  changedBy: Nullable(Type.String()),
  changedAt: Nullable(Instant),
});
export type TemplateView = Static<typeof TemplateView>;

const TemplateParams = Type.Object({ template: Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 60 }) });
const editors = ['authority_head', 'supervisor', 'administrator'] as const;

export const listTemplates = contract({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/templates',
  summary: 'The papers of the house with the words that the own office uses',
  access: OFFICERS,
  response: Type.Object({ items: Type.Array(TemplateView) }),
});

export const saveTemplate = contract({
  id: 'saveTemplate',
  method: 'PUT',
  path: '/api/templates/{template}',
  summary: "Put the own office's words in the place of the house's; null goes back to the house's",
  access: editors,
  params: TemplateParams,
  body: Type.Object({ words: Nullable(TemplateWords), version: Type.Integer({ minimum: 0 }) }),
  response: TemplateView,
  errors: ['moved_on', 'input_invalid'],
});

export const previewTemplate = contract({
  id: 'previewTemplate',
  method: 'POST',
  path: '/api/templates/{template}/preview',
  summary: 'How a paper with these words looks, with sample values (PDF)',
  access: editors,
  params: TemplateParams,
  body: Type.Object({ words: TemplateWords }),
  media: 'binary',
});

export const attachToFile = contract({
  id: 'attachToFile',
  method: 'POST',
  path: '/api/files/{id}/attachments',
  summary: 'Hand in one file (multipart/form-data, field "file"); its id goes into a form',
  access: HANDLERS,
  params: IdParams,
  status: 201,
  response: AttachmentView,
  errors: ['attachment_refused'],
});

export const downloadAttachment = contract({
  id: 'downloadAttachment',
  method: 'GET',
  path: '/api/attachments/{id}',
  summary: 'What was handed in, as a download',
  access: OFFICERS,
  params: IdParams,
  media: 'binary',
});
