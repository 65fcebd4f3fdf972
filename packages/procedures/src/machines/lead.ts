// SPDX-License-Identifier: Apache-2.0
import type { Machine } from '../machine.ts';
import {
  choice,
  HANDLERS,
  longtext,
  note,
  noteAction,
  office,
  proof,
  reason,
  title,
  VERIFIERS,
} from './fields.ts';
import { houseSteps, taskSteps } from './lead-steps.ts';

const outcomes = {
  clean: title('未发现违法', 'No breach found'),
  corrected: title('已改正', 'Corrected'),
  'correction-ordered': title('已责令改正', 'Correction ordered'),
  'to-case': title('建议立案', 'Case proposed'),
  'to-platform': title('转平台处置', 'Handed to the platform'),
  'to-department': title('转其他部门', 'Handed to another department'),
  unreachable: title('查无下落', 'Operator cannot be reached'),
} as const;
const outcomeIds = Object.keys(outcomes) as (keyof typeof outcomes)[];
const IN_HAND = ['graded', 'signed', 'returned', 'not-corrected'];
const OPEN = ['created', ...IN_HAND, 'reminded', 'dispatched', 'verifying'];
const LIVE = [...OPEN, ...outcomeIds, 'fed-back', 'audited'];

const grade = choice('grade', '等级', 'Grade', {
  slight: ['轻微', 'Slight'],
  serious: ['较重', 'Serious'],
  major: ['重大', 'Major'],
});

/** What the receiver thinks of what it was sent: counted for the sender (domain.md §2.4). */
const QUALITY = {
  useful: ['线索准确有用', 'Accurate and of use'],
  vague: ['材料不足', 'Too thin'],
  'dead-link': ['链接已失效', 'Link was dead'],
  'wrong-area': ['不属本地管辖', 'Not of this area'],
  'not-illegal': ['不构成违法', 'Not unlawful'],
  duplicate: ['重复线索', 'A duplicate'],
} as const;

/**
 * Lead (线索) through the hands of several offices: each signs for it, sends it on below, sends it back with a code, or
 * verifies it; feedback goes back the way it came. Its check is one legal clock from discovery (市场监督管理行政处罚程序规定,
 * article 18), which no dispatch restarts.
 */
