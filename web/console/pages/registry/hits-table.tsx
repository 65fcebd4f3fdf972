// SPDX-License-Identifier: Apache-2.0
import type { Hit } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { HitState, Risk } from '../../parts/marks.tsx';
import { When } from '../../parts/when.tsx';

/** Hits of a subject, venue or other file, each leading to its proof. */
export function HitsTable({ hits, all }: { hits: Hit[]; all?: string }) {
  const { t, word } = useText();
  const columns: Column<Hit>[] = [
    {
      key: 'title',
      title: t('triage.list'),
      head: true,
      cell: (hit) => (
        <>
          <Link
            to={`/triage?${new URLSearchParams({ ...(hit.state === 'new' ? {} : { state: hit.state }), hit: hit.id })}`}
          >
            {hit.title}
          </Link>
          <small>{word('label', hit.label)}</small>
        </>
      ),
    },
    { key: 'state', title: t('triage.state'), cell: (hit) => <HitState state={hit.state} /> },
    { key: 'risk', title: t('triage.severity'), cell: (hit) => <Risk value={hit.risk} /> },
    { key: 'found', title: t('triage.found'), cell: (hit) => <When at={hit.foundAt} /> },
  ];
  return (
    <section className="section">
      <h2>
        {t('registry.hits')} {all && hits.length > 0 ? <Link to={all}>{t('registry.allHits')}</Link> : null}
      </h2>
      <Listing
        caption={t('registry.hits')}
        columns={columns}
        list={{ items: hits, loading: false }}
        rowKey={(hit) => hit.id}
        empty={t('registry.none')}
      />
    </section>
  );
}
