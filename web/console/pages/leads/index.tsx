// SPDX-License-Identifier: Apache-2.0
import { exportLeads, LEAD_DUES, LEAD_SOURCES, listLeads, type Query, SEVERITIES } from '@yiwang/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { useLabelOptions } from '../../parts/label-options.ts';
import { Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { leadColumns } from './lead-columns.tsx';

const FILTERS = ['q', 'state', 'grade', 'due', 'source', 'label'] as const;

export default function Leads() {
  const text = useText();
  const { t, word, both } = text;
  const { values, set, any } = useFilters(FILTERS);
  const labels = useLabelOptions();
  const list = usePages(listLeads, { query: given<Query<typeof listLeads>>(values) });
  const states =
    list.first?.states?.map(({ state, title, count }) => ({
      value: state,
      title: `${both(title)} ${count}`,
    })) ??
    [...new Map(list.items.map((lead) => [lead.state, lead.stateTitle]))].map(([value, title]) => ({
      value,
      title: both(title),
    }));
  const stateOptions =
    values.state && !states.some((option) => option.value === values.state)
      ? [...states, { value: values.state, title: values.state }]
      : states;
  return (
    <Page title={t('leads.title')} line={t('leads.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('leads.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('leads.state')}
          all={t('app.all')}
          value={values.state}
          onChange={(state) => set({ state })}
          options={stateOptions}
        />
        <Choice
          label={t('leads.grade')}
          all={t('app.all')}
          value={values.grade}
          onChange={(grade) => set({ grade })}
          options={SEVERITIES.map((value) => ({ value, title: word('severity', value) }))}
        />
        <Choice
          label={t('leads.clock')}
          all={t('app.all')}
          value={values.due}
          onChange={(due) => set({ due })}
          options={LEAD_DUES.map((value) => ({ value, title: word('leadDue', value) }))}
        />
        <Choice
          label={t('leads.source')}
          all={t('app.all')}
          value={values.source}
          onChange={(source) => set({ source })}
          options={LEAD_SOURCES.map((value) => ({ value, title: word('leadSource', value) }))}
        />
        <Choice
          label={t('leads.label')}
          all={t('app.all')}
          value={values.label}
          onChange={(label) => set({ label })}
          options={labels}
        />
        {any ? (
          <Button type="link" onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, null])))}>
            {t('app.clear')}
          </Button>
        ) : null}
        {list.first?.total !== undefined ? (
          <span className="soft">{t('app.total', { count: list.first.total })}</span>
        ) : null}
        <ExportLinks contract={exportLeads} query={values} />
      </section>
      <Listing
        caption={t('leads.title')}
        columns={leadColumns(text)}
        list={list}
        rowKey={(lead) => lead.id}
        empty={
          any ? (
            t('leads.emptyFiltered')
          ) : (
            <>
              <p>
                <strong>{t('leads.empty')}</strong>
              </p>
              <p>{t('leads.emptyText')}</p>
              <p>
                <Link to="/triage">{t('leads.toTriage')}</Link>
              </p>
            </>
          )
        }
      />
    </Page>
  );
}
