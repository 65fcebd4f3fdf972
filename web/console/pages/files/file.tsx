// SPDX-License-Identifier: Apache-2.0
import { actOnFile, getFile, listFiles, listLeads } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { FileSteps } from '../../parts/file-steps.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Outward } from '../../parts/outward.tsx';
import { Page } from '../../parts/page.tsx';
import { Papers } from '../../parts/papers.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useSteps } from '../../parts/use-steps.ts';
import { When } from '../../parts/when.tsx';
import { LinkPanel } from './link-panel.tsx';

/** A file between offices or with a party outside. */
export default function File() {
  const { t, both } = useText();
  const { id = '' } = useParams();
  const read = useCall(getFile, { params: { id } });
  const steps = useSteps({
    read: getFile,
    act: actOnFile,
    id,
    detail: read.data,
    version: read.data?.file.version ?? 0,
    renews: [listFiles, listLeads],
  });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const detail = read.data;
  if (!detail) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { file, packet, record } = detail;
  const title = both(file.procedureTitle);
  return (
    <Page
      name={`${title} ${file.number}`}
      title={
        <>
          {title}
          <span className="file-number">{file.number}</span>
        </>
      }
      line={
        <span className="hit-line">
          <Mark tone={file.ended ? 'good' : 'accent'}>{both(file.stateTitle)}</Mark>
          <span>
            {file.agency.name} → <strong>{file.recipient ?? t('app.none')}</strong>
          </span>
          {file.ended ? null : detail.linkable ? (
            <span>{t('files.turnOutside')}</span>
          ) : file.holder ? (
            <span>{t('files.turnOf', { name: file.holder.name })}</span>
          ) : null}
          <When at={file.openedAt} />
        </span>
      }
    >
      <FileSteps fileId={file.id} detail={detail} steps={steps}>
        <div className="stack file-side">
          <LinkPanel detail={detail} />
          <Papers
            fileId={file.id}
            documents={detail.documents}
            attachments={detail.attachments}
            read={getFile}
          />
          <section className="section">
            <h2>{t('leads.evidence')}</h2>
            {packet.evidence.length === 0 ? <p className="soft">{t('leads.evidenceNone')}</p> : null}
            <ul>
              {packet.evidence.map((item) => (
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
          <section className="section">
            <h2>{t('files.about')}</h2>
            <Facts>
              <Fact name={t('leads.object')}>
                {detail.parent ? (
                  <Link to={`/leads/${detail.parent.id}`}>
                    {detail.parent.title} · {detail.parent.number}
                  </Link>
                ) : (
                  `${packet.title} · ${packet.leadNumber}`
                )}
              </Fact>
              <Fact name={t('leads.address')}>
                <Outward url={packet.url} />
              </Fact>
              {packet.shop ? <Fact name={t('files.shop')}>{packet.shop}</Fact> : null}
              {packet.subject ? (
                <Fact name={t('leads.subject')}>
                  {packet.subject} {packet.uscc ? <span className="code">{packet.uscc}</span> : null}
                </Fact>
              ) : null}
              <Fact name={t('leads.suspected')}>{packet.labels.join('、')}</Fact>
              {record ? (
                <Fact name={t('files.record')}>
                  {t('files.recordText', { ...record })}
                  {record.unanswered + record.late > 0 ? (
                    <Mark tone="bad">{t('files.recordBad')}</Mark>
                  ) : null}
                </Fact>
              ) : null}
            </Facts>
          </section>
          <section className="section">
            <h2>{t('leads.timeline')}</h2>
            <Timeline entries={detail.timeline} fresh={steps.fresh} />
          </section>
        </div>
      </FileSteps>
    </Page>
  );
}
