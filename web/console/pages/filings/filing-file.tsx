// SPDX-License-Identifier: Apache-2.0
import type { actOnComplaint, getComplaint, listComplaints } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { FileSteps } from '../../parts/file-steps.tsx';
import { Hands } from '../../parts/hands.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { Papers } from '../../parts/papers.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { useSteps } from '../../parts/use-steps.ts';
import { About } from './about.tsx';
import { Identity } from './identity.tsx';
import { Proofs } from './proofs.tsx';
import { Related } from './related.tsx';
import { Talk } from './talk.tsx';

interface FilingFileProps {
  read: typeof getComplaint;
  act: typeof actOnComplaint;
  list: typeof listComplaints;
}

/** One filing: clocks, what the procedure allows now, talk, and who filed behind its own lock. */
export function FilingFile({ read: contract, act, list }: FilingFileProps) {
  const { t, both, word } = useText();
  const { id = '' } = useParams();
  const read = useCall(contract, { params: { id } });
  const steps = useSteps({
    read: contract,
    act,
    id,
    detail: read.data,
    version: read.data?.filing.version ?? 0,
    renews: [list],
  });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const detail = read.data;
  if (!detail) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { filing } = detail;
  return (
    <Page
      name={t('filings.file', { kind: word('filingKind', filing.kind), number: filing.number })}
      title={
        <>
          {filing.title}
          <span className="file-number">{filing.number}</span>
        </>
      }
      line={
        <span className="hit-line">
          <Mark tone="accent">{both(filing.stateTitle)}</Mark>
          <span>{word('filingChannel', filing.channel)}</span>
          <Mark>{word('sealLevel', filing.seal)}</Mark>
          <Hands hands={detail.hands} owner={filing.agency} />
          <span>{filing.receivedOn}</span>
        </span>
      }
    >
      <FileSteps fileId={filing.id} detail={detail} steps={steps}>
        <div className="stack file-side">
          <Identity detail={detail} renews={contract} />
          <Related detail={detail} />
          <Papers
            fileId={filing.id}
            documents={detail.documents}
            attachments={detail.attachments}
            read={contract}
          />
          <Proofs detail={detail} />
        </div>
        <div className="stack file-main">
          <About detail={detail} />
          <Talk detail={detail} renews={contract} />
          <section className="section">
            <h2>{t('leads.timeline')}</h2>
            <Timeline entries={detail.timeline} fresh={steps.fresh} />
          </section>
        </div>
      </FileSteps>
    </Page>
  );
}
