// SPDX-License-Identifier: Apache-2.0
import { type Answer, reportFind, type SearchKind, search as searchCall } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useCall } from '../api/use-call.ts';
import { useSession } from '../app/session.tsx';
import { useText } from '../app/use-text.ts';
import { inside } from '../parts/inside.ts';
import { Page } from '../parts/page.tsx';
import { ProblemView } from '../parts/problem-view.tsx';
import { SearchBox } from '../parts/search-box.tsx';
import { useFilters } from '../parts/use-filters.ts';
import { useKeys } from '../parts/use-keys.ts';

type Group = Answer<typeof searchCall>['groups'][number];

/** Where the whole list of a kind is; kinds without one show more on this page. */
const LISTS: Partial<Record<SearchKind, string>> = {
  subjects: '/registry?q=',
  venues: '/registry?view=venues&q=',
  hits: '/triage?q=',
  evidence: '/evidence?q=',
};

function GroupView({ group, q, current }: { group: Group; q: string; current: string | null }) {
  const { t, word, both } = useText();
  if (group.items.length === 0 && !group.partial) return null;
  const all = LISTS[group.kind]
    ? `${LISTS[group.kind]}${encodeURIComponent(q)}`
    : `/search?q=${encodeURIComponent(q)}&kind=${group.kind}`;
  return (
    <section className="section">
      <h2>
        {word('searchKind', group.kind)} {group.more ? <Link to={all}>{t('search.more')}</Link> : null}
      </h2>
      {group.partial ? <p className="soft">{t('search.partial')}</p> : null}
      <ul className="found">
        {group.items.map((item) => {
          const key = `${group.kind} ${item.id}`;
          return (
            <li
              key={key}
              className={key === current ? 'current' : undefined}
              aria-current={key === current ? 'true' : undefined}
            >
              <Link to={inside(item.href)}>{item.title}</Link>
              <p className="soft breakable">
                {[item.line, item.state ? both(item.state) : null].filter(Boolean).join(' · ')}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The search that takes anything: words, a number, a credit code, a link, a digest. */
export default function Search() {
  const { t } = useText();
  const go = useNavigate();
  const { may } = useSession();
  const { values, set } = useFilters(['q', 'kind']);
  const q = values.q.trim();
  const enabled = q.length > 1;
  const kind = (values.kind || undefined) as SearchKind | undefined;
  const read = useCall(searchCall, { query: { q, ...(kind ? { kind, limit: 100 } : {}) } }, { enabled });
  const [at, setAt] = useState(-1);
  const groups = enabled ? (read.data?.groups ?? []) : [];
  const flat = groups.flatMap((group) =>
    group.items.map((item) => ({ key: `${group.kind} ${item.id}`, item })),
  );
  const current = flat[Math.min(at, flat.length - 1)];
  useKeys({
    j: () => setAt(Math.min(at + 1, flat.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => current && go(inside(current.item.href)),
  });
  const nothing = enabled && read.data && flat.length === 0 && groups.every((group) => !group.partial);
  return (
    <Page title={t('search.title')} line={enabled ? t('search.forWords', { q }) : t('search.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <SearchBox
          label={t('app.search')}
          value={values.q}
          onSearch={(next) => {
            setAt(-1);
            set({ q: next, kind: null }, { replace: true });
          }}
        />
        {kind ? <Link to={`/search?q=${encodeURIComponent(q)}`}>{t('search.everything')}</Link> : null}
        {/^https?:\/\//.test(q) && may(reportFind) ? (
          <Link to={`/find?url=${encodeURIComponent(q)}`}>{t('search.findThis')}</Link>
        ) : null}
      </section>
      {enabled ? null : <p className="soft">{t('search.short')}</p>}
      {read.error ? <ProblemView error={read.error} again={() => void read.refetch()} /> : null}
      {enabled && read.isPending ? <Skeleton active /> : null}
      {nothing ? <div className="empty">{t('search.none')}</div> : null}
      <div className={read.isPlaceholderData ? 'stack stale' : 'stack'} aria-live="polite">
        {groups.map((group) => (
          <GroupView key={group.kind} group={group} q={q} current={current?.key ?? null} />
        ))}
      </div>
      {flat.length > 0 ? <p className="help wide-only no-print">{t('search.keys')}</p> : null}
    </Page>
  );
}
