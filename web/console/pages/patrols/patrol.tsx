// SPDX-License-Identifier: Apache-2.0
import { getPatrol, listPatrols, type Patrol, resumePatrol, stopPatrol } from '@yiwang/contracts';
import { Alert, Button, Popconfirm, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useAct, useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { Bars } from '../../parts/bars.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Mark, PatrolState } from '../../parts/marks.tsx';
import { count, size } from '../../parts/money.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { minuteOf, When } from '../../parts/when.tsx';
import { PageLog } from './page-log.tsx';

const COUNTS: readonly (readonly [keyof Patrol['counts'], MessageKey, ((id: string) => string)?])[] = [
  ['requests', 'patrols.requests', (id) => `/patrols/${id}/log`],
  ['pages', 'patrols.pages', (id) => `/patrols/${id}/log?outcome=page`],
  ['unchanged', 'patrols.unchanged', (id) => `/patrols/${id}/log?outcome=unchanged`],
  ['barred', 'patrols.barred', (id) => `/patrols/${id}/log?outcome=barred`],
  ['failed', 'patrols.failed', (id) => `/patrols/${id}/log?outcome=failed`],
  ['waiting', 'patrols.waiting'],
  ['listings', 'patrols.listings'],
  ['hits', 'patrols.hits', (id) => `/triage?patrolId=${id}`],
  ['evidence', 'patrols.evidence', (id) => `/evidence?patrolId=${id}`],
];

function Buttons({ patrol }: { patrol: Patrol }) {
  const { t } = useText();
  const { may } = useSession();
  const stop = useAct(stopPatrol, { renews: [getPatrol, listPatrols] });
  const resume = useAct(resumePatrol, { renews: [getPatrol, listPatrols] });
  const params = { params: { id: patrol.id } };
  return (
    <>
      {stop.error || resume.error ? <ProblemView error={stop.error ?? resume.error} /> : null}
      {may(stopPatrol) && (patrol.state === 'running' || patrol.state === 'queued') ? (
        <Popconfirm
          title={t('patrols.stopAsk')}
          description={t('patrols.stopText')}
          okText={t('patrols.stop')}
          cancelText={t('app.cancel')}
          onConfirm={() => stop.mutate(params)}
        >
          <Button danger loading={stop.isPending}>
            {t('patrols.stop')}
          </Button>
        </Popconfirm>
      ) : null}
      {may(resumePatrol) && patrol.state === 'stopped' ? (
        <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(params)}>
          {t('patrols.resume')}
        </Button>
      ) : null}
      <ButtonLink primary={false} to={`/patrols/${patrol.id}/report`}>
        {t('patrols.report')}
      </ButtonLink>
    </>
  );
}

