// SPDX-License-Identifier: Apache-2.0
import {
  exportSubjects,
  exportVenues,
  listSubjects,
  listVenues,
  type Subject,
  type Venue,
} from '@yiwang/contracts';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { type Text, useText } from '../../app/use-text.ts';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Uscc } from '../../parts/uscc.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';

const subjectColumns = ({ t, locale }: Text): Column<Subject>[] => [
  {
    key: 'name',
    title: t('registry.name'),
    head: true,
    cell: (subject) => <Link to={`/registry/subjects/${subject.id}`}>{subject.name}</Link>,
  },
  {
    key: 'uscc',
    title: t('registry.uscc'),
    cell: (subject) => <Uscc code={subject.uscc} valid={subject.usccValid} />,
  },
  { key: 'venues', title: t('registry.venueCount'), number: true, cell: (s) => count(s.venues, locale) },
  { key: 'hits', title: t('registry.hits'), number: true, cell: (s) => count(s.hits, locale) },
  { key: 'leads', title: t('registry.leads'), number: true, cell: (s) => count(s.leads, locale) },
  {
    key: 'first',
    title: t('registry.first'),
    cell: (s) => <When at={s.firstSeenAt} as="day" />,
    wideOnly: true,
  },
  { key: 'last', title: t('registry.last'), cell: (s) => <When at={s.lastSeenAt} />, wideOnly: true },
];

export const venueColumns = ({ t, word, locale }: Text): Column<Venue>[] => [
  {
    key: 'name',
    title: t('registry.name'),
    head: true,
    cell: (venue) => (
      <>
        <Link to={`/registry/venues/${venue.id}`}>{venue.name}</Link>
        <small>{venue.url}</small>
      </>
    ),
  },
  { key: 'kind', title: t('registry.kind'), cell: (venue) => word('venueKind', venue.kind) },
  {
    key: 'platform',
    title: t('registry.platform'),
    cell: (venue) =>
      venue.platform ? (
        <Link to={`/registry/venues/${venue.platform.id}`}>{venue.platform.name}</Link>
      ) : (
        t('app.none')
      ),
    wideOnly: true,
  },
  {
    key: 'subject',
    title: t('registry.subject'),
    cell: (venue) =>
      venue.subject ? (
        <Link to={`/registry/subjects/${venue.subject.id}`}>{venue.subject.name}</Link>
      ) : (
        <span className="soft">{t('registry.usccNone')}</span>
      ),
  },
  { key: 'listings', title: t('registry.listings'), number: true, cell: (v) => count(v.listings, locale) },
  { key: 'hits', title: t('registry.hits'), number: true, cell: (v) => count(v.hits, locale) },
  { key: 'last', title: t('registry.last'), cell: (v) => <When at={v.lastSeenAt} />, wideOnly: true },
];

function Empty({ title, searched }: { title: string; searched: boolean }) {
  const { t } = useText();
  if (searched) return <p>{t('registry.emptySearch')}</p>;
  return (
    <>
      <p>
        <strong>{title}</strong>
      </p>
      <p>{t('registry.emptyText')}</p>
    </>
  );
}

function Subjects({ q }: { q: string }) {
  const text = useText();
  const list = usePages(listSubjects, { query: q ? { q } : {} });
  return (
    <Listing
      caption={text.t('registry.subjects')}
      columns={subjectColumns(text)}
      list={list}
      rowKey={(subject) => subject.id}
      empty={<Empty title={text.t('registry.emptySubjects')} searched={q !== ''} />}
    />
  );
}

function Venues({ q }: { q: string }) {
  const text = useText();
  const list = usePages(listVenues, { query: q ? { q } : {} });
  return (
    <Listing
      caption={text.t('registry.venues')}
      columns={venueColumns(text)}
      list={list}
      rowKey={(venue) => venue.id}
      empty={<Empty title={text.t('registry.emptyVenues')} searched={q !== ''} />}
    />
  );
}

export default function Registry() {
  const { t } = useText();
  const { values, set } = useFilters(['q', 'view']);
  const venues = values.view === 'venues';
  return (
    <Page title={t('registry.title')} line={t('registry.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <Segmented
          aria-label={t('registry.view')}
          value={venues ? 'venues' : 'subjects'}
          onChange={(view) => set({ view: view === 'venues' ? 'venues' : null })}
          options={[
            { value: 'subjects', label: t('registry.subjects') },
            { value: 'venues', label: t('registry.venues') },
          ]}
        />
        <SearchBox
          label={venues ? t('registry.searchVenues') : t('registry.searchSubjects')}
          value={values.q}
          onSearch={(q) => set({ q }, { replace: true })}
        />
        <ExportLinks contract={venues ? exportVenues : exportSubjects} query={{ q: values.q }} />
      </section>
      {venues ? <Venues q={values.q} /> : <Subjects q={values.q} />}
    </Page>
  );
}
