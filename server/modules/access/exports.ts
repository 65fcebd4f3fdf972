// SPDX-License-Identifier: Apache-2.0

import type { AuditEntry, Person } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listAudit } from './list-audit.ts';
import { listPeople } from './list-people.ts';

/** What was done, as a table. Each page of it is a look at the audit and is recorded like one. */
export const exportAudit = exportRoute(contracts.exportAudit, {
  name: 'audit',
  title: { zh: '审计', en: 'Audit' },
  columns: [
    column<AuditEntry>('时间（北京）', 'Time (Beijing)', (entry) => inBeijing(entry.at)),
    column<AuditEntry>('人员', 'Person', (entry) => entry.actor),
    column<AuditEntry>('单位', 'Office', (entry) => entry.agency),
    column<AuditEntry>('动作', 'Action', (entry) => entry.action),
    column<AuditEntry>('对象', 'Object', (entry) => entry.object),
    column<AuditEntry>('理由', 'Reason', (entry) => entry.reason),
  ],
  page: (tx, query, { app, actor }) => listAudit(tx, app.clock, actor, query),
});

/** People of the instance as a table; never a credential. */
export const exportPeople = exportRoute(contracts.exportPeople, {
  name: 'people',
  title: { zh: '人员', en: 'People' },
  columns: [
    column<Person>('姓名', 'Name', (person) => person.name),
    column<Person>('用户名', 'Account', (person) => person.username),
    column<Person>('单位', 'Office', (person) => person.agency.name),
    column<Person>('岗位', 'Roles', (person) => person.roles.join(' ')),
    column<Person>('停用时间（北京）', 'Disabled (Beijing)', (person) => inBeijing(person.disabledAt)),
    column<Person>('最近使用（北京）', 'Last seen (Beijing)', (person) => inBeijing(person.lastSeenAt)),
  ],
  page: (tx, query) => listPeople(tx, query),
});
