// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  INDICATOR_PARTS,
  type IndicatorItem,
  listIndicatorItems,
  type Query,
} from '@yiwang/contracts';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { inside } from '../../parts/inside.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';
import { figure, parts } from './figure.ts';

type Office = NonNullable<Answer<typeof listIndicatorItems>['offices']>[number];

/** What one number is made of. */
export default function Indicator() {
  const text = useText();
  const { t, both, locale } = text;
  const { id = '' } = useParams();
  const { values, set } = useFilters(['from', 'to', 'part']);
  const list = usePages(listIndicatorItems, {
    params: { id },
    query: given<Query<typeof listIndicatorItems>>(values),
  });
  const indicator = list.first?.indicator;
  const columns: Column<IndicatorItem>[] = [
    {
      key: 'title',
      title: t('desk.file'),
      head: true,
      cell: (item) => (
        <>
          <Link to={inside(item.href)}>{item.title}</Link>
          <small>{item.number}</small>
        </>
      ),
    },
    { key: 'state', title: t('desk.state'), cell: (item) => <Mark>{both(item.stateTitle)}</Mark> },
    { key: 'office', title: t('indicators.office'), cell: (item) => item.office ?? '', wideOnly: true },
    { key: 'at', title: t('indicators.at'), cell: (item) => <When at={item.at} /> },
  ];
  const offices: Column<Office>[] = [
    { key: 'office', title: t('indicators.office'), head: true, cell: (row) => row.office },
    {
      key: 'numerator',
      title: t('indicators.numerator'),
      number: true,
      cell: (row) => count(row.numerator, locale),
    },
    {
      key: 'denominator',
      title: t('indicators.denominator'),
      number: true,
      cell: (row) => (row.denominator === null ? t('app.none') : count(row.denominator, locale)),
    },
  ];
  return (
    <Page
      title={indicator ? `${both(indicator.title)} ${figure(indicator, text)}` : t('indicators.title')}
      line={
        indicator
          ? [
              both(indicator.formula),
              parts(indicator, text),
              values.from && values.to
                ? t('indicators.itemsLine', { from: values.from, to: values.to })
                : null,
            ]
              .filter(Boolean)
              .join(' · ')
          : undefined
      }
      actions={<Link to={`/indicators?from=${values.from}&to=${values.to}`}>{t('indicators.back')}</Link>}
    >
      {indicator?.unit === 'rate' ? (
        <section className="filters" aria-label={t('app.filters')}>
          <Choice
            label={t('indicators.part')}
            value={values.part || 'numerator'}
            onChange={(part) => set({ part: part === 'numerator' ? null : part })}
            options={INDICATOR_PARTS.map((value) => ({ value, title: t(`indicators.${value}`) }))}
          />
        </section>
      ) : null}
      <div className="stack">
        <Listing
          caption={indicator ? both(indicator.title) : t('indicators.title')}
          columns={columns}
          list={list}
          rowKey={(item) => item.id}
          empty={t('indicators.none')}
        />
        {list.first?.offices && list.first.offices.length > 1 ? (
          <section className="section">
            <h2>{t('indicators.offices')}</h2>
            <Listing
              caption={t('indicators.offices')}
              columns={offices}
              list={{ items: list.first.offices, loading: false }}
              rowKey={(row) => row.office}
              empty={t('indicators.none')}
            />
          </section>
        ) : null}
      </div>
    </Page>
  );
}
