// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from '@tanstack/react-query';
import {
  getHit,
  getOverview,
  type Hit,
  type HitGroup,
  judgeHit,
  judgeHitGroup,
  listHitGroups,
  listHits,
  listLeads,
  listRules,
  undoVerdict,
  type Verdict,
} from '@yiwang/contracts';
import { App, Button } from 'antd';
import { useRef } from 'react';
import { Link } from 'react-router';
import { call } from '../../api/client.ts';
import { codeOf } from '../../api/problem.ts';
import { keyOf } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { wordsOf } from '../../parts/problem-view.tsx';
import { type HitPages, withHit, withoutHits } from './cached-hits.ts';

interface Judged {
  hit: Hit;
  index: number;
  verdict: Verdict;
}

/**
 * Verdicts with the list running ahead of the server: the hit leaves at once, and comes back to its place when the
 * server refuses. The last verdicts of this visit can be taken back one after the other.
 */
export function useJudging(listKey: readonly unknown[], select: (id: string | null) => void) {
  const text = useText();
  const { t, word } = text;
  const client = useQueryClient();
  const { message } = App.useApp();
  const done = useRef<Judged[]>([]);

  const change = (update: (data: HitPages) => HitPages) =>
    client.setQueryData<HitPages>(listKey, (data) => (data ? update(data) : data));
  const renew = (hitId: string | null) => {
    if (hitId) void client.invalidateQueries({ queryKey: keyOf(getHit, { params: { id: hitId } }) });
    for (const read of [getOverview, listLeads, listRules, listHitGroups])
      void client.invalidateQueries({ queryKey: keyOf(read) });
  };

  const undo = async () => {
    const last = done.current.pop();
    if (!last) {
      void message.info({ key: 'verdict', content: t('triage.nothingToUndo') });
      return;
    }
    try {
      const { hit } = await call(undoVerdict, { params: { id: last.hit.id } });
      change((data) => withHit(data, hit, last.index));
      select(hit.id);
      renew(hit.id);
      void message.success({ key: 'verdict', content: t('triage.undone') });
    } catch (error) {
      void message.error({ key: 'verdict', content: wordsOf(error, text), duration: 6 });
    }
  };

  const judge = async (hit: Hit, verdict: Verdict, index: number, next: string | null) => {
    await client.cancelQueries({ queryKey: listKey });
    change((data) => withoutHits(data, new Set([hit.id])));
    select(next);
    try {
      const { leadId } = await call(judgeHit, { params: { id: hit.id }, body: { verdict } });
      done.current.push({ hit, index, verdict });
      renew(hit.id);
      void message.success({
        key: 'verdict',
        duration: 8,
        content: (
          <span className="toast">
            {t('triage.judged', { title: hit.title.slice(0, 24), verdict: word('hitState', verdict) })}
            {leadId ? <Link to={`/leads/${leadId}`}>{t('triage.toLead')}</Link> : null}
            <Button size="small" onClick={() => void undo()}>
              {t('triage.undo')} <kbd>u</kbd>
            </Button>
          </span>
        ),
      });
    } catch (error) {
      // Somebody else was quicker: the hit is judged, so it stays out of the list.
      if (codeOf(error) === 'already_judged') {
        void message.warning({ key: 'verdict', content: wordsOf(error, text), duration: 6 });
        renew(hit.id);
        return;
      }
      change((data) => withHit(data, hit, index));
      select(hit.id);
      void message.error({
        key: 'verdict',
        duration: 8,
        content: t('triage.rolledBack', { reason: wordsOf(error, text) }),
      });
    }
  };

  const judgeGroup = async (group: HitGroup, verdict: Verdict, note: string): Promise<boolean> => {
    try {
      const { judged } = await call(judgeHitGroup, { body: { key: group.key, verdict, note: note || null } });
      for (const read of [listHits, getHit]) void client.invalidateQueries({ queryKey: keyOf(read) });
      renew(null);
      void message.success({
        key: 'verdict',
        duration: 6,
        content: t('triage.groupJudged', { count: judged.length, verdict: word('hitState', verdict) }),
      });
      return true;
    } catch (error) {
      void message.error({ key: 'verdict', content: wordsOf(error, text), duration: 8 });
      return false;
    }
  };

  return { judge, judgeGroup, undo: () => void undo() };
}
