// SPDX-License-Identifier: Apache-2.0
import { exportFiles as contract, type FileLine } from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listFiles } from './list-files.ts';

/** Files between offices as a table. */
export const exportFiles = exportRoute(contract, {
  name: 'files',
  title: { zh: '协同办件', en: 'Files between offices' },
  columns: [
    column<FileLine>('编号', 'Number', (file) => file.number),
    column<FileLine>('种类', 'Kind', (file, locale) => file.procedureTitle[locale]),
    column<FileLine>('标题', 'Title', (file) => file.title),
    column<FileLine>('收件方', 'To', (file) => file.recipient),
    column<FileLine>('状态', 'State', (file, locale) => file.stateTitle[locale]),
    column<FileLine>('发起单位', 'From', (file) => file.agency.name),
    column<FileLine>('待办单位', 'Waits for', (file) => file.holder?.name ?? null),
    column<FileLine>('到期日', 'Due', (file) => file.due),
    column<FileLine>('发起时间（北京）', 'Opened (Beijing)', (file) => inBeijing(file.openedAt)),
  ],
  page: (tx, query, { app, actor }) => listFiles(tx, actor, query, app.clock.now()),
});
