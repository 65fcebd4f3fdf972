// SPDX-License-Identifier: Apache-2.0
import { type AuditEntry, exportAudit, listAudit, type Query } from '@yiwang/contracts';
import { Input } from 'antd';
import { usePages } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import { Choice } from '../parts/choice.tsx';
import { ExportLinks } from '../parts/export-links.tsx';
import { type Column, Listing } from '../parts/listing.tsx';
import { Page } from '../parts/page.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { given, useFilters } from '../parts/use-filters.ts';
import { When } from '../parts/when.tsx';

export default function Audit() {
  const { t, word } = useText();
  const { values, set } = useFilters(['q', 'action', 'object']);
  const list = usePages(listAudit, { query: given<Query<typeof listAudit>>(values) });
  const actions = [
    ...new Set([...list.items.map((entry) => entry.action), values.action].filter(Boolean)),
  ].sort();
  const columns: Column<AuditEntry>[] = [
    {
      key: 'action',
      title: t('audit.action'),
      head: true,
      cell: (entry) => word('auditAction', entry.action),
    },
    { key: 'actor', title: t('audit.actor'), cell: (entry) => entry.actor },
    { key: 'agency', title: t('audit.agency'), cell: (entry) => entry.agency ?? '', wideOnly: true },
    {
      key: 'object',
      title: t('audit.object'),
      cell: (entry) => <span className="breakable">{entry.object ?? ''}</span>,
    },
    { key: 'reason', title: t('audit.reason'), cell: (entry) => entry.reason ?? '' },
    { key: 'at', title: t('audit.time'), cell: (entry) => <When at={entry.at} as="second" /> },
  ];
  return (
    <Page title={t('audit.title')} line={t('audit.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('audit.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('audit.action')}
          all={t('app.all')}
          value={values.action}
          onChange={(action) => set({ action })}
          options={actions.map((value) => ({ value, title: word('auditAction', value) }))}
        />
        {values.object ? (
          <Input
            className="search-box"
            aria-label={t('audit.object')}
            allowClear
            value={values.object}
            onChange={(event) => set({ object: event.target.value }, { replace: true })}
          />
        ) : null}
        <ExportLinks contract={exportAudit} query={values} />
      </section>
      <Listing
        caption={t('audit.title')}
        columns={columns}
        list={list}
        rowKey={(entry) => entry.id}
        empty={t('audit.empty')}
      />
    </Page>
  );
}
