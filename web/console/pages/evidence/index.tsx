// SPDX-License-Identifier: Apache-2.0
import { type Evidence, exportEvidence, listEvidence, type Query } from '@yiwang/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ExportLinks } from '../../parts/export-links.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { size } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';

export default function EvidenceList() {
  const { t, locale } = useText();
  const { values, set, any } = useFilters(['q', 'patrolId', 'venueId']);
  const list = usePages(listEvidence, { query: given<Query<typeof listEvidence>>(values) });
  const columns: Column<Evidence>[] = [
    {
      key: 'object',
      title: t('evidence.object'),
      head: true,
      cell: (item) => (
        <>
          <Link to={`/evidence/${item.id}`}>{item.title ?? item.url}</Link>
          <small>{item.url}</small>
        </>
      ),
    },
    {
      key: 'captured',
      title: t('evidence.captured'),
      cell: (item) => <When at={item.capturedAt} as="second" />,
    },
    {
      key: 'sha256',
      title: t('evidence.sha256'),
      cell: (item) => (
        <span className="code" title={item.sha256}>
          {item.sha256.slice(0, 12)}…
        </span>
      ),
      wideOnly: true,
    },
    { key: 'size', title: t('evidence.size'), number: true, cell: (item) => size(item.bytes, locale) },
    {
      key: 'screenshot',
      title: t('evidence.screenshot'),
      cell: (item) => t(item.hasScreenshot ? 'app.yes' : 'app.no'),
      wideOnly: true,
    },
  ];
  return (
    <Page title={t('evidence.title')} line={t('evidence.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('evidence.search')} value={values.q} onSearch={(q) => set({ q })} />
        {any ? (
          <Button type="link" onClick={() => set({ q: null, patrolId: null, venueId: null })}>
            {t('app.clear')}
          </Button>
        ) : null}
        <ExportLinks contract={exportEvidence} query={values} />
      </section>
      <Listing
        caption={t('evidence.title')}
        columns={columns}
        list={list}
        rowKey={(item) => item.id}
        empty={
          any ? (
            t('evidence.emptyFiltered')
          ) : (
            <>
              <p>
                <strong>{t('evidence.empty')}</strong>
              </p>
              <p>{t('evidence.emptyText')}</p>
            </>
          )
        }
      />
    </Page>
  );
}
