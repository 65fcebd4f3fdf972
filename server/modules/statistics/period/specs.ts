// SPDX-License-Identifier: Apache-2.0
import type { IndicatorValue } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import {
  acted,
  clocked,
  either,
  everActed,
  formIs,
  type Items,
  onTime,
  opened,
  type Period,
} from './items.ts';

export interface IndicatorSpec {
  id: string;
  group: IndicatorValue['group'];
  title: { zh: string; en: string };
  formula: { zh: string; en: string };
  /** What it counts; for a rate, the part. */
  numerator?: Items;
  /** Of a rate: the whole. */
  denominator?: Items;
  /** Counted from other tables than files: `select count(*)::float as value …`; with where its items are. */
  other?: { count(period: Period): RawBuilder<unknown>; href: string };
  unit?: IndicatorValue['unit'];
}

const t = (zh: string, en: string) => ({ zh, en });
const NONE = t('本系统还没有这项数据的来源。', 'This instance has nothing yet to count it from.');
const sent = acted('lead', 'dispatch');
const leads = opened('lead');
const rated = (and?: RawBuilder<unknown>) =>
  either(acted('complaint', 'rate', and), acted('report', 'rate', and), acted('inquiry', 'rate', and));
const concluded = acted('lead', 'conclude');

/** Under the names, and in the order, of domain.md §3. */
export const SPECS: readonly IndicatorSpec[] = [
  {
    id: 'subjects',
    group: 'monitoring',
    title: t('主体建档数', 'Subjects on file'),
    formula: t(
      '期末主体库中的主体（合并的算一个）',
      'Subjects in the register at the end; merged ones count once',
    ),
    other: {
      count: ({ to }) =>
        sql`select count(*)::float as value from subjects where merged_into is null and first_seen_at < ${to}`,
      href: '/console/registry',
    },
  },
  {
    id: 'venue-visits',
    group: 'monitoring',
    title: t('监测网站网店次数', 'Venues looked at'),
    formula: t(
      '期内每次巡查读到网页的网站，一次巡查中的一个网站算一次',
      'Sites of which a patrol read pages, once for each patrol and site',
    ),
    other: {
      count: ({ from, to }) => sql`select count(*)::float as value from (
        select distinct patrol_id, host from request_log
        where outcome in ('page', 'unchanged') and at >= ${from} and at < ${to}) v`,
      href: '/console/registry?view=venues',
    },
  },
  {
    id: 'patrols',
    group: 'monitoring',
    title: t('监测次数', 'Patrols'),
    formula: t('期内发起的巡查', 'Patrols asked for in the period'),
    other: {
      count: ({ from, to }) =>
        sql`select count(*)::float as value from patrols where created_at >= ${from} and created_at < ${to}`,
      href: '/console/patrols',
    },
  },
  {
    id: 'leads',
    group: 'leads',
    title: t('发现线索数', 'Leads found'),
    formula: t('期内生成的线索', 'Leads made in the period'),
    numerator: leads,
  },
  {
    id: 'dispatched',
    group: 'leads',
    title: t('派发数', 'Sent on'),
    formula: t('期内派发过的线索，多次派发算一条', 'Leads sent to an office below in the period, each once'),
    numerator: sent,
  },
  {
    id: 'signed-in-time',
    group: 'leads',
    title: t('签收及时率', 'Signed for in time'),
    formula: t(
      '按时签收 ÷（期内签收或超期未签收）',
      'signed for in time ÷ (signed for, or overdue, in the period)',
    ),
    numerator: clocked('lead', 'sign', onTime),
    denominator: clocked('lead', 'sign'),
  },
  {
    id: 'fed-back',
    group: 'leads',
    title: t('反馈率', 'Fed back'),
    formula: t('期内派发、已经反馈 ÷ 期内派发', 'sent in the period and fed back since ÷ sent in the period'),
    numerator: acted('lead', 'dispatch', everActed('feedback')),
    denominator: sent,
  },
  {
    id: 'verified',
    group: 'leads',
    title: t('核查率', 'Verified'),
    formula: t(
      '期内生成、已有核查结果 ÷ 期内生成',
      'made in the period with an outcome since ÷ made in the period',
    ),
    numerator: opened('lead', everActed('conclude')),
    denominator: leads,
  },
  {
    id: 'confirmed',
    group: 'leads',
    title: t('查实率', 'Confirmed'),
    formula: t(
      '结果不是“未发现违法” ÷ 期内有核查结果',
      'outcome other than "no breach found" ÷ outcomes recorded in the period',
    ),
    numerator: acted('lead', 'conclude', sql`e.form->>'outcome' <> 'clean'`),
    denominator: concluded,
  },
  {
    id: 'corrections',
    group: 'leads',
    title: t('责令改正数', 'Corrections ordered'),
    formula: t('期内批准发出的责令改正', 'Correction orders approved in the period'),
    numerator: acted('correction', 'approve'),
  },
  {
    id: 'removed',
    group: 'leads',
    title: t('删除违法信息条数', 'Listings removed'),
    formula: t('通知平台删除、复查已处置', 'Notices to remove, found complied with at the re-check'),
    numerator: acted(
      'platform-notice',
      'recheck',
      sql`f.state = 'complied' and f.values->>'demand' = 'remove'`,
    ),
  },
  {
    id: 'closures-asked',
    group: 'leads',
    title: t('提请关闭网站数', 'Closures of sites asked for'),
    formula: NONE,
  },
  {
    id: 'suspended',
    group: 'leads',
    title: t('停止平台服务网店数', 'Shops suspended by platforms'),
    formula: t('通知平台暂停服务、复查已处置', 'Notices to suspend, found complied with at the re-check'),
    numerator: acted(
      'platform-notice',
      'recheck',
      sql`f.state = 'complied' and f.values->>'demand' = 'suspend'`,
    ),
  },
  {
    id: 'cases',
    group: 'leads',
    title: t('立案数', 'Cases'),
    formula: t(
      '期内结果为“建议立案”的线索和已立案的举报',
      'Leads concluded as case proposed, and reports on which a case was opened',
    ),
    numerator: either(acted('lead', 'conclude', formIs('outcome', 'to-case')), acted('report', 'open-case')),
  },
  {
    id: 'transferred',
    group: 'leads',
    title: t('移送数', 'Transferred'),
    formula: t(
      '期内移送其他部门、移送公安、移送有管辖权单位',
      'Transfers opened in the period: to departments, the police, other offices',
    ),
    numerator: either(opened('referral'), opened('crime'), opened('transfer')),
  },
  { id: 'fines', group: 'leads', title: t('罚没款', 'Fines'), formula: NONE, unit: 'yuan' },
  {
    id: 'complaints-first-check',
    group: 'complaints',
    title: t('按时初查率', 'Decided on in time'),
    formula: t(
      '按时作出受理决定 ÷（期内作出或超期）',
      'decided in time ÷ (decided, or overdue, in the period)',
    ),
    numerator: clocked('complaint', 'accept', onTime),
    denominator: clocked('complaint', 'accept'),
  },
  {
    id: 'complaints-closed',
    group: 'complaints',
    title: t('按时办结率', 'Ended in time'),
    formula: t(
      '按时结束调解 ÷（期内结束或超期）',
      'mediation ended in time ÷ (ended, or overdue, in the period)',
    ),
    numerator: clocked('complaint', 'mediate', onTime),
    denominator: clocked('complaint', 'mediate'),
  },
  {
    id: 'mediated',
    group: 'complaints',
    title: t('调解成功率', 'Mediated with success'),
    formula: t(
      '达成协议或自行和解 ÷ 期内受理且已结束调解',
      'agreed or settled ÷ accepted in the period and ended since',
    ),
    numerator: acted(
      'complaint',
      'accept',
      sql`(${everActed('agree')} or ${everActed('record-settlement')})`,
    ),
    denominator: acted(
      'complaint',
      'accept',
      sql`(${everActed('agree')} or ${everActed('record-settlement')} or ${everActed('terminate')})`,
    ),
  },
  { id: 'settled-first', group: 'complaints', title: t('先行和解率', 'Settled first'), formula: NONE },
  { id: 'published', group: 'complaints', title: t('公示率', 'Published'), formula: NONE },
  {
    id: 'complaint-to-case',
    group: 'complaints',
    title: t('诉转案数', 'Complaints turned into cases'),
    formula: t(
      '期内在调解中发现违法行为、转入核查的投诉',
      'Complaints in whose mediation a breach was found in the period',
    ),
    numerator: acted('complaint', 'breach-found'),
  },
  {
    id: 'recovered',
    group: 'complaints',
    title: t('挽回损失', 'Losses recovered'),
    formula: t(
      '期内协议与和解中写明的金额之和（元）',
      'Sum of the amounts written into agreements and settlements of the period, in yuan',
    ),
    unit: 'yuan',
    other: {
      count: ({ from, to }) => sql`
        select coalesce(sum((e.form->>'amount')::numeric), 0)::float as value
        from (select distinct file_id from file_access) a join files f on f.file_id = a.file_id
        join file_timeline e on e.file_id = f.file_id
        where f.procedure = 'complaint' and e.action in ('agree', 'record-settlement') and e.at >= ${from} and e.at < ${to}
          and e.form->>'amount' ~ '^[0-9]{1,12}([.][0-9]{1,2})?$'`,
      href: '/console/indicators/mediated',
    },
  },
  {
    id: 'reports-checked',
    group: 'reports',
    title: t('按时核查率', 'Checked in time'),
    formula: t(
      '按时作出核查决定 ÷（期内作出或超期）',
      'decided in time ÷ (decided, or overdue, in the period)',
    ),
    numerator: clocked('report', 'check', onTime),
    denominator: clocked('report', 'check'),
  },
  {
    id: 'reports-told',
    group: 'reports',
    title: t('按时办结率', 'Ended in time'),
    formula: t('按时告知结果 ÷（期内告知或超期）', 'told in time ÷ (told, or overdue, in the period)'),
    numerator: clocked('report', 'told-decision', onTime),
    denominator: clocked('report', 'told-decision'),
  },
  {
    id: 'satisfaction',
    group: 'complaints',
    title: t('满意度', 'Satisfaction'),
    formula: t('期内评价 4 分和 5 分 ÷ 期内评价', '4 and 5 of 5 ÷ ratings given in the period'),
    numerator: rated(sql`e.form->>'stars' in ('4', '5')`),
    denominator: rated(),
  },
];
