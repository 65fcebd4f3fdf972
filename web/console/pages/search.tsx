// SPDX-License-Identifier: Apache-2.0
import { listEvidence, listHits, listLeads, listSubjects, listVenues, reportFind } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { usePages } from '../api/use-call.ts';
import { useSession } from '../app/session.tsx';
import { useText } from '../app/use-text.ts';
import { Page } from '../parts/page.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { useFilters } from '../parts/use-filters.ts';

interface GroupProps {
  title: string;
  all: string;
  rows: readonly { key: string; to: string; name: ReactNode; more: ReactNode }[];
}

function Group({ title, all, rows }: GroupProps) {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    <section className="section">
      <h2>
        {title} <Link to={all}>{t('search.more')}</Link>
      </h2>
      <ul className="found">
        {rows.map((row) => (
          <li key={row.key}>
            <Link to={row.to}>{row.name}</Link>
            <p className="soft breakable">{row.more}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The search that takes anything: asks every register for the same words and shows what each knows. */
export default function Search() {
  const { t, word, both } = useText();
  const { may } = useSession();
  const { values, set } = useFilters(['q']);
  const q = values.q.trim();
  const query = { query: { q, limit: 8 } };
  const enabled = q.length > 1;
  const subjects = usePages(listSubjects, query, { enabled });
  const venues = usePages(listVenues, query, { enabled });
  const leads = usePages(listLeads, query, { enabled });
  const hits = usePages(listHits, query, { enabled });
  const evidence = usePages(listEvidence, query, { enabled });
  const lists = [subjects, venues, leads, hits, evidence];
  const rest = `?q=${encodeURIComponent(q)}`;
  const busy = enabled && lists.some((list) => list.loading);
  const nothing = enabled && !busy && lists.every((list) => list.items.length === 0 && !list.error);
  return (
    <Page title={t('search.title')} line={enabled ? t('search.forWords', { q }) : t('search.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox
          label={t('app.search')}
          value={values.q}
          onSearch={(next) => set({ q: next }, { replace: true })}
        />
        {/^https?:\/\//.test(q) && may(reportFind) ? (
          <Link to={`/find?url=${encodeURIComponent(q)}`}>{t('search.findThis')}</Link>
        ) : null}
      </section>
      {enabled ? null : <p className="soft">{t('search.short')}</p>}
      {lists.map((list, at) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: five lists in a fixed order
        list.error ? <ProblemView key={at} error={list.error} again={list.again} /> : null,
      )}
      {busy ? <Skeleton active /> : null}
      {nothing ? <div className="empty">{t('search.none')}</div> : null}
      {enabled && !busy ? (
        <div className="stack" aria-live="polite">
          <Group
            title={t('search.subjects')}
            all={`/registry${rest}`}
            rows={subjects.items.map((item) => ({
              key: item.id,
              to: `/registry/subjects/${item.id}`,
              name: item.name,
              more: item.uscc ?? t('registry.usccNone'),
            }))}
          />
          <Group
            title={t('search.venues')}
            all={`/registry${rest}&view=venues`}
            rows={venues.items.map((item) => ({
              key: item.id,
              to: `/registry/venues/${item.id}`,
              name: item.name,
              more: item.url,
            }))}
          />
          <Group
            title={t('search.leads')}
            all={`/leads${rest}`}
            rows={leads.items.map((item) => ({
              key: item.id,
              to: `/leads/${item.id}`,
              name: item.title,
              more: `${item.number} · ${both(item.stateTitle)}`,
            }))}
          />
          <Group
            title={t('search.hits')}
            all={`/triage${rest}`}
            rows={hits.items.map((item) => ({
              key: item.id,
              to: `/triage?hit=${item.id}`,
              name: item.title,
              more: `${word('label', item.label)} · ${item.shop ?? item.url}`,
            }))}
          />
          <Group
            title={t('search.evidence')}
            all={`/evidence${rest}`}
            rows={evidence.items.map((item) => ({
              key: item.id,
              to: `/evidence/${item.id}`,
              name: item.title ?? item.url,
              more: item.url,
            }))}
          />
        </div>
      ) : null}
    </Page>
  );
}
