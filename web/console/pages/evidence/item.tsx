// SPDX-License-Identifier: Apache-2.0
import { downloadEvidence, getEvidence, verifyEvidence } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { addressOf } from '../../api/client.ts';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { size } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';
import { PackageTabs } from './package-tabs.tsx';
import { VerificationView } from './verification.tsx';

/** The evidence viewer: what the package holds, how it was captured, who handled it, and whether it is whole. */
export default function EvidenceFile() {
  const { t, word, locale } = useText();
  const { id = '' } = useParams();
  const params = { params: { id } };
  const read = useCall(getEvidence, params);
  const verify = useAct(verifyEvidence, { renews: [getEvidence] });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { evidence, hits } = read.data;
  return (
    <Page
      title={evidence.title ?? t('evidence.file')}
      line={t('evidence.fileLine')}
      actions={
        <>
          <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate(params)}>
            {t('evidence.verify')}
          </Button>
          <Button href={addressOf(downloadEvidence, params)} download>
            {t('evidence.download')} · {size(evidence.bytes, locale)}
          </Button>
        </>
      }
    >
      <div className="stack">
        <ProblemView error={verify.error} />
        {verify.data ? <VerificationView result={verify.data} /> : null}
        <Facts>
          <Fact name={t('evidence.address')}>
            <Outward url={evidence.url} />
          </Fact>
          <Fact name={t('evidence.captured')}>
            <When at={evidence.capturedAt} as="second" />
          </Fact>
          <Fact name={t('evidence.sha256')}>
            <span className="code">{evidence.sha256}</span>
          </Fact>
          <Fact name={t('evidence.sm3')}>
            <span className="code">{evidence.sm3}</span>
          </Fact>
          <Fact name={t('evidence.hits')}>
            {hits.length === 0 ? <span className="soft">{t('evidence.hitsNone')}</span> : null}
            <ul>
              {hits.map((hit) => (
                <li key={hit.id}>
                  <Link to={`/triage?hit=${hit.id}`}>{hit.title}</Link>{' '}
                  <span className="soft">{word('label', hit.label)}</span>
                </li>
              ))}
            </ul>
          </Fact>
          {evidence.patrolId || evidence.venueId ? (
            <Fact name={t('leads.foundBy')}>
              <span className="button-row">
                {evidence.patrolId ? (
                  <Link to={`/patrols/${evidence.patrolId}`}>{t('evidence.patrol')}</Link>
                ) : null}
                {evidence.venueId ? (
                  <Link to={`/registry/venues/${evidence.venueId}`}>{t('evidence.venue')}</Link>
                ) : null}
              </span>
            </Fact>
          ) : null}
        </Facts>
        <PackageTabs detail={read.data} />
      </div>
    </Page>
  );
}
