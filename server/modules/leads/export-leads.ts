// SPDX-License-Identifier: Apache-2.0
import { exportLeads as contract, type Lead } from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listLeads } from './list-leads.ts';

/** Leads as a table. */
export const exportLeads = exportRoute(contract, {
  name: 'leads',
  title: { zh: '线索', en: 'Leads' },
  columns: [
    column<Lead>('编号', 'Number', (lead) => lead.number),
    column<Lead>('线索', 'Lead', (lead) => lead.title),
    column<Lead>('状态', 'State', (lead, locale) => lead.stateTitle[locale]),
    column<Lead>('等级', 'Grade', (lead) => lead.grade),
    column<Lead>('涉嫌', 'Labels', (lead) => lead.labels.join(' ')),
    column<Lead>('店铺', 'Shop', (lead) => lead.shop),
    column<Lead>('主体', 'Subject', (lead) => lead.subjectName),
    column<Lead>('网址', 'Address', (lead) => lead.url),
    column<Lead>('单位', 'Office', (lead) => lead.agency.name),
    column<Lead>('到期日', 'Due', (lead) => lead.due),
    column<Lead>('来源', 'Source', (lead) => lead.source),
    column<Lead>('建立时间（北京）', 'Created (Beijing)', (lead) => inBeijing(lead.createdAt)),
  ],
  page: (tx, query, { app }) => listLeads(tx, query, app.clock.now()),
});
