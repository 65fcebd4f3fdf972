// SPDX-License-Identifier: Apache-2.0
import {
  type DocumentView,
  exportDocuments,
  listDocuments,
  listTemplates,
  type Query,
} from '@yiwang/contracts';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { useCall, usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { PaperLink } from '../../parts/papers.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { Templates } from './templates.tsx';

const FILTERS = ['q', 'template', 'year'] as const;

function Register() {
  const { t, both, word } = useText();
  const { values, set, any } = useFilters(FILTERS);
  const list = usePages(listDocuments, { query: given<Query<typeof listDocuments>>(values) });
  const templates = useCall(listTemplates, {});
  const columns: Column<DocumentView>[] = [
    {
      key: 'number',
      title: t('papers.paper'),
      head: true,
      cell: (paper) => (
        <>
          <PaperLink document={paper} />
          <small>{paper.number}</small>
        </>
      ),
    },
    {
      key: 'file',
      title: t('papers.file'),
      cell: (paper) => (
        <Link to={paper.template.startsWith('lead-') ? `/leads/${paper.fileId}` : `/files/${paper.fileId}`}>
          {paper.fileNumber}
        </Link>
      ),
    },
    { key: 'agency', title: t('people.agency'), cell: (paper) => paper.agency.name },
    {
      key: 'state',
      title: t('leads.state'),
      cell: (paper) => (
        <Mark tone={paper.state === 'ready' ? 'good' : paper.state === 'failed' ? 'bad' : 'due'}>
          {word('documentState', paper.state)}
        </Mark>
      ),
    },
    { key: 'by', title: t('papers.by'), cell: (paper) => paper.askedBy, wideOnly: true },
    { key: 'at', title: t('papers.at'), cell: (paper) => <When at={paper.askedAt} /> },
  ];
  return (
    <>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('papers.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('papers.kind')}
          all={t('app.all')}
          value={values.template}
          onChange={(template) => set({ template })}
          options={(templates.data?.items ?? []).map((one) => ({ value: one.id, title: both(one.title) }))}
        />
        {any ? (
          <Button type="link" onClick={() => set({ q: null, template: null, year: null })}>
            {t('app.clear')}
          </Button>
        ) : null}
        <ExportLinks contract={exportDocuments} query={values} />
      </section>
      <Listing
        caption={t('papers.register')}
        columns={columns}
        list={list}
        rowKey={(paper) => paper.id}
        empty={any ? t('papers.emptyFiltered') : t('papers.empty')}
      />
    </>
  );
}

export default function PapersPage() {
  const { t } = useText();
  const { values, set } = useFilters(['view']);
  const templates = values.view === 'templates';
  return (
    <Page title={t('papers.title')} line={t(templates ? 'papers.templatesLine' : 'papers.line')}>
      <section className="filters" aria-label={t('files.view')}>
        <Segmented
          aria-label={t('files.view')}
          value={templates ? 'templates' : 'register'}
          onChange={(view) => set({ view: view === 'templates' ? 'templates' : null })}
          options={[
            { value: 'register', label: t('papers.register') },
            { value: 'templates', label: t('papers.templates') },
          ]}
        />
      </section>
      {templates ? <Templates /> : <Register />}
    </Page>
  );
}
