// SPDX-License-Identifier: Apache-2.0
import { type Answer, getBoard } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { count } from '../../parts/money.ts';

type Board = Answer<typeof getBoard>;

/** The office's board: who has how much, how far it is, and what lies with the offices below. */
export function BoardView() {
  const text = useText();
  const { t, both, locale } = text;
  const read = useCall(getBoard, {}, { every: 60_000 });
  const list = <Item,>(items: Item[] | undefined) => ({
    items: items ?? [],
    loading: read.isPending,
    error: read.error,
    again: () => void read.refetch(),
  });
  const number = (value: number) => count(value, locale);
  const people: Column<Board['people'][number]>[] = [
    {
      key: 'person',
      title: t('desk.person'),
      head: true,
      cell: ({ person }) => (
        <Link to={`/?whose=office&assignee=${person?.id ?? 'nobody'}`}>{person?.name ?? t('desk.free')}</Link>
      ),
    },
    { key: 'open', title: t('desk.open'), number: true, cell: (row) => number(row.open) },
    { key: 'week', title: t('desk.week'), number: true, cell: (row) => number(row.week) },
    {
      key: 'overdue',
      title: t('desk.overdue'),
      number: true,
      cell: (row) => <span className={row.overdue ? 'telling' : undefined}>{number(row.overdue)}</span>,
    },
  ];
  const states: Column<Board['states'][number]>[] = [
    {
      key: 'state',
      title: t('desk.state'),
      head: true,
      cell: (row) => both(row.stateTitle),
    },
    {
      key: 'kind',
      title: t('desk.kind'),
      cell: (row) => <Link to={`/?whose=office&procedure=${row.procedure}`}>{both(row.procedureTitle)}</Link>,
    },
    { key: 'count', title: t('desk.count'), number: true, cell: (row) => number(row.count) },
  ];
  const offices: Column<Board['offices'][number]>[] = [
    { key: 'office', title: t('desk.office'), head: true, cell: (row) => row.agency.name },
    { key: 'open', title: t('desk.open'), number: true, cell: (row) => number(row.open) },
    {
      key: 'overdue',
      title: t('desk.overdue'),
      number: true,
      cell: (row) => <span className={row.overdue ? 'telling' : undefined}>{number(row.overdue)}</span>,
    },
  ];
  return (
    <div className="stack">
      <section className="section">
        <h2>{t('desk.byPerson')}</h2>
        <Listing
          caption={t('desk.byPerson')}
          columns={people}
          list={list(read.data?.people)}
          rowKey={(row) => row.person?.id ?? ''}
          empty={t('desk.none')}
        />
      </section>
      <section className="section">
        <h2>{t('desk.byState')}</h2>
        <Listing
          caption={t('desk.byState')}
          columns={states}
          list={list(read.data?.states)}
          rowKey={(row) => `${row.procedure} ${row.state}`}
          empty={t('desk.none')}
        />
      </section>
      {read.data?.offices.length ? (
        <section className="section">
          <h2>{t('desk.byOffice')}</h2>
          <Listing
            caption={t('desk.byOffice')}
            columns={offices}
            list={list(read.data.offices)}
            rowKey={(row) => row.agency.id}
            empty={t('desk.none')}
          />
        </section>
      ) : null}
    </div>
  );
}
