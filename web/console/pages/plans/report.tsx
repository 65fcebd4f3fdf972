// SPDX-License-Identifier: Apache-2.0
import { exportPlanTargets, getPlanReport, type PlanReport } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { ExportLinks } from '../../parts/export-links.tsx';
import { Facts } from '../../parts/facts.tsx';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { minuteOf, secondOf } from '../../parts/when.tsx';
import { PlanAim } from './plan-aim.tsx';

const TOTALS: readonly (readonly [keyof PlanReport['totals'], MessageKey])[] = [
  ['sites', 'plans.totalSites'],
  ['visited', 'plans.totalVisited'],
  ['flagged', 'plans.totalFlagged'],
  ['hits', 'plans.totalHits'],
  ['confirmed', 'plans.totalConfirmed'],
  ['open', 'plans.totalOpen'],
  ['noise', 'plans.totalNoise'],
  ['leads', 'plans.totalLeads'],
  ['evidence', 'plans.totalEvidence'],
];

function Body({ report }: { report: PlanReport }) {
  const { t, word, locale } = useText();
  const { plan, runs, totals, byLabel, recheck, sites } = report;
  const n = (value: number) => count(value, locale);
  const outcomes = [t('plans.gone'), t('plans.changed'), t('plans.still'), t('plans.unseen')];
  const seen = (row: { gone: number; changed: number; still: number; unseen: number }) =>
    recheck ? [n(row.gone), n(row.changed), n(row.still), n(row.unseen)] : [];
  return (
    <article className="report">
      <p className="report-site">{plan.title}</p>
      <h2>{t('plans.reportAim')}</h2>
      <Facts>
        <PlanAim plan={plan} />
      </Facts>
      <h2>{t('plans.reportTotals')}</h2>
      <PlainTable
        heads={[t('plans.total'), t('plans.count')]}
        rows={TOTALS.map(([name, title]) => ({ key: name, cells: [t(title), n(totals[name])] }))}
      />
      <h2>{t('plans.reportPhases')}</h2>
      <PlainTable
        heads={[
          t('plans.round'),
          t('plans.started'),
          t('plans.siteColumn'),
          t('plans.skipped'),
          t('plans.pages'),
          t('plans.hits'),
          t('plans.evidence'),
        ]}
        rows={runs.toReversed().map((run) => ({
          key: run.id,
          cells: [
            `${t('plans.roundName', { round: run.round })}（${word('planPhase', run.phase)}）`,
            minuteOf(run.startedAt),
            n(run.sites),
            n(run.skipped),
            n(run.pages),
            n(run.hits),
            n(run.evidence),
          ],
        }))}
      />
      <h2>{t('plans.reportLabels')}</h2>
      <PlainTable
        heads={[t('plans.label'), t('plans.hits'), t('plans.confirmed'), ...(recheck ? outcomes : [])]}
        rows={byLabel.map((row) => ({
          key: row.label,
          cells: [word('label', row.label), n(row.hits), n(row.confirmed), ...seen(row)],
        }))}
      />
      {plan.kind === 'campaign' ? (
        <>
          <h2>{t('plans.reportRecheck')}</h2>
          {recheck ? (
            <>
              <p>{t('plans.recheckText', recheck)}</p>
              <p className="soft">{t('plans.recheckNote')}</p>
            </>
          ) : (
            <p className="soft">{t('plans.reportNoRecheck')}</p>
          )}
        </>
      ) : null}
      <h2>{t('plans.reportSites')}</h2>
      <PlainTable
        heads={[
          t('plans.siteColumn'),
          t('plans.pages'),
          t('plans.hits'),
          t('plans.confirmed'),
          ...(recheck ? outcomes : []),
        ]}
        rows={sites.map((row) => ({
          key: row.site,
          cells: [
            <span key="site" className="breakable">
              {row.site}
              {row.subject ? <small>{row.subject}</small> : null}
              {row.skipped ? (
                <small>
                  {t(row.skipped === 'refused' ? 'plans.skippedRefused' : 'plans.skippedRunning')}
                </small>
              ) : null}
            </span>,
            n(row.pages),
            n(row.hits),
            n(row.confirmed),
            ...seen(row),
          ],
        }))}
      />
      <p className="report-printed">{t('patrols.printed', { time: secondOf(new Date().toISOString()) })}</p>
    </article>
  );
}

/** The report of a plan as a sheet for screen and paper. */
export default function PlanReportPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const read = useCall(getPlanReport, { params: { id } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 12 }} />;
  const campaign = read.data.plan.kind === 'campaign';
  return (
    <Page
      title={t(campaign ? 'plans.campaignReportTitle' : 'plans.reportTitle')}
      line={<span className="no-print">{t('plans.reportLine')}</span>}
      actions={
        <>
          <ExportLinks contract={exportPlanTargets} query={{ planId: id }} />
          <Button type="primary" onClick={() => window.print()}>
            {t('app.print')}
          </Button>
        </>
      }
    >
      <Body report={read.data} />
    </Page>
  );
}
