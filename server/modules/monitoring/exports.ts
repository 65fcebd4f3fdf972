// SPDX-License-Identifier: Apache-2.0

import type { Candidate, Hit, Patrol, PlanTarget } from '@yiwang/contracts';
import * as contracts from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listCandidates } from './candidates/list-candidates.ts';
import { listHits } from './hits/list-hits.ts';
import { listPatrols } from './patrols/list-patrols.ts';
import { listPlanTargets } from './plans/list-targets.ts';

/** Hits as a table. */
export const exportHits = exportRoute(contracts.exportHits, {
  name: 'hits',
  title: { zh: '疑似违法信息', en: 'Hits' },
  columns: [
    column<Hit>('风险', 'Risk', (hit) => hit.risk),
    column<Hit>('标题', 'Title', (hit) => hit.title),
    column<Hit>('涉嫌', 'Label', (hit) => hit.label),
    column<Hit>('等级', 'Severity', (hit) => hit.severity),
    column<Hit>('规则', 'Rule', (hit, locale) => hit.ruleTitle[locale]),
    column<Hit>('规则编号', 'Rule id', (hit) => hit.rule),
    column<Hit>('店铺', 'Shop', (hit) => hit.shop),
    column<Hit>('价格', 'Price', (hit) => hit.price),
    column<Hit>('币种', 'Currency', (hit) => hit.currency),
    column<Hit>('网址', 'Address', (hit) => hit.url),
    column<Hit>('研判', 'State', (hit) => hit.state),
    column<Hit>('研判人', 'Judged by', (hit) => hit.judgedBy),
    column<Hit>('说明', 'Note', (hit) => hit.note),
    column<Hit>('发现时间（北京）', 'Found (Beijing)', (hit) => inBeijing(hit.foundAt)),
    column<Hit>('研判时间（北京）', 'Judged (Beijing)', (hit) => inBeijing(hit.judgedAt)),
  ],
  page: (tx, query) => listHits(tx, query),
});

/** Patrols as a table. */
export const exportPatrols = exportRoute(contracts.exportPatrols, {
  name: 'patrols',
  title: { zh: '巡查', en: 'Patrols' },
  columns: [
    column<Patrol>('网站', 'Site', (patrol) => patrol.site),
    column<Patrol>('种类', 'Kind', (patrol) => patrol.kind),
    column<Patrol>('状态', 'State', (patrol) => patrol.state),
    column<Patrol>('理由', 'Ground', (patrol) => patrol.ground),
    column<Patrol>('发起人', 'Started by', (patrol) => patrol.startedBy),
    column<Patrol>('请求', 'Requests', (patrol) => patrol.counts.requests),
    column<Patrol>('网页', 'Pages', (patrol) => patrol.counts.pages),
    column<Patrol>('未变化', 'Unchanged', (patrol) => patrol.counts.unchanged),
    column<Patrol>('被 robots 拒绝', 'Barred by robots', (patrol) => patrol.counts.barred),
    column<Patrol>('失败', 'Failed', (patrol) => patrol.counts.failed),
    column<Patrol>('商品', 'Listings', (patrol) => patrol.counts.listings),
    column<Patrol>('命中', 'Hits', (patrol) => patrol.counts.hits),
    column<Patrol>('证据', 'Evidence', (patrol) => patrol.counts.evidence),
    column<Patrol>('字节', 'Bytes', (patrol) => patrol.counts.bytes),
    column<Patrol>('发起时间（北京）', 'Asked for (Beijing)', (patrol) => inBeijing(patrol.createdAt)),
    column<Patrol>('结束时间（北京）', 'Ended (Beijing)', (patrol) => inBeijing(patrol.endedAt)),
    column<Patrol>('问题', 'Problem', (patrol) => patrol.problem),
  ],
  page: (tx, query) => listPatrols(tx, query),
});

/** Places that may be venues as a table. */
export const exportCandidates = exportRoute(contracts.exportCandidates, {
  name: 'candidates',
  title: { zh: '候选场所', en: 'Candidates' },
  columns: [
    column<Candidate>('可能性', 'Score', (one) => one.score),
    column<Candidate>('名称', 'Name', (one) => one.name),
    column<Candidate>('网址', 'Address', (one) => one.url),
    column<Candidate>('来由', 'Reasons', (one) => one.reasons.join(' ')),
    column<Candidate>('首页商品', 'Listings', (one) => one.listings),
    column<Candidate>('判定', 'Verdict', (one) => one.state),
    column<Candidate>('判定人', 'Judged by', (one) => one.judgedBy),
    column<Candidate>('提出时间（北京）', 'Proposed (Beijing)', (one) => inBeijing(one.proposedAt)),
    column<Candidate>('判定时间（北京）', 'Judged (Beijing)', (one) => inBeijing(one.judgedAt)),
  ],
  page: (tx, query, { app }) => listCandidates(tx, app, query),
});

/** The sites of a plan's rounds as a table. */
export const exportPlanTargets = exportRoute(contracts.exportPlanTargets, {
  name: 'plan-targets',
  title: { zh: '计划检查对象', en: 'Sites of a plan' },
  columns: [
    column<PlanTarget>('轮次', 'Round', (one) => one.round),
    column<PlanTarget>('阶段', 'Phase', (one) => one.phase),
    column<PlanTarget>('网址', 'Site', (one) => one.site),
    column<PlanTarget>('经营者', 'Operator', (one) => one.subject),
    column<PlanTarget>('状态', 'State', (one) => one.state),
    column<PlanTarget>('未检查原因', 'Left out', (one) => one.skipped),
    column<PlanTarget>('网页', 'Pages', (one) => one.pages),
    column<PlanTarget>('命中', 'Hits', (one) => one.hits),
    column<PlanTarget>('属实', 'Confirmed', (one) => one.confirmed),
  ],
  page: (tx, query) => listPlanTargets(tx, query),
});
