// SPDX-License-Identifier: Apache-2.0
import { judgeHitGroup, listHitGroups, listHits, type Query, type Verdict } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { keyOf, usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { useLabelOptions } from '../../parts/label-options.ts';
import { Risk } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { ProblemView } from '../../parts/problem-view.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { GroupList } from './group-list.tsx';
import { GroupVerdict } from './group-verdict.tsx';
import { Proof } from './proof.tsx';
import type { TriageView } from './shared.ts';
import { useJudging } from './use-judging.tsx';

export function GroupView({ tab, onTab, nextTab, onHelp, toggle }: TriageView) {
  const { t, locale } = useText();
  const { may } = useSession();
  const labels = useLabelOptions();
  const filters = useFilters(['label', 'patrolId']);
  const place = useFilters(['group', 'hit']);
  const [asked, setAsked] = useState<Verdict | null>(null);
  const list = usePages(listHitGroups, {
    query: given<Query<typeof listHitGroups>>(filters.values),
  });
  const group = list.items.find((item) => item.key === place.values.group) ?? list.items[0] ?? null;
  const args = { query: { groupKey: group?.key ?? '' } };
  const inside = usePages(listHits, args, { enabled: group !== null });
  const hits = inside.stale || group === null ? [] : inside.items;
  const shown = hits.find((hit) => hit.id === place.values.hit) ?? hits[0] ?? null;
  const select = (key: string | null) => place.set({ group: key, hit: null }, { replace: true });
  const judging = useJudging(keyOf(listHits, args), () => {});

  const index = list.items.findIndex((item) => item.key === group?.key);
  const move = (by: number) => {
    const next = list.items[Math.min(Math.max(index + by, 0), list.items.length - 1)];
    if (next) select(next.key);
  };
  const ask = (verdict: Verdict) => {
    if (group && may(judgeHitGroup)) setAsked(verdict);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '1': () => ask('confirmed'),
    '2': () => ask('noise'),
    '3': () => ask('duplicate'),
    '4': () => ask('dead'),
    u: judging.undo,
    g: toggle,
    t: nextTab,
    '?': onHelp,
  });

  return (
    <div className={place.values.group ? 'triage has-choice' : 'triage'}>
      <div className="triage-list">
        <section className="filters" aria-label={t('app.filters')}>
          <Choice
            label={t('triage.label')}
            all={t('app.all')}
            value={filters.values.label}
            onChange={(label) => filters.set({ label })}
            options={labels}
          />
        </section>
        <p className="triage-count" aria-live="polite">
          {list.loading
            ? t('app.loading')
            : t('triage.countGroups', {
                count: count(list.items.length, locale) + (list.more ? '+' : ''),
              })}
        </p>
        {list.error ? <ProblemView error={list.error} again={list.again} /> : null}
        {list.loading ? (
          <Skeleton active paragraph={{ rows: 8 }} />
        ) : list.items.length === 0 ? (
          <div className="empty">
            <p>
              <strong>{t('triage.emptyTitle')}</strong>
            </p>
            <p>
              <Link to="/patrols">{t('triage.toPatrols')}</Link>
            </p>
          </div>
        ) : (
          <GroupList
            groups={list.items}
            selected={group?.key ?? null}
            onSelect={select}
            more={list.more}
            loadingMore={list.loadingMore}
          />
        )}
      </div>
      <div className="triage-proof">
        {place.values.group ? (
          <Button className="only-phone" onClick={() => select(null)}>
            ← {t('triage.back')}
          </Button>
        ) : null}
        {group ? (
          <section className="section">
            <h2>
              {t('triage.groupHits')} · {group.shop ?? ''}
            </h2>
            <ol className="group-hits">
              {hits.map((hit) => (
                <li key={hit.id}>
                  <button
                    type="button"
                    aria-current={hit.id === shown?.id}
                    onClick={() => place.set({ hit: hit.id }, { replace: true })}
                  >
                    <Risk value={hit.risk} /> {hit.title}
                  </button>
                </li>
              ))}
            </ol>
          </section>
        ) : null}
        {group && shown ? (
          <Proof
            hitId={shown.id}
            tab={tab}
            onTab={onTab}
            onVerdict={ask}
            onUndo={judging.undo}
            onHelp={onHelp}
            forGroup
          />
        ) : null}
        {group ? (
          <GroupVerdict
            group={group}
            verdict={asked}
            onCancel={() => setAsked(null)}
            onJudge={async (verdict, note) => {
              const next = list.items[index + 1] ?? list.items[index - 1];
              if (await judging.judgeGroup(group, verdict, note))
                select(place.values.group ? (next?.key ?? null) : null);
              setAsked(null);
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