export const leadV2: Machine = {
  id: 'lead',
  version: 2,
  title: title('线索核查', 'Verification of a lead'),
  sign: '线索',
  opening: { action: 'open', title: title('线索生成', 'Lead created'), state: 'created' },
  states: {
    created: { title: title('待定级', 'To be graded') },
    graded: { title: title('待派发或核查', 'To be sent on or verified') },
    reminded: { title: title('已提醒', 'Reminded') },
    'not-corrected': { title: title('提醒后未改正', 'Not put right after the reminder') },
    dispatched: { title: title('已派发，待签收', 'Sent, to be signed for') },
    signed: { title: title('已签收', 'Signed for') },
    returned: { title: title('已退回', 'Returned') },
    verifying: { title: title('核查中', 'Being verified') },
    ...Object.fromEntries(outcomeIds.map((id) => [id, { title: outcomes[id] }])),
    'fed-back': { title: title('已反馈', 'Fed back') },
    audited: { title: title('反馈已审核', 'Feedback checked') },
    archived: { title: title('已归档', 'Archived'), end: true },
    withdrawn: { title: title('已撤销', 'Withdrawn'), end: true },
  },
  actions: [
    {
      id: 'grade',
      title: title('定级', 'Grade'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['created', 'graded'],
      to: 'graded',
      form: [grade, reason(false)],
    },
    {
      id: 'sign',
      title: title('签收', 'Sign for it'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['dispatched'],
      to: 'signed',
      form: [note()],
    },
    {
      id: 'verify',
      title: title('开始核查', 'Start verifying'),
      roles: VERIFIERS,
      by: ['holder'],
      from: IN_HAND,
      to: 'verifying',
      form: [longtext('plan', '核查打算', 'What will be done', { required: false })],
    },
    {
      id: 'dispatch',
      title: title('派发', 'Send to an office below'),
      roles: HANDLERS,
      by: ['holder'],
      from: IN_HAND,
      to: 'dispatched',
      form: [
        office('office', '派发给', 'To', 'below'),
        longtext('instruction', '办理要求', 'What is asked', { required: false }),
      ],
      guards: [{ guard: 'none-open', procedure: 'transfer' }],
      hand: { push: 'office' },
      documents: ['lead-dispatch'],
    },
    {
      id: 'return',
      title: title('退回', 'Return'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['dispatched', 'signed'],
      to: 'returned',
      form: [
        choice(
          'code',
          '退回原因',
          'Why',
          {
            NOT_MY_AREA: ['不属本地管辖', 'Not of this area'],
            DEAD_LINK: ['链接已失效', 'The link is dead'],
            SUBJECT_UNKNOWN: ['主体无法认定', 'The subject cannot be told'],
            INSUFFICIENT: ['材料不足', 'Too little to go by'],
            NOT_ILLEGAL: ['不构成违法', 'Not unlawful'],
            DUPLICATE: ['重复线索', 'A duplicate'],
          },
          { kept: false },
        ),
        reason(),
      ],
      guards: [
        { guard: 'hand', at: 'sent' },
        { guard: 'none-open', procedure: 'transfer' },
      ],
      hand: { pop: true },
      documents: ['lead-return'],
    },
    {
      id: 'conclude',
      title: title('登记核查结果', 'Record the outcome'),
      roles: VERIFIERS,
      by: ['holder'],
      from: ['verifying'],
      to: { field: 'outcome' },
      final: true,
      form: [
        {
          name: 'outcome',
          title: title('核查结果', 'Outcome'),
          type: 'choice',
          required: true,
          kept: true,
          options: outcomeIds.map((id) => ({ value: id, title: outcomes[id] })),
        },
        reason(),
        proof('proof'),
      ],
      guards: [{ guard: 'none-open', procedure: 'transfer' }],
    },
    ...taskSteps,
    {
      id: 'feedback',
      title: title('反馈给派发单位', 'Feed back to the sender'),
      roles: HANDLERS,
      by: ['holder'],
      from: [...outcomeIds],
      to: 'fed-back',
      form: [
        longtext('feedback', '核查情况', 'What was found'),
        choice('quality', '对线索质量的评价', 'How good the lead was', QUALITY, {
          help: title('计入派发单位的线索质量。', "Counts for the quality of the sender's leads."),
        }),
      ],
      guards: [{ guard: 'hand', at: 'sent' }],
      hand: { pop: true },
      documents: ['lead-feedback'],
    },
    {
      id: 'pass-on',
      title: title('向上一级反馈', 'Pass the feedback up'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['fed-back'],
      to: 'fed-back',
      form: [note()],
      guards: [{ guard: 'hand', at: 'sent' }],
      hand: { pop: true },
    },
    {
      id: 'redo',
      title: title('要求重新核查', 'Ask to verify again'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['fed-back'],
      to: 'dispatched',
      form: [office('office', '派发给', 'To', 'below'), longtext('missing', '还缺什么', 'What is missing')],
      hand: { push: 'office' },
    },
    {
      id: 'audit',
      title: title('审核反馈', 'Check the feedback'),
      roles: HANDLERS,
      by: ['holder'],
      from: ['fed-back'],
      to: 'audited',
      form: [
        choice('verdict', '审核意见', 'Verdict', {
          accepted: ['情况清楚，同意', 'Clear, agreed'],
          noted: ['情况基本清楚', 'Clear for the most part'],
        }),
        note(),
      ],
      guards: [{ guard: 'hand', at: 'home' }],
    },
    {
      id: 'extend',
      title: title('延长核查期限', 'Extend the time for verifying'),
      roles: ['authority_head'],
      by: ['holder'],
      from: OPEN,
      to: null,
      final: true,
      form: [reason()],
      guards: [
        { guard: 'clock-running', clock: 'check' },
        { guard: 'never-taken', action: 'extend' },
      ],
    },
    {
      id: 'archive',
      title: title('归档', 'Archive'),
      roles: VERIFIERS,
      by: ['holder'],
      from: [...outcomeIds, 'audited'],
      to: 'archived',
      final: true,
      form: [longtext('note', '归档说明', 'Closing note', { required: false })],
      guards: [{ guard: 'hand', at: 'home' }],
    },
    noteAction(LIVE),
    {
      // The verdict that made the lead was taken back before anybody acted: the number stays used, the lead is gone.
      id: 'withdraw',
      title: title('撤销判定', 'Verdict taken back'),
      roles: [],
      from: ['created'],
      to: 'withdrawn',
      form: [],
      guards: [{ guard: 'untouched' }],
    },
    ...houseSteps(LIVE),
  ],
  clocks: [
    {
      id: 'check',
      title: title('线索核查期限', 'Time for verifying the lead'),
      law: { procedure: 'lead', clock: 'check' },
      starts: 'open',
      meets: [...outcomeIds, 'withdrawn'],
      events: { extend: 'extend' },
    },
    {
      id: 'sign',
      title: title('签收期限', 'Time to sign for it'),
      house: 'lead.sign',
      starts: 'dispatch',
      again: true,
      meets: ['signed', 'returned'],
      events: {},
    },
  ],
};
