// SPDX-License-Identifier: Apache-2.0
import {
  CANDIDATE_VERDICTS,
  type CandidateDetail,
  type CandidateVerdict,
  getCandidate,
  judgeCandidate,
  probeCandidate,
} from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { Link } from 'react-router';
import { useAct, useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Outward } from '../../parts/outward.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Uscc } from '../../parts/uscc.tsx';
import { minuteOf, When } from '../../parts/when.tsx';

interface CandidateProofProps {
  id: string;
  onVerdict(verdict: CandidateVerdict, subjectId?: string): void;
  onUndo(): void;
  onUndoThis(id: string): void;
}

function FirstPage({ detail }: { detail: CandidateDetail }) {
  const { t } = useText();
  const { probe } = detail;
  if (probe === null) return <p className="soft">{t('candidates.notSeen')}</p>;
  if (!probe.reachable)
    return <p className="breakable">{t('candidates.unreachable', { reason: probe.problem ?? '' })}</p>;
  return (
    <Facts>
      <Fact name={t('candidates.pageTitle')}>
        {probe.title ?? t('app.none')}
        {probe.problem ? <small className="soft breakable"> {probe.problem}</small> : null}
      </Fact>
      <Fact name={t('candidates.listings')}>
        {probe.listings === 0 ? (
          <span className="soft">{t('candidates.listingsNone')}</span>
        ) : (
          `${probe.listings}：${probe.sample.join('；')}`
        )}
      </Fact>
      <Fact name={t('candidates.operator')}>
        {probe.operator ?? <span className="soft">{t('candidates.operatorNone')}</span>}{' '}
        {probe.uscc ? <Uscc code={probe.uscc} valid={probe.usccValid} /> : null}
      </Fact>
      {probe.icp.length > 0 ? <Fact name={t('candidates.icp')}>{probe.icp.join('、')}</Fact> : null}
      {probe.contacts.length > 0 ? (
        <Fact name={t('candidates.contacts')}>{probe.contacts.join('、')}</Fact>
      ) : null}
      <Fact name={t('candidates.lookedAt')}>
        <When at={probe.at} />
      </Fact>
    </Facts>
  );
}

function Reasons({ detail }: { detail: CandidateDetail }) {
  const { word } = useText();
  return (
    <ul className="findings">
      {detail.reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.detail}`} className="finding">
          <p className="finding-line">
            <strong>{word('candidateReason', reason.kind)}</strong>
            <span className="soft">
              <When at={reason.firstSeenAt} />
            </span>
            {reason.by ? <span className="soft">{reason.by}</span> : null}
          </p>
          {reason.kind === 'template' ? null : <p className="breakable">{reason.detail}</p>}
          {reason.venue ? (
            <p>
              <Link to={`/registry/venues/${reason.venue.id}`}>{reason.venue.name}</Link>
            </p>
          ) : null}
          {reason.source && reason.source !== reason.detail && /^https?:/i.test(reason.source) ? (
            <p className="soft breakable">{reason.source}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** One candidate: why it was proposed beside what its page shows and what the register knows; the verdicts below. */
export function CandidateProof({ id, onVerdict, onUndo, onUndoThis }: CandidateProofProps) {
  const { t, word } = useText();
  const { may } = useSession();
  const read = useCall(getCandidate, { params: { id } });
  const probe = useAct(probeCandidate, { renews: [getCandidate] });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const detail = read.data;
  if (!detail) return <Skeleton active paragraph={{ rows: 8 }} />;
  const { candidate, suggestion, subjects, verdicts } = detail;
  const open = candidate.state === 'new';
  return (
    <div className={read.isPlaceholderData ? 'proof stale' : 'proof'} aria-busy={read.isPlaceholderData}>
      <div className="proof-head">
        <h2>{candidate.name ?? candidate.host}</h2>
        <p className="hit-line">
          <Outward url={candidate.url} />
          {open ? null : <Mark>{word('candidateState', candidate.state)}</Mark>}
          {candidate.venueId ? (
            <Link to={`/registry/venues/${candidate.venueId}`}>{t('candidates.venue')}</Link>
          ) : null}
          {may(probeCandidate) ? (
            <Button size="small" loading={probe.isPending} onClick={() => probe.mutate({ params: { id } })}>
              {probe.isSuccess ? t('candidates.asked') : t('candidates.again')}
            </Button>
          ) : null}
        </p>
        {open && suggestion ? (
          <p>
            {t('candidates.suggestion', { verdict: word('candidateState', suggestion.verdict) })}
            <span className="soft">（{word('candidateWhy', suggestion.why)}）</span>
          </p>
        ) : null}
      </div>
      <div className="two even reasons">
        <section className="section">
          <h2>{t('candidates.why')}</h2>
          <Reasons detail={detail} />
        </section>
        <div className="stack">
          <section className="section">
            <h2>{t('candidates.seen')}</h2>
            <FirstPage detail={detail} />
          </section>
          <section className="section">
            <h2>{t('candidates.register')}</h2>
            {subjects.length === 0 ? (
              <p className="soft">{t('candidates.registerNone')}</p>
            ) : (
              <ul className="stack">
                {subjects.map((subject) => (
                  <li key={subject.id}>
                    <Link to={`/registry/subjects/${subject.id}`}>{subject.name}</Link>{' '}
                    {subject.uscc ? <span className="code soft">{subject.uscc}</span> : null}{' '}
                    <Mark>{t(subject.by === 'uscc' ? 'candidates.byCode' : 'candidates.byName')}</Mark>{' '}
                    {open && may(judgeCandidate) ? (
                      <Button size="small" onClick={() => onVerdict('matched_registered', subject.id)}>
                        {t('candidates.link')}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )}
          </section>
          <section className="section">
            <h2>{t('candidates.history')}</h2>
            {verdicts.length === 0 ? <p className="soft">{t('candidates.historyNone')}</p> : null}
            <ul>
              {verdicts.map((one) => (
                <li key={`${one.at} ${one.verdict}`}>
                  {minuteOf(one.at)} {one.by}：{word('candidateState', one.verdict)}
                  {one.note ? `（${one.note}）` : ''}
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
      {!may(judgeCandidate) ? (
        <p className="verdict-bar soft">{t('candidates.cannotJudge')}</p>
      ) : open ? (
        <div className="verdict-bar">
          {CANDIDATE_VERDICTS.map((verdict, at) => (
            <Button
              key={verdict}
              type={suggestion?.verdict === verdict ? 'primary' : 'default'}
              onClick={() => onVerdict(verdict)}
            >
              <kbd aria-hidden>{at + 1}</kbd> {word('candidateState', verdict)}
            </Button>
          ))}
          <span className="gap" />
          <Button className="quiet-key" onClick={onUndo}>
            <kbd aria-hidden>u</kbd> {t('candidates.undo')}
          </Button>
        </div>
      ) : (
        <div className="verdict-bar">
          {candidate.venueId ? (
            <ButtonLink to={`/patrols/new?site=${encodeURIComponent(candidate.url)}`}>
              {t('candidates.patrol')}
            </ButtonLink>
          ) : null}
          <Button onClick={() => onUndoThis(candidate.id)}>{t('candidates.undo')}</Button>
        </div>
      )}
    </div>
  );
}
