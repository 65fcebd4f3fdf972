// SPDX-License-Identifier: Apache-2.0
import { type Agency, exportPeople, LEVELS, listAgencies, listPeople, type Person } from '@yiwang/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useCall, usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { DisableDialog } from './disable-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { ResetCodesDialog } from './reset-codes-dialog.tsx';

function People({ q }: { q: string }) {
  const { t, word } = useText();
  const list = usePages(listPeople, { query: q ? { q } : {} });
  const [changed, setChanged] = useState<Person | null>(null);
  const [disabled, setDisabled] = useState<Person | null>(null);
  const [reset, setReset] = useState<Person | null>(null);
  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('people.name'),
      head: true,
      cell: (person) => (
        <>
          {person.name}
          <small>{person.username}</small>
        </>
      ),
    },
    { key: 'agency', title: t('people.agency'), cell: (person) => person.agency.name },
    {
      key: 'roles',
      title: t('people.roles'),
      cell: (person) => person.roles.map((role) => word('role', role)).join('、'),
    },
    {
      key: 'state',
      title: t('people.state'),
      cell: (person) => (
        <Mark tone={person.disabledAt ? 'due' : 'good'}>
          {t(person.disabledAt ? 'people.disabled' : 'people.active')}
        </Mark>
      ),
    },
    {
      key: 'seen',
      title: t('people.seen'),
      cell: (person) =>
        person.lastSeenAt ? (
          <When at={person.lastSeenAt} as="ago" />
        ) : (
          <span className="soft">{t('people.never')}</span>
        ),
      wideOnly: true,
    },
    {
      key: 'act',
      title: t('people.change'),
      cell: (person) => (
        <span className="button-row">
          <Button size="small" onClick={() => setChanged(person)}>
            {t('people.change')}
          </Button>
          <Button size="small" onClick={() => setDisabled(person)}>
            {t(person.disabledAt ? 'people.enable' : 'people.disable')}
          </Button>
          {person.hasCodes ? (
            <Button size="small" onClick={() => setReset(person)}>
              {t('secondFactor.reset')}
            </Button>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <>
      <Listing
        caption={t('people.people')}
        columns={columns}
        list={list}
        rowKey={(person) => person.id}
        empty={t('people.empty')}
      />
      {changed ? <PersonDialog key={changed.id} person={changed} onClose={() => setChanged(null)} /> : null}
      {disabled ? (
        <DisableDialog key={disabled.id} person={disabled} onClose={() => setDisabled(null)} />
      ) : null}
      {reset ? <ResetCodesDialog key={reset.id} person={reset} onClose={() => setReset(null)} /> : null}
    </>
  );
}

function Agencies({ q }: { q: string }) {
  const { t, word } = useText();
  const read = useCall(listAgencies, {});
  const items = (read.data?.items ?? []).filter((agency) => !q || agency.name.includes(q));
  const columns: Column<Agency>[] = [
    { key: 'name', title: t('people.agency'), head: true, cell: (agency) => agency.name },
    { key: 'level', title: t('people.level'), cell: (agency) => word('level', agency.level) },
    { key: 'division', title: t('people.division'), cell: (agency) => agency.division },
  ];
  return (
    <Listing
      caption={t('people.agencies')}
      columns={columns}
      list={{
        items: items.sort(
          (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.path < b.path ? -1 : 1),
        ),
        loading: read.isPending,
        error: read.error,
      }}
      rowKey={(agency) => agency.id}
      empty={t('people.empty')}
    />
  );
}

export default function PeoplePage() {
  const { t } = useText();
  const { values, set } = useFilters(['view', 'q']);
  const [adding, setAdding] = useState(false);
  const agencies = values.view === 'agencies';
  return (
    <Page
      title={t('people.title')}
      line={agencies ? t('people.agenciesLine') : t('people.line')}
      actions={
        agencies ? null : (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('people.add')}
          </Button>
        )
      }
    >
      <section className="filters" aria-label={t('app.filters')}>
        <Segmented
          aria-label={t('people.view')}
          value={agencies ? 'agencies' : 'people'}
          onChange={(view) => set({ view: view === 'agencies' ? 'agencies' : null, q: null })}
          options={[
            { value: 'people', label: t('people.people') },
            { value: 'agencies', label: t('people.agencies') },
          ]}
        />
        <SearchBox
          label={t('people.search')}
          value={values.q}
          onSearch={(q) => set({ q }, { replace: true })}
        />
        {agencies ? null : <ExportLinks contract={exportPeople} query={{ q: values.q }} />}
      </section>
      {agencies ? <Agencies q={values.q} /> : <People q={values.q} />}
      {adding ? <PersonDialog person={null} onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