export default function PatrolFile() {
  const { t, word, locale } = useText();
  const { id = '' } = useParams();
  const read = useCall(getPatrol, { params: { id } }, { every: 2000 });
  if (read.error && !read.data) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { patrol, hosts, recent, minutes } = read.data;
  const series = [
    { key: 'requests', title: t('patrols.perRequests'), values: minutes.map((m) => m.requests) },
    { key: 'changed', title: t('patrols.perChanged'), values: minutes.map((m) => m.changed) },
    { key: 'hits', title: t('patrols.perHits'), values: minutes.map((m) => m.hits) },
  ];
  return (
    <Page
      name={patrol.site}
      title={
        <>
          <span className="breakable">{patrol.site}</span> <PatrolState state={patrol.state} />
        </>
      }
      line={t('patrols.fileLine')}
      actions={<Buttons patrol={patrol} />}
    >
      {patrol.problem ? (
        <Alert
          className="problem"
          type="error"
          showIcon
          title={t('patrols.problem')}
          description={patrol.problem}
        />
      ) : null}
      <div className="stack">
        <ul className="counts">
          {COUNTS.map(([name, title, href]) => {
            const value = count(patrol.counts[name], locale);
            return (
              <li key={name} className={name === 'hits' && patrol.counts.hits > 0 ? 'telling' : undefined}>
                <span className="count-value">{href ? <Link to={href(id)}>{value}</Link> : value}</span>
                <span className="soft">{t(title)}</span>
              </li>
            );
          })}
        </ul>
        <div className="two">
          <section className="section">
            <h2>{t('patrols.minutes')}</h2>
            {minutes.length === 0 ? (
              <p className="soft">{t('patrols.minutesNone')}</p>
            ) : (
              <div className="minute-charts">
                {series.map(({ key, title, values }) => (
                  <figure key={key}>
                    <figcaption>
                      <strong>{count(values.at(-1) ?? 0, locale)}</strong>{' '}
                      <span className="soft">{title}</span>
                    </figcaption>
                    <Bars
                      values={values}
                      max={Math.max(...values)}
                      label={`${title}：${values.join(', ')}`}
                    />
                  </figure>
                ))}
              </div>
            )}
          </section>
          <section className="section">
            <h2>{t('patrols.scope')}</h2>
            <Facts>
              <Fact name={t('patrols.ground')}>{patrol.ground}</Fact>
              <Fact name={t('patrols.kind')}>{word('patrolKind', patrol.kind)}</Fact>
              <Fact name={t('patrols.scope')}>
                {t('patrols.scopeText', {
                  pages: count(patrol.maxPages, locale),
                  rate: patrol.rate,
                  render: word('renderMode', patrol.render),
                })}
              </Fact>
              <Fact name={t('patrols.duration')}>
                {patrol.startedAt
                  ? patrol.endedAt
                    ? t('patrols.until', { from: minuteOf(patrol.startedAt), to: minuteOf(patrol.endedAt) })
                    : t('patrols.since', { from: minuteOf(patrol.startedAt) })
                  : word('patrolState', patrol.state)}
              </Fact>
              <Fact name={t('patrols.by')}>{patrol.startedBy ?? t('patrols.bySystem')}</Fact>
              <Fact name={t('patrols.bytes')}>{size(patrol.counts.bytes, locale)}</Fact>
            </Facts>
          </section>
        </div>
        {hosts.length > 0 ? (
          <section className="section">
            <h2>{t('patrols.hosts')}</h2>
            <table className="listing">
              <caption className="hidden">{t('patrols.hosts')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('patrols.host')}</th>
                  <th scope="col" className="number">
                    {t('patrols.rate')}
                  </th>
                  <th scope="col" className="number">
                    {t('patrols.asked')}
                  </th>
                  <th scope="col" className="number">
                    {t('patrols.waiting')}
                  </th>
                  <th scope="col">{t('patrols.paused')}</th>
                </tr>
              </thead>
              <tbody>
                {hosts.map((host) => (
                  <tr key={host.host}>
                    <th scope="row">{host.host}</th>
                    <td className="number" data-name={t('patrols.rate')}>
                      {host.rate}
                    </td>
                    <td className="number" data-name={t('patrols.asked')}>
                      {count(host.asked, locale)}
                    </td>
                    <td className="number" data-name={t('patrols.waiting')}>
                      {count(host.waiting, locale)}
                    </td>
                    <td data-name={t('patrols.paused')}>
                      {host.pausedUntil ? (
                        <>
                          <Mark tone="due">{t('patrols.paused')}</Mark>{' '}
                          <When at={host.pausedUntil} as="second" />
                        </>
                      ) : (
                        <span className="soft">{t('patrols.free')}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ) : null}
        <section className="section">
          <h2>
            {t('patrols.recent')} <Link to={`/patrols/${id}/log`}>{t('patrols.log')}</Link>
          </h2>
          <PageLog
            list={{ items: recent.slice(0, 20), loading: false }}
            caption={t('patrols.recent')}
            empty={t('patrols.recentNone')}
          />
        </section>
      </div>
    </Page>
  );
}
