// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from '@tanstack/react-query';
import {
  actOnLead,
  getLead,
  getOverview,
  type LeadDetail,
  listHits,
  listLeads,
  type OpenAction,
} from '@yiwang/contracts';
import { Alert, App, Skeleton } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { call } from '../../api/client.ts';
import { codeOf } from '../../api/problem.ts';
import { keyOf, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import type { FormValues } from '../../parts/action-form.tsx';
import { ClockBar } from '../../parts/clock-bar.tsx';
import { Mark, SeverityMark } from '../../parts/marks.tsx';
import { NextSteps } from '../../parts/next-steps.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { When } from '../../parts/when.tsx';
import { Packet } from './packet.tsx';
import { Suspected } from './suspected.tsx';

/** Takes steps on a lead; when somebody was quicker it reads the file anew and says what came in between. */
function useSteps(id: string, detail: LeadDetail | undefined) {
  const text = useText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const key = keyOf(getLead, { params: { id } });
  const act = async (action: OpenAction, form: FormValues): Promise<boolean> => {
    if (!detail) return false;
    setBusy(true);
    setError(null);
    try {
      const answer = await call(actOnLead, {
        params: { id, action: action.id },
        body: { version: detail.lead.version, form },
      });
      client.setQueryData(key, answer);
      for (const read of [listLeads, listHits, getOverview])
        void client.invalidateQueries({ queryKey: keyOf(read) });
      setFresh(new Set());
      void message.success(text.t('leads.done', { title: text.both(action.title) }));
      return true;
    } catch (failure) {
      setError(failure);
      if (codeOf(failure) === 'moved_on' || codeOf(failure) === 'action_not_open') {
        const known = new Set(detail.timeline.map((entry) => entry.id));
        const now = await client.fetchQuery({
          queryKey: key,
          queryFn: () => call(getLead, { params: { id } }),
          staleTime: 0,
        });
        setFresh(new Set(now.timeline.map((entry) => entry.id).filter((entry) => !known.has(entry))));
      }
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, fresh, act, reset: () => setError(null) };
}

export default function LeadFile() {
  const { t, both } = useText();
  const { id = '' } = useParams();
  const read = useCall(getLead, { params: { id } });
  const steps = useSteps(id, read.data);
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const detail = read.data;
  if (!detail) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { lead } = detail;
  return (
    <Page
      name={t('leads.file', { number: lead.number })}
      title={
        <>
          {lead.title}
          <span className="file-number">{lead.number}</span>
        </>
      }
      line={
        <span className="hit-line">
          <Mark tone="accent">{both(lead.stateTitle)}</Mark>
          <SeverityMark severity={lead.grade} />
          <span>{lead.agency.name}</span>
          <When at={lead.createdAt} />
        </span>
      }
    >
      {detail.clocks.length > 0 ? (
        <section className="clocks" aria-label={t('leads.clocks')}>
          {detail.clocks.map((clock) => (
            <ClockBar key={clock.id} clock={clock} />
          ))}
        </section>
      ) : null}
      {steps.fresh.size > 0 ? (
        <Alert className="problem" type="warning" showIcon title={t('leads.moved')} />
      ) : null}
      <div className="file">
        <section className="section file-steps">
          <h2>{t('leads.actions')}</h2>
          <NextSteps
            actions={detail.actions}
            busy={steps.busy}
            error={steps.error}
            onAct={steps.act}
            onReset={steps.reset}
          />
        </section>
        <div className="stack file-side">
          <Suspected detail={detail} />
          <section className="section">
            <h2>{t('leads.evidence')}</h2>
            {detail.evidence.length === 0 ? <p className="soft">{t('leads.evidenceNone')}</p> : null}
            <ul>
              {detail.evidence.map((item) => (
                <li key={item.id} className="evidence-line">
                  <Link to={`/evidence/${item.id}`}>{item.url}</Link>
                  <p className="soft">
                    <When at={item.capturedAt} as="second" /> ·{' '}
                    <span className="code" title={item.sha256}>
                      SHA-256 {item.sha256.slice(0, 16)}…
                    </span>
                  </p>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <div className="stack file-main">
          <Packet detail={detail} />
          <section className="section">
            <h2>{t('leads.timeline')}</h2>
            <Timeline entries={detail.timeline} fresh={steps.fresh} />
          </section>
        </div>
      </div>
    </Page>
  );
}
