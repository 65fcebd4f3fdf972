// SPDX-License-Identifier: Apache-2.0
import { getPatrolReport, type PatrolReport } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { count } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { PlainTable } from '../../parts/plain-table.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { minuteOf, secondOf } from '../../parts/when.tsx';

function Body({ report }: { report: PatrolReport }) {
  const { t, both, word, locale } = useText();
  const { patrol } = report;
  const n = (value: number) => count(value, locale);
  return (
    <article className="report">
      <p className="report-site">
        {patrol.site}
        <br />
        {patrol.startedAt
          ? t('patrols.until', {
              from: minuteOf(patrol.startedAt),
              to: patrol.endedAt ? minuteOf(patrol.endedAt) : word('patrolState', patrol.state),
            })
          : word('patrolState', patrol.state)}
      </p>
      <h2>{t('patrols.reportScope')}</h2>
      <p>{both(report.scope)}</p>
      <p>
        {t('patrols.ground')}：{patrol.ground}
      </p>
      <h2>{t('patrols.reportMethod')}</h2>
      <p>{both(report.method)}</p>
      <h2>{t('patrols.reportCounts')}</h2>
      <PlainTable
        heads={[t('patrols.outcome'), t('patrols.countColumn')]}
        rows={report.byOutcome.map((row) => ({
          key: row.outcome,
          cells: [word('outcome', row.outcome), n(row.count)],
        }))}
      />
      <h2>{t('patrols.reportRules')}</h2>
      <PlainTable
        heads={[
          t('patrols.rule'),
          t('patrols.hits'),
          t('patrols.confirmed'),
          t('patrols.noise'),
          t('patrols.open'),
        ]}
        rows={report.byRule.map((row) => ({
          key: row.rule,
          cells: [
            `${both(row.title)}（${word('label', row.label)}）`,
            n(row.hits),
            n(row.confirmed),
            n(row.noise),
            n(row.open),
          ],
        }))}
      />
      <h2>{t('patrols.reportVerdicts')}</h2>
      <PlainTable
        heads={[t('patrols.verdict'), t('patrols.countColumn')]}
        rows={report.verdicts.map((row) => ({
          key: row.verdict,
          cells: [word('hitState', row.verdict), n(row.count)],
        }))}
      />
      <h2>{t('patrols.reportShops')}</h2>
      <PlainTable
        heads={[t('patrols.shop'), t('patrols.listings'), t('patrols.hits')]}
        rows={report.shops.map((row) => ({
          key: row.venueId,
          cells: [
            <Link key="shop" to={`/registry/venues/${row.venueId}`}>
              {row.name}
            </Link>,
            n(row.listings),
            n(row.hits),
          ],
        }))}
      />
      <h2>{t('patrols.reportEvidence')}</h2>
      {report.evidence.length === 0 ? <p className="soft">{t('patrols.none')}</p> : null}
      <ol className="report-evidence">
        {report.evidence.map((item) => (
          <li key={item.id}>
            <Link to={`/evidence/${item.id}`}>{item.title ?? item.url}</Link>
            <br />
            <span className="breakable">{item.url}</span>
            <br />
            {t('patrols.captured')} {secondOf(item.capturedAt)}
            <br />
            <span className="code breakable">SHA-256 {item.sha256}</span>
          </li>
        ))}
      </ol>
      <p className="report-printed">{t('patrols.printed', { time: secondOf(new Date().toISOString()) })}</p>
    </article>
  );
}

/** The report of a patrol as a sheet for screen and paper. */
export default function Report() {
  const { t } = useText();
  const { id = '' } = useParams();
  const read = useCall(getPatrolReport, { params: { id } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 12 }} />;
  return (
    <Page
      title={t('patrols.reportTitle')}
      line={<span className="no-print">{t('patrols.reportLine')}</span>}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      }
    >
      <Body report={read.data} />
    </Page>
  );
}
