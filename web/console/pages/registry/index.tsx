// SPDX-License-Identifier: Apache-2.0
import {
  CREDIT_CLASSES,
  createSubject,
  exportSubjects,
  exportVenues,
  listImports,
  listSubjects,
  listVenues,
  type Query,
  SUBJECT_KINDS,
  SUBJECT_STATUSES,
  type Subject,
  VENUE_KINDS,
  type Venue,
} from '@yiwang/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type Text, useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { Uscc } from '../../parts/uscc.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { SubjectDialog, VenueDialog } from './register-dialog.tsx';

const subjectColumns = ({ t, word, locale }: Text): Column<Subject>[] => [
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
  { key: 'kind', title: t('subjects.kind'), cell: (s) => word('subjectKind', s.kind) },
  {
    key: 'class',
    title: t('subjects.class'),
    cell: (s) => (s.creditClass ? t('subjects.classShort', { class: s.creditClass }) : t('app.none')),
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

interface ListProps {
  query: Readonly<Record<string, string>>;
}

function Subjects({ query }: ListProps) {
  const text = useText();
  const list = usePages(listSubjects, { query: given<Query<typeof listSubjects>>(query) });
  return (
    <Listing
      caption={text.t('registry.subjects')}
      columns={subjectColumns(text)}
      list={list}
      rowKey={(subject) => subject.id}
      empty={
        <Empty
          title={text.t('registry.emptySubjects')}
          searched={Object.values(query).some((value) => value !== '')}
        />
      }
    />
  );
}

function Venues({ query }: ListProps) {
  const text = useText();
  const list = usePages(listVenues, { query: given<Query<typeof listVenues>>(query) });
  return (
    <Listing
      caption={text.t('registry.venues')}
      columns={venueColumns(text)}
      list={list}
      rowKey={(venue) => venue.id}
      empty={
        <Empty
          title={text.t('registry.emptyVenues')}
          searched={Object.values(query).some((value) => value !== '')}
        />
      }
    />
  );
}

export default function Registry() {
  const { t, word } = useText();
  const { may } = useSession();
  const { values, set } = useFilters(['q', 'view', 'kind', 'status', 'class']);
  const [adding, setAdding] = useState(false);
  const venues = values.view === 'venues';
  const query: Record<string, string> = venues
    ? { q: values.q, kind: values.kind }
    : { q: values.q, kind: values.kind, status: values.status, class: values.class };
  return (
    <Page
      title={t('registry.title')}
      line={t('registry.line')}
      actions={
        <>
          {may(listImports) ? (
            <ButtonLink to="/registry/imports" primary={false}>
              {t('subjects.imports')}
            </ButtonLink>
          ) : null}
          {may(createSubject) ? (
            <Button onClick={() => setAdding(true)}>
              {t(venues ? 'subjects.addVenue' : 'subjects.add')}
            </Button>
          ) : null}
        </>
      }
    >
      <section className="filters" aria-label={t('app.filters')}>
        <Segmented
          aria-label={t('registry.view')}
          value={venues ? 'venues' : 'subjects'}
          onChange={(view) =>
            set({ view: view === 'venues' ? 'venues' : null, kind: null, status: null, class: null })
          }
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
        <Choice
          label={t('registry.kind')}
          all={t('app.all')}
          value={values.kind}
          onChange={(kind) => set({ kind })}
          options={
            venues
              ? VENUE_KINDS.map((value) => ({ value, title: word('venueKind', value) }))
              : SUBJECT_KINDS.map((value) => ({ value, title: word('subjectKind', value) }))
          }
        />
        {venues ? null : (
          <>
            <Choice
              label={t('subjects.status')}
              all={t('app.all')}
              value={values.status}
              onChange={(status) => set({ status })}
              options={SUBJECT_STATUSES.map((value) => ({ value, title: word('subjectStatus', value) }))}
            />
            <Choice
              label={t('subjects.class')}
              all={t('app.all')}
              value={values.class}
              onChange={(next) => set({ class: next })}
              options={CREDIT_CLASSES.map((value) => ({ value, title: value }))}
            />
          </>
        )}
        <ExportLinks contract={venues ? exportVenues : exportSubjects} query={query} />
      </section>
      {venues ? <Venues query={query} /> : <Subjects query={query} />}
      {adding && venues ? <VenueDialog onClose={() => setAdding(false)} /> : null}
      {adding && !venues ? <SubjectDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
