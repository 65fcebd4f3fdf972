// SPDX-License-Identifier: Apache-2.0
import { useQueryClient } from '@tanstack/react-query';
import {
  type Candidate,
  type CandidateVerdict,
  getCandidate,
  judgeCandidate,
  listCandidates,
  listVenues,
  undoCandidate,
} from '@yiwang/contracts';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { keyOf } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { wordsOf } from '../../parts/problem-view.tsx';

/** Verdicts on candidates; the last ones of this visit can be taken back one after the other. */
export function useCandidateJudging(listKey: readonly unknown[], select: (id: string | null) => void) {
  const text = useText();
  const { t, word } = text;
  const client = useQueryClient();
  const { message } = App.useApp();
  const done = useRef<Candidate[]>([]);
  const renew = async (id: string) => {
    void client.invalidateQueries({ queryKey: keyOf(getCandidate, { params: { id } }) });
    void client.invalidateQueries({ queryKey: keyOf(listVenues) });
    await client.invalidateQueries({ queryKey: listKey });
    void client.invalidateQueries({ queryKey: keyOf(listCandidates) });
  };

  const undoThis = async (id: string) => {
    try {
      const { venueStays } = await call(undoCandidate, { params: { id } });
      await renew(id);
      select(id);
      void message.success({
        key: 'verdict',
        content: t(venueStays ? 'candidates.undoneStays' : 'candidates.undone'),
      });
    } catch (error) {
      void message.error({ key: 'verdict', content: wordsOf(error, text), duration: 6 });
    }
  };
  const undo = async () => {
    const last = done.current.pop();
    if (last) await undoThis(last.id);
    else void message.info({ key: 'verdict', content: t('candidates.nothingToUndo') });
  };
  const judge = async (
    candidate: Candidate,
    verdict: CandidateVerdict,
    subjectId: string | null,
    next: string | null,
  ) => {
    try {
      const { venueId } = await call(judgeCandidate, {
        params: { id: candidate.id },
        body: { verdict, subjectId },
      });
      done.current.push(candidate);
      await renew(candidate.id);
      select(next);
      void message.success({
        key: 'verdict',
        duration: 8,
        content: (
          <span className="toast">
            {t('candidates.judged', {
              title: (candidate.name ?? candidate.host).slice(0, 24),
              verdict: word('candidateState', verdict),
            })}
            {venueId ? (
              <Link to={`/patrols/new?site=${encodeURIComponent(candidate.url)}`}>
                {t('candidates.patrol')}
              </Link>
            ) : null}
            <Button size="small" onClick={() => void undo()}>
              {t('candidates.undo')} <kbd>u</kbd>
            </Button>
          </span>
        ),
      });
    } catch (error) {
      await renew(candidate.id);
      void message.error({ key: 'verdict', content: wordsOf(error, text), duration: 8 });
    }
  };
  return {
    judge: (...of: Parameters<typeof judge>) => void judge(...of),
    undo: () => void undo(),
    undoThis: (id: string) => void undoThis(id),
  };
}
