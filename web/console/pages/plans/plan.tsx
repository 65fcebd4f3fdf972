// SPDX-License-Identifier: Apache-2.0
import {
  endPlan,
  exportPlanTargets,
  getPlan,
  listPlans,
  listPlanTargets,
  type Plan,
  type PlanRun,
  type PlanTarget,
  pausePlan,
  resumePlan,
  runPlan,
} from '@yiwang/contracts';
import { Button, Popconfirm, Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useAct, useCall, usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type Text, useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark, PatrolState, PlanState } from '../../parts/marks.tsx';
import { count } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';
import { PlanAim } from './plan-aim.tsx';

function Buttons({ plan }: { plan: Plan }) {
  const { t } = useText();
  const { may } = useSession();
  const renews = [getPlan, listPlans, listPlanTargets];
  const pause = useAct(pausePlan, { renews });
  const resume = useAct(resumePlan, { renews });
  const end = useAct(endPlan, { renews });
  const run = useAct(runPlan, { renews });
  const params = { params: { id: plan.id } };
  const over = plan.state === 'ended';
  const error = pause.error ?? resume.error ?? end.error ?? run.error;
  return (
    <>
      {error ? <ProblemView error={error} /> : null}
      {may(runPlan) && !over && !(plan.kind === 'campaign' && plan.rounds >= 2) ? (
        <Button loading={run.isPending} onClick={() => run.mutate(params)}>
          {t('plans.run')}
        </Button>
      ) : null}
      {may(pausePlan) && (plan.state === 'active' || plan.state === 'waiting') ? (
        <Button loading={pause.isPending} onClick={() => pause.mutate(params)}>
          {t('plans.pause')}
        </Button>
      ) : null}
      {may(resumePlan) && plan.state === 'paused' ? (
        <Button loading={resume.isPending} onClick={() => resume.mutate(params)}>
          {t('plans.resume')}
        </Button>
      ) : null}
      {may(endPlan) && !over ? (
        <Popconfirm
          title={t('plans.endAsk')}
          description={t('plans.endText')}
          okText={t('plans.end')}
          cancelText={t('app.cancel')}
          onConfirm={() => end.mutate(params)}
        >
          <Button danger loading={end.isPending}>
            {t('plans.end')}
          </Button>
        </Popconfirm>
      ) : null}
      <ButtonLink to={`/plans/${plan.id}/report`}>{t('plans.report')}</ButtonLink>
    </>
  );
}

const runColumns = ({ t, word, locale }: Text): Column<PlanRun>[] => [
  {
    key: 'round',
    title: t('plans.round'),
    head: true,
    cell: (run) => (
      <>
        {t('plans.roundName', { round: run.round })} <Mark>{word('planPhase', run.phase)}</Mark>
      </>
    ),
  },
  { key: 'started', title: t('plans.started'), cell: (run) => <When at={run.startedAt} /> },
  {
    key: 'ended',
    title: t('plans.ended'),
    cell: (run) => (run.endedAt ? <When at={run.endedAt} /> : t('plans.running', { count: run.running })),
  },
  { key: 'sites', title: t('plans.siteColumn'), number: true, cell: (run) => count(run.sites, locale) },
  { key: 'skipped', title: t('plans.skipped'), number: true, cell: (run) => count(run.skipped, locale) },
  { key: 'pages', title: t('plans.pages'), number: true, cell: (run) => count(run.pages, locale) },
  { key: 'hits', title: t('plans.hits'), number: true, cell: (run) => count(run.hits, locale) },
  { key: 'evidence', title: t('plans.evidence'), number: true, cell: (run) => count(run.evidence, locale) },
];

const targetColumns = ({ t, locale }: Text): Column<PlanTarget>[] => [
  {
    key: 'site',
    title: t('plans.siteColumn'),
    head: true,
    cell: (target) =>
      target.patrolId ? (
        <Link to={`/patrols/${target.patrolId}`}>{target.site}</Link>
      ) : (
        <Outward url={target.site} />
      ),
  },
  { key: 'round', title: t('plans.round'), number: true, cell: (target) => target.round },
  {
    key: 'state',
    title: t('plans.state'),
    cell: (target) =>
      target.state ? (
        <PatrolState state={target.state} />
      ) : (
        <span className="soft">
          {t(target.skipped === 'refused' ? 'plans.skippedRefused' : 'plans.skippedRunning')}
        </span>
      ),
  },
  {
    key: 'subject',
    title: t('plans.subject'),
    cell: (target) => target.subject ?? t('app.none'),
    wideOnly: true,
  },
  { key: 'pages', title: t('plans.pages'), number: true, cell: (target) => count(target.pages, locale) },
  {
    key: 'hits',
    title: t('plans.hits'),
    number: true,
    cell: (target) =>
      target.patrolId && target.hits > 0 ? (
        <Link to={`/triage?patrolId=${target.patrolId}`}>{count(target.hits, locale)}</Link>
      ) : (
        count(target.hits, locale)
      ),
  },
  {
    key: 'confirmed',
    title: t('plans.confirmed'),
    number: true,
    cell: (target) => count(target.confirmed, locale),
  },
];

/** A plan with its rounds and sites, live. */
export default function PlanFile() {
  const text = useText();
  const { t } = text;
  const { id = '' } = useParams();
  const read = useCall(getPlan, { params: { id } }, { every: 5000 });
  const targets = usePages(listPlanTargets, { query: { planId: id } }, { every: 5000 });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { plan, runs } = read.data;
  return (
    <Page
      title={
        <>
          {plan.title} <PlanState state={plan.state} />
        </>
      }
      name={plan.title}
      line={t('plans.fileLine')}
      actions={<Buttons plan={plan} />}
    >
      <div className="stack">
        <Facts>
          <PlanAim plan={plan} />
          <Fact name={t('plans.next')}>
            {plan.nextDueAt ? (
              <When at={plan.nextDueAt} />
            ) : (
              <span className="soft">{t('plans.nextNone')}</span>
            )}
          </Fact>
          <Fact name={t('plans.by')}>{plan.createdBy}</Fact>
        </Facts>
        <section className="section">
          <h2>{t('plans.rounds')}</h2>
          <Listing
            caption={t('plans.rounds')}
            columns={runColumns(text)}
            list={{ items: runs, loading: false }}
            rowKey={(run) => run.id}
            empty={t('plans.roundsNone')}
          />
        </section>
        <section className="section">
          <h2>{t('plans.targets')}</h2>
          <p className="filters">
            <ExportLinks contract={exportPlanTargets} query={{ planId: id }} />
          </p>
          <Listing
            caption={t('plans.targets')}
            columns={targetColumns(text)}
            list={targets}
            rowKey={(target) => `${target.round} ${target.host}`}
            empty={t('plans.targetsNone')}
          />
        </section>
      </div>
    </Page>
  );
}
