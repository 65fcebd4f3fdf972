// SPDX-License-Identifier: Apache-2.0
import type { Field, Machine } from '../machine.ts';

const HANDLERS = ['field_officer', 'authority_head', 'monitor_analyst', 'supervisor'] as const;
const VERIFIERS = ['field_officer', 'authority_head'] as const;

const reason = (required: boolean): Field => ({
  name: 'reason',
  title: { zh: '理由', en: 'Reason' },
  type: 'longtext',
  required,
});

const grade: Field = {
  name: 'grade',
  title: { zh: '等级', en: 'Grade' },
  type: 'choice',
  required: true,
  kept: true,
  options: [
    { value: 'slight', title: { zh: '轻微', en: 'Slight' } },
    { value: 'serious', title: { zh: '较重', en: 'Serious' } },
    { value: 'major', title: { zh: '重大', en: 'Major' } },
  ],
};

const outcomes = {
  clean: { zh: '未发现违法', en: 'No breach found' },
  corrected: { zh: '已改正', en: 'Corrected' },
  'to-case': { zh: '建议立案', en: 'Case proposed' },
  'to-platform': { zh: '转平台处置', en: 'Handed to the platform' },
  'to-department': { zh: '转其他部门', en: 'Handed to another department' },
  unreachable: { zh: '查无下落', en: 'Operator cannot be reached' },
} as const;
const outcomeIds = Object.keys(outcomes) as (keyof typeof outcomes)[];

/**
 * Lead (线索), first version: one office, from finding to feedback. Its check is one legal clock from discovery
 * (市场监督管理行政处罚程序规定, article 18), which nothing later restarts.
 */
export const leadV1: Machine = {
  id: 'lead',
  version: 1,
  title: { zh: '线索核查', en: 'Verification of a lead' },
  sign: '线索',
  opening: { action: 'open', title: { zh: '线索生成', en: 'Lead created' }, state: 'created' },
  states: {
    created: { title: { zh: '待定级', en: 'To be graded' } },
    graded: { title: { zh: '待核查', en: 'To be verified' } },
    verifying: { title: { zh: '核查中', en: 'Being verified' } },
    ...Object.fromEntries(outcomeIds.map((id) => [id, { title: outcomes[id] }])),
    archived: { title: { zh: '已归档', en: 'Archived' }, end: true },
    withdrawn: { title: { zh: '已撤销', en: 'Withdrawn' }, end: true },
  },
  actions: [
    {
      id: 'grade',
      title: { zh: '定级', en: 'Grade' },
      roles: HANDLERS,
      from: ['created', 'graded'],
      to: 'graded',
      form: [grade, reason(false)],
    },
    {
      id: 'verify',
      title: { zh: '开始核查', en: 'Start verifying' },
      roles: VERIFIERS,
      from: ['graded'],
      to: 'verifying',
      form: [
        {
          name: 'plan',
          title: { zh: '核查打算', en: 'What will be done' },
          type: 'longtext',
          required: false,
        },
      ],
    },
    {
      id: 'conclude',
      title: { zh: '登记核查结果', en: 'Record the outcome' },
      roles: VERIFIERS,
      from: ['verifying'],
      to: { field: 'outcome' },
      final: true,
      form: [
        {
          name: 'outcome',
          title: { zh: '核查结果', en: 'Outcome' },
          type: 'choice',
          required: true,
          kept: true,
          options: outcomeIds.map((id) => ({ value: id, title: outcomes[id] })),
        },
        reason(true),
        {
          name: 'feedback',
          title: { zh: '反馈意见', en: 'Feedback to the source' },
          type: 'longtext',
          required: false,
          help: {
            zh: '这条线索有没有用、哪里不准，供改进监测。',
            en: 'Was the lead of use, what was wrong: it improves the monitoring.',
          },
        },
      ],
    },
    {
      id: 'extend',
      title: { zh: '延长核查期限', en: 'Extend the time for verifying' },
      roles: ['authority_head'],
      from: ['created', 'graded', 'verifying'],
      to: null,
      final: true,
      form: [reason(true)],
      guards: [
        { guard: 'clock-running', clock: 'check' },
        { guard: 'never-taken', action: 'extend' },
      ],
    },
    {
      id: 'archive',
      title: { zh: '归档', en: 'Archive' },
      roles: ['authority_head', 'field_officer'],
      from: outcomeIds,
      to: 'archived',
      final: true,
      form: [
        { name: 'note', title: { zh: '归档说明', en: 'Closing note' }, type: 'longtext', required: false },
      ],
    },
    {
      id: 'note',
      title: { zh: '添加备注', en: 'Add a note' },
      roles: HANDLERS,
      from: ['created', 'graded', 'verifying', ...outcomeIds],
      to: null,
      form: [{ name: 'note', title: { zh: '备注', en: 'Note' }, type: 'longtext', required: true }],
    },
    {
      // The verdict that made the lead was taken back before anybody acted: the number stays used, the lead is gone.
      id: 'withdraw',
      title: { zh: '撤销判定', en: 'Verdict taken back' },
      roles: [],
      from: ['created'],
      to: 'withdrawn',
      form: [],
      guards: [{ guard: 'untouched' }],
    },
  ],
  clocks: [
    {
      id: 'check',
      title: { zh: '线索核查期限', en: 'Time for verifying the lead' },
      law: { procedure: 'lead', clock: 'check' },
      starts: 'open',
      meets: [...outcomeIds, 'withdrawn'],
      events: { extend: 'extend' },
    },
  ],
};
