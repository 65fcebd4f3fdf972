// SPDX-License-Identifier: Apache-2.0
import { getHit, judgeHit, type Verdict } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { HitState, LabelName, SeverityMark } from '../../parts/marks.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { minuteOf } from '../../parts/when.tsx';
import { type ProofTab, ProofTabs } from './proof-tabs.tsx';
import { Reasons } from './reasons.tsx';
import { VerdictBar } from './verdict-bar.tsx';

interface ProofProps {
  hitId: string;
  tab: ProofTab | null;
  onTab(tab: ProofTab): void;
  onVerdict(verdict: Verdict): void;
  onUndo(): void;
  onHelp(): void;
  onGroup?: (key: string) => void;
  /** True where verdicts go to a whole group: then the bar stays although this hit may be judged. */
  forGroup?: boolean;
}

/** One hit: what it is, the proof, the reason, the verdict. */
export function Proof({
  hitId,
  tab,
  onTab,
  onVerdict,
  onUndo,
  onHelp,
  onGroup,
  forGroup = false,
}: ProofProps) {
  const { t, word } = useText();
  const { may } = useSession();
  const read = useCall(getHit, { params: { id: hitId } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const detail = read.data;
  if (!detail) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { hit } = detail;
  return (
    <div className={read.isPlaceholderData ? 'proof stale' : 'proof'} aria-busy={read.isPlaceholderData}>
      <div className="proof-head">
        <h2>{hit.title}</h2>
        <p className="hit-line">
          <SeverityMark severity={hit.severity} />
          <LabelName label={hit.label} />
          {hit.state === 'new' ? null : <HitState state={hit.state} />}
          {hit.evidenceId ? <Link to={`/evidence/${hit.evidenceId}`}>{t('nav.evidence')}</Link> : null}
          {hit.leadId ? <Link to={`/leads/${hit.leadId}`}>{t('triage.toLead')}</Link> : null}
          {onGroup && hit.groupSize > 1 ? (
            <Button size="small" onClick={() => onGroup(hit.groupKey)}>
              {t('triage.openGroup')} · {t('triage.groupOf', { count: hit.groupSize })}
            </Button>
          ) : null}
        </p>
        {hit.judgedAt ? (
          <p className="soft">
            {t('triage.judgedBy', {
              name: hit.judgedBy ?? '',
              time: minuteOf(hit.judgedAt),
              verdict: word('hitState', hit.state),
            })}
            {hit.note ? `：${hit.note}` : ''}
          </p>
        ) : null}
      </div>
      <ProofTabs detail={detail} tab={tab} onTab={onTab} />
      <Reasons detail={detail} />
      {!may(judgeHit) ? (
        <p className="verdict-bar soft">{t('triage.cannotJudge')}</p>
      ) : hit.state === 'new' || forGroup ? (
        <VerdictBar onVerdict={onVerdict} onUndo={onUndo} onHelp={onHelp} />
      ) : null}
    </div>
  );
}
