// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { type Route, route } from '../../platform/http/route.ts';
import { enqueue } from '../../platform/jobs/enqueue.ts';
import { findCandidate } from './candidates/candidate-view.ts';
import { getCandidate } from './candidates/get-candidate.ts';
import { importCandidates } from './candidates/import-list.ts';
import { judgeCandidate } from './candidates/judge-candidate.ts';
import { listCandidates } from './candidates/list-candidates.ts';
import { probeJob } from './candidates/probe-job.ts';
import { searchCandidates } from './candidates/search-candidates.ts';
import { undoCandidate } from './candidates/undo-candidate.ts';
import { venueChanges } from './changes/venue-changes.ts';
import { exportCandidates, exportHits, exportPatrols, exportPlanTargets } from './exports.ts';
import { getFind } from './finds/find-view.ts';
import { reportFind } from './finds/report-find.ts';
import { getHit } from './hits/get-hit.ts';
import { judgeHitGroup } from './hits/judge-group.ts';
import { judgeHit } from './hits/judge-hit.ts';
import { listHitGroups } from './hits/list-groups.ts';
import { listHits } from './hits/list-hits.ts';
import { undoVerdict } from './hits/undo-verdict.ts';
import { getPatrol } from './patrols/get-patrol.ts';
import { listPatrols } from './patrols/list-patrols.ts';
import { listPatrolPages } from './patrols/patrol-pages.ts';
import { patrolReport } from './patrols/patrol-report.ts';
import { startPatrol } from './patrols/start-patrol.ts';
import { resumePatrol, stopPatrol } from './patrols/stop-patrol.ts';
import { actOnPlan } from './plans/act-on-plan.ts';
import { createPlan } from './plans/create-plan.ts';
import { getPlan, listPlans } from './plans/list-plans.ts';
import { listPlanTargets } from './plans/list-targets.ts';
import { planReport } from './plans/plan-report.ts';
import { readRhythms, writeRhythm } from './plans/rhythms.ts';
import { getRule, listRules } from './rules/list-rules.ts';
import { selfCheck } from './rules/self-check.ts';

