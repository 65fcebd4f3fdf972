// SPDX-License-Identifier: Apache-2.0
import { actOnLead, getLead, getOverview, listHits, listLeads } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { FileSteps } from '../../parts/file-steps.tsx';
import { Hands } from '../../parts/hands.tsx';
import { Mark, SeverityMark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { Papers } from '../../parts/papers.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { TaskList } from '../../parts/task-list.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useSteps } from '../../parts/use-steps.ts';
import { When } from '../../parts/when.tsx';
import { Packet } from './packet.tsx';
import { Suspected } from './suspected.tsx';

export default function LeadFile() {
  const { t, both } = useText();
  const { id = '' } = useParams();
  const read = useCall(getLead, { params: { id } });
  const steps = useSteps({
    read: getLead,
    act: actOnLead,
    id,
    detail: read.data,
    version: read.data?.lead.version ?? 0,
    renews: [listLeads, listHits, getOverview],
  });
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
          <Hands hands={detail.hands} owner={lead.agency} />
          <When at={lead.createdAt} />
        </span>
      }
    >
      <FileSteps fileId={lead.id} detail={detail} steps={steps}>
        <div className="stack file-side">
          {detail.tasks.length > 0 ? (
            <section className="section">
              <h2>{t('files.tasks')}</h2>
              <TaskList tasks={detail.tasks} />
            </section>
          ) : null}
          <Papers
            fileId={lead.id}
            documents={detail.documents}
            attachments={detail.attachments}
            read={getLead}
          />
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
      </FileSteps>
    </Page>
  );
}
