// SPDX-License-Identifier: Apache-2.0
import { type AgencyInTree, listAgencyTree } from '@yiwang/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { AgencyDialog } from './agency-dialog.tsx';
import { UnitsDialog } from './units-dialog.tsx';

/** Offices of the own scope from the top down; departments stand beside a level. */
export function Agencies({ q, adding, onAdded }: { q: string; adding: boolean; onAdded(): void }) {
  const { t, word } = useText();
  const read = useCall(listAgencyTree, { query: q ? { q } : {} });
  const [changed, setChanged] = useState<AgencyInTree | null>(null);
  const [units, setUnits] = useState<AgencyInTree | null>(null);
  const items = read.data?.items ?? [];
  const depth = (agency: AgencyInTree) =>
    agency.kind === 'department' ? 5 : agency.path.split('.').length - 1;
  const columns: Column<AgencyInTree>[] = [
    {
      key: 'name',
      title: t('people.agency'),
      head: true,
      cell: (agency) => (
        <span className={`depth depth-${q ? 0 : Math.min(5, depth(agency))}`}>
          {agency.name}
          {agency.divisionName ? <small>{agency.divisionName}</small> : null}
        </span>
      ),
    },
    {
      key: 'level',
      title: t('people.level'),
      cell: (agency) =>
        agency.kind === 'department'
          ? `${word('agencyKind', agency.kind)} · ${word('level', agency.level)}`
          : word('level', agency.level),
    },
    { key: 'division', title: t('people.division'), cell: (agency) => agency.division },
    { key: 'people', title: t('people.people'), number: true, cell: (agency) => agency.people },
    {
      key: 'state',
      title: t('people.state'),
      cell: (agency) => (
        <Mark tone={agency.closedAt ? 'due' : 'good'}>
          {t(agency.closedAt ? 'people.agencyIsClosed' : 'people.agencyOpen')}
        </Mark>
      ),
    },
    {
      key: 'act',
      title: t('people.change'),
      cell: (agency) => (
        <span className="button-row">
          <Button size="small" onClick={() => setChanged(agency)}>
            {t('people.change')}
          </Button>
          <Button size="small" onClick={() => setUnits(agency)}>
            {t('people.unitsOf', { count: agency.units })}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <>
      <Listing
        caption={t('people.agencies')}
        columns={columns}
        list={{ items, loading: read.isPending, error: read.error }}
        rowKey={(agency) => agency.id}
        empty={t('people.empty')}
      />
      {adding ? <AgencyDialog agency={null} offices={items} onClose={onAdded} /> : null}
      {changed ? (
        <AgencyDialog key={changed.id} agency={changed} offices={items} onClose={() => setChanged(null)} />
      ) : null}
      {units ? <UnitsDialog key={units.id} agency={units} onClose={() => setUnits(null)} /> : null}
    </>
  );
}
