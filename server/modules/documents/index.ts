// SPDX-License-Identifier: Apache-2.0
import type { ServerModule } from '../../platform/module.ts';
import { makeDocument } from './make-document.ts';
import { documentRoutes } from './routes.ts';

/** Papers of files: words, numbers, the making, the register; and what people hand in with a file. */
export const documents: ServerModule = { name: 'documents', routes: documentRoutes, jobs: [makeDocument] };

export { askDocuments, type PaperWish } from './ask-documents.ts';
export { documentsOf, getDocument, readDocument } from './document-view.ts';
export { keepBytes, receiveAttachment } from './receive-attachment.ts';
