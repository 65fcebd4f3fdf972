// SPDX-License-Identifier: Apache-2.0
import {
  CANDIDATE_REASONS,
  CANDIDATE_STATES,
  CANDIDATE_VERDICTS,
  type CandidateVerdict,
  exportCandidates,
  importCandidates,
  judgeCandidate,
  listCandidates,
  type Query,
} from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { keyOf, usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { CandidateKeys } from './candidate-keys.tsx';
import { CandidateList } from './candidate-list.tsx';
import { CandidateProof } from './candidate-proof.tsx';
import { SearchDialog } from './search-dialog.tsx';
import { useCandidateJudging } from './use-candidate-judging.tsx';

const FILTERS = ['state', 'reason', 'q', 'sort'] as const;

/** Candidate venues: one queue, hands on the keyboard, as in triage. */
export default function Candidates() {
  const { t, word, locale } = useText();
  const { may } = useSession();
  const { values, set, any } = useFilters(FILTERS);
  const place = useFilters(['candidate']);
  const [help, setHelp] = useState(false);
  const [search, setSearch] = useState(false);
  const args = { query: given<Query<typeof listCandidates>>(values) };
  const list = usePages(listCandidates, args);
  const chosen = place.values.candidate || null;
  const current = chosen ?? list.items[0]?.id ?? null;
  const select = (id: string | null) => place.set({ candidate: id }, { replace: true });
  const judging = useCandidateJudging(keyOf(listCandidates, args), select);
  const index = list.items.findIndex((one) => one.id === current);
  const move = (by: number) => {
    const next = list.items[Math.min(Math.max(index + by, 0), list.items.length - 1)];
    if (next) select(next.id);
    if (by > 0 && index >= list.items.length - 3) list.more?.();
  };
  const verdict = (value: CandidateVerdict, subjectId: string | null = null) => {
    const one = list.items[index];
    if (one?.state !== 'new' || !may(judgeCandidate)) return;
    const next = list.items[index + 1] ?? list.items[index - 1];
    judging.judge(one, value, subjectId, chosen === null ? null : (next?.id ?? null));
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    u: judging.undo,
    '?': () => setHelp(true),
    ...Object.fromEntries(CANDIDATE_VERDICTS.map((value, at) => [String(at + 1), () => verdict(value)])),
  });
  const onlyNew = !values.state || values.state === 'new';
  return (
    <div className="triage-page">
      <Page
        title={t('candidates.title')}
        line={t('candidates.line')}
        actions={
          <>
            {list.first?.canSearch ? (
              <Button onClick={() => setSearch(true)}>{t('candidates.find')}</Button>
            ) : null}
            {may(importCandidates) ? (
              <ButtonLink to="/candidates/import">{t('candidates.import')}</ButtonLink>
            ) : null}
            <Button onClick={() => setHelp(true)}>
              <kbd aria-hidden>?</kbd> {t('candidates.help')}
            </Button>
          </>
        }
      >
        <div className={chosen ? 'triage has-choice' : 'triage'}>
          <div className="triage-list">
            <section className="filters" aria-label={t('app.filters')}>
              <SearchBox label={t('candidates.search')} value={values.q} onSearch={(q) => set({ q })} />
              <Choice
                label={t('candidates.state')}
                value={values.state || 'new'}
                onChange={(state) => set({ state: state === 'new' ? null : state })}
                options={CANDIDATE_STATES.map((value) => ({ value, title: word('candidateState', value) }))}
              />
              <Choice
                label={t('candidates.reason')}
                all={t('app.all')}
                value={values.reason}
                onChange={(reason) => set({ reason })}
                options={CANDIDATE_REASONS.map((value) => ({ value, title: word('candidateReason', value) }))}
              />
              <Choice
                label={t('candidates.sort')}
                value={values.sort || 'score'}
                onChange={(sort) => set({ sort: sort === 'score' ? null : sort })}
                options={[
                  { value: 'score', title: t('candidates.sortScore') },
                  { value: 'newest', title: t('candidates.sortNewest') },
                ]}
              />
              <ExportLinks contract={exportCandidates} query={given(values)} />
            </section>
            <p className="triage-count" aria-live="polite">
              {list.loading
                ? t('app.loading')
                : t(onlyNew ? 'candidates.count' : 'candidates.countOther', {
                    count: count(list.first?.total ?? 0, locale),
                  })}
            </p>
            {list.error ? <ProblemView error={list.error} again={list.again} /> : null}
            {list.loading ? (
              <Skeleton active paragraph={{ rows: 8 }} />
            ) : list.items.length === 0 && !list.error ? (
              <div className="empty">
                {any ? (
                  <p>{t('candidates.emptyFiltered')}</p>
                ) : (
                  <>
                    <p>
                      <strong>{t('candidates.emptyTitle')}</strong>
                    </p>
                    <p>{t('candidates.emptyText')}</p>
                  </>
                )}
              </div>
            ) : (
              <CandidateList
                items={list.items}
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
                ← {t('candidates.back')}
              </Button>
            ) : null}
            {current ? (
              <CandidateProof
                id={current}
                onVerdict={verdict}
                onUndo={judging.undo}
                onUndoThis={judging.undoThis}
              />
            ) : null}
          </div>
        </div>
      </Page>
      <CandidateKeys open={help} onClose={() => setHelp(false)} />
      <SearchDialog open={search} onClose={() => setSearch(false)} />
    </div>
  );
}
