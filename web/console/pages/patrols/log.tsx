// SPDX-License-Identifier: Apache-2.0
import { listPatrolPages, type Query } from '@yiwang/contracts';
import { Link, useParams } from 'react-router';
import { usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Page } from '../../parts/page.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { PageLog } from './page-log.tsx';

const OUTCOMES = ['page', 'unchanged', 'barred', 'failed', 'other'] as const;

export default function PatrolLog() {
  const { t, word } = useText();
  const { id = '' } = useParams();
  const { values, set } = useFilters(['outcome', 'q']);
  const list = usePages(listPatrolPages, {
    params: { id },
    query: given<Query<typeof listPatrolPages>>(values),
  });
  return (
    <Page
      title={t('patrols.log')}
      line={
        <>
          {t('patrols.logLine')} <Link to={`/patrols/${id}`}>{t('patrols.title')}</Link>
        </>
      }
    >
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox label={t('patrols.logSearch')} value={values.q} onSearch={(q) => set({ q })} />
        <Choice
          label={t('patrols.outcome')}
          all={t('app.all')}
          value={values.outcome}
          onChange={(outcome) => set({ outcome })}
          options={OUTCOMES.map((value) => ({ value, title: word('outcome', value) }))}
        />
      </section>
      <PageLog list={list} caption={t('patrols.log')} empty={t('patrols.recentNone')} />
    </Page>
  );
}
