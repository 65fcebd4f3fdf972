// SPDX-License-Identifier: Apache-2.0
import { listRules, type Query, type RuleView } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useLabelOptions } from '../../parts/label-options.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { SeverityMark } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { PrecisionView } from './precision.tsx';

export default function Rules() {
  const { t, word, both, locale } = useText();
  const { values, set } = useFilters(['q', 'label']);
  const labels = useLabelOptions();
  const read = useCall(listRules, { query: given<Query<typeof listRules>>(values) });
  const columns: Column<RuleView>[] = [
    {
      key: 'rule',
      title: t('rules.rule'),
      head: true,
      cell: (rule) => (
        <>
          <Link to={`/rules/${encodeURIComponent(rule.id)}`}>{both(rule.title)}</Link>
          <small className="code">{rule.id}</small>
        </>
      ),
    },
    { key: 'label', title: t('rules.label'), cell: (rule) => word('label', rule.label) },
    {
      key: 'severity',
      title: t('rules.severity'),
      cell: (rule) => <SeverityMark severity={rule.severity} />,
    },
    { key: 'basis', title: t('law.basis'), cell: (rule) => <BasisList basis={rule.basis} />, wideOnly: true },
    {
      key: 'precision',
      title: t('rules.precision'),
      cell: (rule) => <PrecisionView precision={rule.precision} />,
    },
    {
      key: 'open',
      title: t('rules.open'),
      number: true,
      cell: (rule) => (
        <Link to={`/triage?rule=${encodeURIComponent(rule.id)}`}>{count(rule.openHits, locale)}</Link>
      ),
    },
  ];
  return (
    <Page title={t('rules.title')} line={t('rules.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('rules.search')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('rules.label')}
          all={t('app.all')}
          value={values.label}
          onChange={(label) => set({ label })}
          options={labels}
        />
        {read.data ? (
          <span className="soft">
            {t('app.total', { count: read.data.items.length })} ·{' '}
            {t('rules.version', { version: read.data.version })}
          </span>
        ) : null}
      </section>
      <Listing
        caption={t('rules.title')}
        columns={columns}
        list={{
          items: read.data?.items ?? [],
          loading: read.isPending,
          error: read.error,
          stale: read.isPlaceholderData,
          again: () => void read.refetch(),
        }}
        rowKey={(rule) => rule.id}
        empty={t('rules.empty')}
      />
    </Page>
  );
}
