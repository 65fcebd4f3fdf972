// SPDX-License-Identifier: Apache-2.0
import {
  FILING_CHANNELS,
  FILING_KINDS,
  FILING_MATTERS,
  type Filing,
  type FilingKind,
  LEAD_DUES,
  type listComplaints,
  type Query,
  takeIn,
} from '@yiwang/contracts';
import { Button } from 'antd';
import { Link, NavLink } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type Text, useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { DueMark, Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { PATHS } from './paths.ts';

const FILTERS = ['q', 'state', 'due', 'channel', 'matter'] as const;

const columns = ({ t, both, word }: Text): Column<Filing>[] => [
  {
    key: 'object',
    title: t('filings.object'),
    head: true,
    cell: (one) => (
      <>
        <Link to={`${PATHS[one.kind]}/${one.id}`}>{one.title}</Link>
        <small>
          {one.number} · {word('filingMatter', one.matter)}
        </small>
        {one.respondent && one.respondent !== one.title ? <small>{one.respondent}</small> : null}
        {one.complainants > 1 ? (
          <small>{t('filings.complainants', { count: one.complainants })}</small>
        ) : null}
      </>
    ),
  },
  {
    key: 'state',
    title: t('leads.state'),
    cell: (one) => <Mark tone="accent">{both(one.stateTitle)}</Mark>,
  },
  { key: 'due', title: t('leads.due'), cell: (one) => <DueMark due={one.due} used={one.used} /> },
  {
    key: 'channel',
    title: t('filings.channel'),
    cell: (one) => word('filingChannel', one.channel),
    wideOnly: true,
  },
  { key: 'seal', title: t('filings.seal'), cell: (one) => word('sealLevel', one.seal), wideOnly: true },
  { key: 'office', title: t('filings.office'), cell: (one) => one.agency.name, wideOnly: true },
  { key: 'received', title: t('filings.received'), cell: (one) => one.receivedOn, wideOnly: true },
];

/** One kind of filing as a list; the three kinds share their page. */
export function FilingList({ kind, contract }: { kind: FilingKind; contract: typeof listComplaints }) {
  const text = useText();
  const { t, word, both } = text;
  const { may } = useSession();
  const { values, set, any } = useFilters(FILTERS);
  const list = usePages(contract, { query: given<Query<typeof listComplaints>>(values) });
  return (
    <Page
      title={t('filings.title')}
      line={t('filings.line')}
      actions={may(takeIn) ? <Link to="/intake">{t('filings.toIntake')}</Link> : null}
    >
      <nav className="kind-tabs" aria-label={t('filings.kinds')}>
        {FILING_KINDS.map((one) => (
          <NavLink key={one} to={PATHS[one]}>
            {word('filingKind', one)}
          </NavLink>
        ))}
      </nav>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('filings.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('leads.state')}
          all={t('app.all')}
          value={values.state}
          onChange={(state) => set({ state })}
          options={(list.first?.states ?? []).map(({ state, title, count }) => ({
            value: state,
            title: `${both(title)} ${count}`,
          }))}
        />
        <Choice
          label={t('leads.clock')}
          all={t('app.all')}
          value={values.due}
          onChange={(due) => set({ due })}
          options={LEAD_DUES.map((value) => ({ value, title: word('leadDue', value) }))}
        />
        <Choice
          label={t('filings.channel')}
          all={t('app.all')}
          value={values.channel}
          onChange={(channel) => set({ channel })}
          options={FILING_CHANNELS.map((value) => ({ value, title: word('filingChannel', value) }))}
        />
        <Choice
          label={t('filings.matter')}
          all={t('app.all')}
          value={values.matter}
          onChange={(matter) => set({ matter })}
          options={FILING_MATTERS.map((value) => ({ value, title: word('filingMatter', value) }))}
        />
        {any ? (
          <Button type="link" onClick={() => set(Object.fromEntries(FILTERS.map((name) => [name, null])))}>
            {t('app.clear')}
          </Button>
        ) : null}
        {list.first ? <span className="soft">{t('app.total', { count: list.first.total })}</span> : null}
        <a className="no-print" href={`/api/filings.csv?kind=${kind}`} download>
          CSV
        </a>
      </section>
      <Listing
        caption={t('filings.title')}
        columns={columns(text)}
        list={list}
        rowKey={(one) => one.id}
        empty={
          <>
            <p>
              <strong>{t('filings.empty')}</strong>
            </p>
            <p>{t('filings.emptyText')}</p>
          </>
        }
      />
    </Page>
  );
}
