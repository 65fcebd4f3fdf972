// SPDX-License-Identifier: Apache-2.0
import { exportPeople, listPeople, type Person } from '@yiwang/contracts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { AbsenceDialog, Absences } from '../../parts/absences.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { Agencies } from './agencies.tsx';
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
    {
      key: 'agency',
      title: t('people.agency'),
      cell: (person) => (
        <>
          {person.agency.name}
          {person.unit ? <small>{person.unit.name}</small> : null}
        </>
      ),
    },
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

export default function PeoplePage() {
  const { t } = useText();
  const { values, set } = useFilters(['view', 'q']);
  const [adding, setAdding] = useState(false);
  const view = values.view === 'agencies' || values.view === 'absences' ? values.view : 'people';
  const lines = {
    people: t('people.line'),
    agencies: t('people.agenciesLine'),
    absences: t('people.absencesLine'),
  };
  const adds = {
    people: t('people.add'),
    agencies: t('people.agencyAdd'),
    absences: t('people.absenceAdd'),
  };
  return (
    <Page
      title={t('people.title')}
      line={lines[view]}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {adds[view]}
        </Button>
      }
    >
      <section className="filters" aria-label={t('app.filters')}>
        <Segmented
          aria-label={t('people.view')}
          value={view}
          onChange={(next) => set({ view: next === 'people' ? null : next, q: null })}
          options={[
            { value: 'people', label: t('people.people') },
            { value: 'agencies', label: t('people.agencies') },
            { value: 'absences', label: t('people.absences') },
          ]}
        />
        {view === 'absences' ? null : (
          <SearchBox
            label={t(view === 'agencies' ? 'people.agencySearch' : 'people.search')}
            value={values.q}
            onSearch={(q) => set({ q }, { replace: true })}
          />
        )}
        {view === 'people' ? <ExportLinks contract={exportPeople} query={{ q: values.q }} /> : null}
      </section>
      {view === 'people' ? <People q={values.q} /> : null}
      {view === 'agencies' ? (
        <Agencies q={values.q} adding={adding} onAdded={() => setAdding(false)} />
      ) : null}
      {view === 'absences' ? <Absences /> : null}
      {adding && view === 'people' ? <PersonDialog person={null} onClose={() => setAdding(false)} /> : null}
      {adding && view === 'absences' ? <AbsenceDialog onClose={() => setAdding(false)} /> : null}
    </Page>
  );
}
