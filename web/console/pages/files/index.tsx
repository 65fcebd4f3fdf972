// SPDX-License-Identifier: Apache-2.0
import { COORDINATION, exportFiles, type FileLine, listFiles, type Query } from '@yiwang/contracts';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { DueMark, Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { LeadQuality } from './lead-quality.tsx';

const FILTERS = ['q', 'procedure', 'whose', 'open'] as const;

function Files() {
  const { t, both, word } = useText();
  const { values, set, any } = useFilters(FILTERS);
  const query = given<Query<typeof listFiles>>(values);
  const list = usePages(listFiles, { query });
  const columns: Column<FileLine>[] = [
    {
      key: 'title',
      title: t('files.file'),
      head: true,
      cell: (file) => (
        <>
          <Link to={`/files/${file.id}`}>
            {both(file.procedureTitle)} · {file.title}
          </Link>
          <small>{file.number}</small>
        </>
      ),
    },
    { key: 'recipient', title: t('files.recipient'), cell: (file) => file.recipient ?? t('app.none') },
    {
      key: 'state',
      title: t('leads.state'),
      cell: (file) => <Mark tone={file.ended ? 'good' : 'accent'}>{both(file.stateTitle)}</Mark>,
    },
    {
      key: 'due',
      title: t('leads.due'),
      cell: (file) =>
        file.ended ? (
          <span className="soft">{t('app.none')}</span>
        ) : (
          <DueMark due={file.due} used={file.used} />
        ),
    },
    { key: 'agency', title: t('files.from'), cell: (file) => file.agency.name, wideOnly: true },
    {
      key: 'holder',
      title: t('files.turn'),
      cell: (file) => file.holder?.name ?? t('app.none'),
    },
    { key: 'opened', title: t('files.opened'), cell: (file) => <When at={file.openedAt} />, wideOnly: true },
  ];
  return (
    <>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('files.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('files.procedure')}
          all={t('app.all')}
          value={values.procedure}
          onChange={(procedure) => set({ procedure })}
          options={COORDINATION.map((value) => ({ value, title: word('procedure', value) }))}
        />
        <Choice
          label={t('files.whose')}
          all={t('app.all')}
          value={values.whose}
          onChange={(whose) => set({ whose })}
          options={['ours', 'sent'].map((value) => ({ value, title: word('fileWhose', value) }))}
        />
        <Choice
          label={t('leads.state')}
          all={t('app.all')}
          value={values.open}
          onChange={(open) => set({ open })}
          options={['true', 'false'].map((value) => ({ value, title: word('fileOpen', value) }))}
        />
        {any ? (
          <Button type="link" onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, null])))}>
            {t('app.clear')}
          </Button>
        ) : null}
        <ExportLinks contract={exportFiles} query={values} />
        {list.first ? <span className="soft">{t('app.total', { count: list.first.total })}</span> : null}
      </section>
      <Listing
        caption={t('files.title')}
        columns={columns}
        list={list}
        rowKey={(file) => file.id}
        empty={
          any ? (
            t('files.emptyFiltered')
          ) : (
            <>
              <p>
                <strong>{t('files.empty')}</strong>
              </p>
              <p>{t('files.emptyText')}</p>
              <p>
                <Link to="/leads">{t('nav.leads')}</Link>
              </p>
            </>
          )
        }
      />
    </>
  );
}

export default function FilesPage() {
  const { t } = useText();
  const { values, set } = useFilters(['view']);
  const quality = values.view === 'quality';
  return (
    <Page title={t('files.title')} line={quality ? t('files.qualityLine') : t('files.line')}>
      <section className="filters" aria-label={t('files.view')}>
        <Segmented
          aria-label={t('files.view')}
          value={quality ? 'quality' : 'files'}
          onChange={(view) => set({ view: view === 'quality' ? 'quality' : null })}
          options={[
            { value: 'files', label: t('files.files') },
            { value: 'quality', label: t('files.quality') },
          ]}
        />
      </section>
      {quality ? <LeadQuality /> : <Files />}
    </Page>
  );
}
