// SPDX-License-Identifier: Apache-2.0
import { exportTasks as contract, type Task } from '@yiwang/contracts';
import { column, exportRoute } from '../../platform/export/index.ts';
import type { FileKind } from '../../platform/files/index.ts';
import { listTasks } from './list-tasks.ts';

/** The desk as a table. */
export const exportTasks = (kinds: readonly FileKind[]) =>
  exportRoute(contract, {
    name: 'tasks',
    title: { zh: '待办', en: 'Desk' },
    columns: [
      column<Task>('编号', 'Number', (task) => task.number),
      column<Task>('种类', 'Kind', (task, locale) => task.procedureTitle[locale]),
      column<Task>('文件', 'File', (task) => task.title),
      column<Task>('说明', 'Line', (task) => task.line),
      column<Task>('进度', 'State', (task, locale) => task.stateTitle[locale]),
      column<Task>('所在单位', 'With', (task) => task.holder?.name),
      column<Task>('办理人', 'Assignee', (task) => task.assignee?.name),
      column<Task>('到期日', 'Due', (task) => task.due),
      column<Task>('时限', 'Clock', (task, locale) => task.clockTitle?.[locale]),
    ],
    page: (tx, query, { app, actor }) => listTasks(tx, actor, kinds, query, app.clock.now()),
  });