export const monitoringRoutes: Route[] = [
  route(contracts.listPatrols, ({ query, transact }) => transact((tx) => listPatrols(tx, query))),
  exportPatrols,
  route(contracts.startPatrol, ({ body, app, actor, transact }) =>
    transact((tx) => startPatrol(tx, app, actor, body)),
  ),
  route(contracts.getPatrol, ({ params, app, transact }) => transact((tx) => getPatrol(tx, app, params.id))),
  route(contracts.listPatrolPages, ({ params, query, transact }) =>
    transact((tx) => listPatrolPages(tx, params.id, query)),
  ),
  route(contracts.stopPatrol, ({ params, app, actor, transact }) =>
    transact((tx) => stopPatrol(tx, app, actor, params.id)),
  ),
  route(contracts.resumePatrol, ({ params, app, actor, transact }) =>
    transact((tx) => resumePatrol(tx, app, actor, params.id)),
  ),
  route(contracts.getPatrolReport, ({ params, transact }) => transact((tx) => patrolReport(tx, params.id))),

  route(contracts.listHits, ({ query, transact }) => transact((tx) => listHits(tx, query))),
  exportHits,
  route(contracts.listHitGroups, ({ query, transact }) => transact((tx) => listHitGroups(tx, query))),
  route(contracts.getHit, ({ params, transact }) => transact((tx) => getHit(tx, params.id))),
  route(contracts.judgeHit, ({ params, body, app, actor, transact }) =>
    transact(async (tx) => {
      const { leadId } = await judgeHit(tx, app.clock, actor, params.id, {
        verdict: body.verdict,
        note: body.note ?? null,
      });
      return { hit: (await getHit(tx, params.id)).hit, leadId };
    }),
  ),
  route(contracts.undoVerdict, ({ params, app, actor, transact }) =>
    transact(async (tx) => {
      await undoVerdict(tx, app.clock, actor, params.id);
      return { hit: (await getHit(tx, params.id)).hit };
    }),
  ),
  route(contracts.judgeHitGroup, ({ body, app, actor, transact }) =>
    transact((tx) =>
      judgeHitGroup(tx, app.clock, actor, body.key, { verdict: body.verdict, note: body.note ?? null }),
    ),
  ),

  route(contracts.reportFind, ({ body, app, actor, transact }) =>
    transact((tx) => reportFind(tx, app, actor, body)),
  ),
  route(contracts.getFind, ({ params, transact }) => transact((tx) => getFind(tx, params.id))),

  route(contracts.listPlans, ({ query, transact }) => transact((tx) => listPlans(tx, query))),
  route(contracts.createPlan, ({ body, app, actor, transact }) =>
    transact((tx) => createPlan(tx, app, actor, body)),
  ),
  route(contracts.getPlan, ({ params, transact }) => transact((tx) => getPlan(tx, params.id))),
  route(contracts.pausePlan, ({ params, app, actor, transact }) =>
    transact((tx) => actOnPlan(tx, app, actor, params.id, 'pause')),
  ),
  route(contracts.resumePlan, ({ params, app, actor, transact }) =>
    transact((tx) => actOnPlan(tx, app, actor, params.id, 'resume')),
  ),
  route(contracts.endPlan, ({ params, app, actor, transact }) =>
    transact((tx) => actOnPlan(tx, app, actor, params.id, 'end')),
  ),
  route(contracts.runPlan, ({ params, app, actor, transact }) =>
    transact((tx) => actOnPlan(tx, app, actor, params.id, 'run')),
  ),
  route(contracts.listPlanTargets, ({ query, transact }) => transact((tx) => listPlanTargets(tx, query))),
  exportPlanTargets,
  route(contracts.getPlanReport, ({ params, transact }) => transact((tx) => planReport(tx, params.id))),
  route(contracts.getRhythms, ({ transact }) => transact(async (tx) => ({ items: await readRhythms(tx) }))),
  route(contracts.setRhythm, ({ body, app, actor, transact }) =>
    transact((tx) => writeRhythm(tx, app.clock, actor, body)),
  ),
  route(contracts.getVenueChanges, ({ params, query, transact }) =>
    transact((tx) => venueChanges(tx, params.id, query)),
  ),

  exportCandidates,
  route(contracts.listCandidates, ({ query, app, transact }) =>
    transact((tx) => listCandidates(tx, app, query)),
  ),
  route(contracts.getCandidate, ({ params, transact }) => transact((tx) => getCandidate(tx, params.id))),
  route(contracts.judgeCandidate, ({ params, body, app, actor, transact }) =>
    transact((tx) => judgeCandidate(tx, app.clock, actor, params.id, body)),
  ),
  route(contracts.undoCandidate, ({ params, app, actor, transact }) =>
    transact((tx) => undoCandidate(tx, app.clock, actor, params.id)),
  ),
  route(contracts.probeCandidate, ({ params, transact }) =>
    transact(async (tx) => {
      const candidate = await findCandidate(tx, params.id);
      await enqueue(tx, probeJob, { candidateId: params.id }, { key: `probe:${params.id}`, maxAttempts: 3 });
      return { candidate };
    }),
  ),
  route(contracts.importCandidates, ({ body, app, actor, transact }) =>
    transact((tx) => importCandidates(tx, app, actor, body)),
  ),
  route(contracts.searchCandidates, ({ body, app, actor, transact }) =>
    transact((tx) => searchCandidates(tx, app, actor, body)),
  ),

  route(contracts.listRules, ({ query, transact }) => transact((tx) => listRules(tx, query))),
  route(contracts.selfCheck, async ({ body, app }) => selfCheck(app.clock, body)),
  route(contracts.getRule, ({ params, transact }) => transact((tx) => getRule(tx, params.rule))),
];
