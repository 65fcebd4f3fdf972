// SPDX-License-Identifier: Apache-2.0
import {
  exportPatrols,
  listPatrols,
  PATROL_STATES,
  type Patrol,
  type Query,
  startPatrol,
} from '@yiwang/contracts';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type Text, useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { PatrolState } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';

const columns = ({ t, word, locale }: Text): Column<Patrol>[] => [
  {
    key: 'site',
    title: t('patrols.site'),
    head: true,
    cell: (patrol) => (
      <>
        <Link to={`/patrols/${patrol.id}`}>{patrol.site}</Link>
        <small>{patrol.ground}</small>
      </>
    ),
  },
  { key: 'state', title: t('patrols.state'), cell: (patrol) => <PatrolState state={patrol.state} /> },
  {
    key: 'kind',
    title: t('patrols.kind'),
    cell: (patrol) => word('patrolKind', patrol.kind),
    wideOnly: true,
  },
  {
    key: 'pages',
    title: t('patrols.pages'),
    number: true,
    cell: (patrol) => count(patrol.counts.pages, locale),
  },
  {
    key: 'hits',
    title: t('patrols.hits'),
    number: true,
    cell: (patrol) => count(patrol.counts.hits, locale),
  },
  {
    key: 'evidence',
    title: t('patrols.evidence'),
    number: true,
    cell: (patrol) => count(patrol.counts.evidence, locale),
    wideOnly: true,
  },
  {
    key: 'by',
    title: t('patrols.by'),
    cell: (patrol) => patrol.startedBy ?? t('patrols.bySystem'),
    wideOnly: true,
  },
  {
    key: 'started',
    title: t('patrols.started'),
    cell: (patrol) => <When at={patrol.startedAt ?? patrol.createdAt} />,
  },
];

export default function Patrols() {
  const text = useText();
  const { t, word } = text;
  const { may } = useSession();
  const { values, set, any } = useFilters(['state']);
  const list = usePages(
    listPatrols,
    { query: given<Query<typeof listPatrols>>(values) },
    // Numbers of running patrols move; a list of ended ones does not.
    { every: 5000 },
  );
  const start = may(startPatrol) ? <ButtonLink to="/patrols/new">{t('patrols.start')}</ButtonLink> : null;
  return (
    <Page title={t('patrols.title')} line={t('patrols.line')} actions={start}>
      <section className="filters" aria-label={t('app.filters')}>
        <Choice
          label={t('patrols.state')}
          all={t('app.all')}
          value={values.state}
          onChange={(state) => set({ state })}
          options={PATROL_STATES.map((value) => ({ value, title: word('patrolState', value) }))}
        />
        <ExportLinks contract={exportPatrols} query={values} />
      </section>
      <Listing
        caption={t('patrols.title')}
        columns={columns(text)}
        list={list}
        rowKey={(patrol) => patrol.id}
        empty={
          any ? (
            t('patrols.emptyFiltered')
          ) : (
            <>
              <p>
                <strong>{t('patrols.empty')}</strong>
              </p>
              <p>{t('patrols.emptyText')}</p>
              <p>{start}</p>
            </>
          )
        }
      />
    </Page>
  );
}
