// SPDX-License-Identifier: Apache-2.0
import { judgeHit, listHits, type Query, type Verdict } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { keyOf, usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { count } from '../../parts/money.ts';
import { ProblemView } from '../../parts/problem-view.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { HIT_FILTERS, HitFilters } from './hit-filters.tsx';
import { HitList } from './hit-list.tsx';
import { Proof } from './proof.tsx';
import type { TriageView } from './shared.ts';
import { useJudging } from './use-judging.tsx';

export function SingleView({ tab, onTab, nextTab, onHelp, toggle }: TriageView) {
  const { t, locale } = useText();
  const { may } = useSession();
  const filters = useFilters(HIT_FILTERS);
  const place = useFilters(['hit', 'view', 'group']);
  const args = { query: given<Query<typeof listHits>>(filters.values) };
  const list = usePages(listHits, args);
  const chosen = place.values.hit || null;
  const current = chosen ?? list.items[0]?.id ?? null;
  const select = (id: string | null) => place.set({ hit: id }, { replace: true });
  const judging = useJudging(keyOf(listHits, args), select);

  const index = list.items.findIndex((hit) => hit.id === current);
  const move = (by: number) => {
    const next = list.items[Math.min(Math.max(index + by, 0), list.items.length - 1)];
    if (next) select(next.id);
    if (by > 0 && index >= list.items.length - 3) list.more?.();
  };
  const verdict = (value: Verdict) => {
    const hit = list.items[index];
    if (hit?.state !== 'new' || !may(judgeHit)) return;
    const next = list.items[index + 1] ?? list.items[index - 1];
    void judging.judge(hit, value, index, chosen === null ? null : (next?.id ?? null));
    if (index >= list.items.length - 3) list.more?.();
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '1': () => verdict('confirmed'),
    '2': () => verdict('noise'),
    '3': () => verdict('duplicate'),
    '4': () => verdict('dead'),
    u: judging.undo,
    g: toggle,
    t: nextTab,
    '?': onHelp,
  });

  const total = list.first?.total ?? 0;
  const onlyNew = !filters.values.state || filters.values.state === 'new';
  return (
    <div className={chosen ? 'triage has-choice' : 'triage'}>
      <div className="triage-list">
        <HitFilters values={filters.values} set={filters.set} any={filters.any} />
        <p className="triage-count" aria-live="polite">
          {list.loading
            ? t('app.loading')
            : t(onlyNew ? 'triage.count' : 'triage.countOther', { count: count(total, locale) })}
        </p>
        {list.error ? <ProblemView error={list.error} again={list.again} /> : null}
        {list.loading ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : list.items.length === 0 && !list.error ? (
          <div className="empty">
            {filters.any ? (
              <p>{t('triage.emptyFiltered')}</p>
            ) : (
              <>
                <p>
                  <strong>{t('triage.emptyTitle')}</strong>
                </p>
                <p>{t('triage.emptyText')}</p>
                <p>
                  <Link to="/patrols">{t('triage.toPatrols')}</Link>
                  {' · '}
                  <Link to="/triage?state=confirmed">{t('triage.toJudged')}</Link>
                </p>
              </>
            )}
          </div>
        ) : (
          <HitList
            hits={list.items}
            selected={current}
            onSelect={select}
            more={list.more}
            loadingMore={list.loadingMore}
          />
        )}
      </div>
      <div className="triage-proof">
        {chosen ? (
          <Button className="only-phone" onClick={() => select(null)}>
            ← {t('triage.back')}
          </Button>
        ) : null}
        {current ? (
          <Proof
            hitId={current}
            tab={tab}
            onTab={onTab}
            onVerdict={verdict}
            onUndo={judging.undo}
            onHelp={onHelp}
            onGroup={(key) => place.set({ view: 'groups', group: key, hit: null })}
          />
        ) : null}
      </div>
    </div>
  );
}
