// SPDX-License-Identifier: Apache-2.0
import { exportIndicators, type IndicatorValue, listIndicators, type Query } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { DayField } from '../../parts/day-field.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { inside } from '../../parts/inside.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Page } from '../../parts/page.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { figure, parts } from './figure.ts';

const GROUPS = ['monitoring', 'leads', 'complaints', 'reports'] as const;

/** The indicators that officers report, each with its formula, both numbers of a rate, and its items. */
export default function Indicators() {
  const text = useText();
  const { t, word, both } = text;
  const { values, set } = useFilters(['from', 'to']);
  const read = useCall(listIndicators, { query: given<Query<typeof listIndicators>>(values) });
  const columns: Column<IndicatorValue>[] = [
    { key: 'title', title: t('indicators.indicator'), head: true, cell: (one) => both(one.title) },
    {
      key: 'value',
      title: t('indicators.value'),
      number: true,
      cell: (one) => {
        const words = figure(one, text);
        return (
          <>
            {one.href ? <Link to={inside(one.href)}>{words}</Link> : <span className="soft">{words}</span>}
            {parts(one, text) ? <small>{parts(one, text)}</small> : null}
          </>
        );
      },
    },
    { key: 'formula', title: t('indicators.formula'), cell: (one) => both(one.formula) },
  ];
  return (
    <Page title={t('indicators.title')} line={t('indicators.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <DayField
          label={t('indicators.from')}
          value={values.from || (read.data?.from ?? '')}
          onChange={(from) => set({ from })}
        />
        <DayField
          label={t('indicators.to')}
          value={values.to || (read.data?.to ?? '')}
          onChange={(to) => set({ to })}
        />
        <ExportLinks contract={exportIndicators} query={values} />
      </section>
      <div className="stack">
        {GROUPS.map((group) => (
          <section key={group} className="section">
            <h2>{word('indicatorGroup', group)}</h2>
            <Listing
              caption={word('indicatorGroup', group)}
              columns={columns}
              list={{
                items: (read.data?.items ?? []).filter((one) => one.group === group),
                loading: read.isPending,
                error: read.error,
                stale: read.isPlaceholderData,
                again: () => void read.refetch(),
              }}
              rowKey={(one) => one.id}
              empty={t('indicators.none')}
            />
          </section>
        ))}
      </div>
    </Page>
  );
}
