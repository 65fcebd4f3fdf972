// SPDX-License-Identifier: Apache-2.0
import { exportDocuments as contract, type DocumentView } from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listDocuments } from './document-view.ts';

/** The register of papers as a table. */
export const exportDocuments = exportRoute(contract, {
  name: 'documents',
  title: { zh: '文书登记簿', en: 'Register of papers' },
  columns: [
    column<DocumentView>('文号', 'Number', (paper) => paper.number),
    column<DocumentView>('文书', 'Paper', (paper, locale) => paper.title[locale]),
    column<DocumentView>('办件', 'File', (paper) => paper.fileNumber),
    column<DocumentView>('单位', 'Office', (paper) => paper.agency.name),
    column<DocumentView>('制作人', 'Made by', (paper) => paper.askedBy),
    column<DocumentView>('制作时间（北京）', 'Made on (Beijing)', (paper) => inBeijing(paper.askedAt)),
    column<DocumentView>('SHA-256', 'SHA-256', (paper) => paper.sha256),
  ],
  page: (tx, query) => listDocuments(tx, query),
});
