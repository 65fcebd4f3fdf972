// SPDX-License-Identifier: Apache-2.0
import { refusalGrounds, terminationGrounds } from '@yiwang/law';
import type { Action, Machine } from '../../machine.ts';
import { breach, RUNNING } from './breach.ts';
import { complaintClocks } from './complaint-clocks.ts';
import {
  addNote,
  archive,
  decideRepeat,
  field,
  forward,
  groundField,
  HEAD,
  MEDIATE,
  note,
  openingForm,
  rate,
  reason,
  registerForm,
  returnToIntake,
  SINCE_O20,
  SINCE_O121,
  t,
} from './parts.ts';

const BEFORE = ['received', 'identity-pending', 'forwarded'];

/** Steps up to the decision on acceptance (O20 9–15, O121 10–16). */
const intake: readonly Action[] = [
  {
    id: 'accept',
    title: t('受理', 'Accept'),
    roles: MEDIATE,
    from: BEFORE,
    to: 'accepted',
    documents: ['complaint-acceptance'],
    form: [
      field('contact', 'text', t('承办人和电话', 'Handler and telephone'), { required: false }),
      note(t('说明', 'Remark')),
    ],
  },
  {
    id: 'request-identity',
    title: t('要求提供身份证明', 'Ask for proof of identity'),
    roles: MEDIATE,
    from: ['received', 'forwarded'],
    to: 'identity-pending',
    inForce: SINCE_O20,
    documents: ['identity-request'],
    form: [
      field('what', 'longtext', t('需要提供的材料', 'What is to be shown')),
      field('until', 'date', t('提供期限', 'Until')),
      field('contact', 'text', t('联系人和电话', 'Contact'), { required: false }),
    ],
  },
  {
    id: 'identity-shown',
    title: t('已提供身份证明', 'Identity shown'),
    roles: MEDIATE,
    from: ['identity-pending'],
    to: 'received',
    form: [note(t('核对情况', 'How it was checked'))],
  },
  forward(['received']),
  returnToIntake,
  {
    id: 'refuse',
    title: t('不予受理', 'Refuse'),
    roles: MEDIATE,
    from: BEFORE,
    to: 'refused',
    final: true,
    documents: ['complaint-refusal'],
    form: [
      groundField(refusalGrounds, t('不予受理的情形', 'Ground of refusal')),
      field('reason', 'longtext', t('理由', 'Reason'), {
        help: t(
          '写明事实和其他解决途径；同在自收到起的期限内作出并告知。',
          'Say the facts and the other ways to settle; decided and told inside the same period from receipt.',
        ),
      }),
    ],
  },
  {
    id: 'record-withdrawal',
    title: t('登记撤回', 'Record a withdrawal'),
    roles: MEDIATE,
    from: BEFORE,
    to: 'withdrawn',
    final: true,
    form: [
      field('cause', 'choice', t('原因', 'Cause'), {
        options: [
          { value: 'withdrawn', title: t('投诉人撤回', 'Withdrawn by the complainant') },
          { value: 'settled', title: t('双方和解', 'Settled between the parties') },
        ],
      }),
      note(t('说明', 'Remark')),
    ],
  },
  {
    // The filer takes it back with the receipt code.
    id: 'withdraw',
    title: t('投诉人撤回', 'Withdrawn by the complainant'),
    roles: [],
    from: BEFORE,
    to: 'withdrawn',
    form: [note(t('说明', 'Remark'))],
  },
];

/** Steps of mediation (O20 16–23, O121 18–27). */
const mediation: readonly Action[] = [
  {
    id: 'record-consent',
    title: t('登记调解意愿', 'Record consent to mediation'),
    roles: MEDIATE,
    from: ['accepted'],
    to: { field: 'answer' },
    form: [
      field('answer', 'choice', t('被投诉人', 'Respondent'), {
        options: [
          { value: 'mediating', title: t('双方同意调解', 'Both sides agree to mediation') },
          { value: 'accepted', title: t('拒绝或者没有答复', 'Refuses or does not answer') },
        ],
      }),
      field('way', 'choice', t('方式', 'Way'), {
        required: false,
        options: [
          { value: 'online', title: t('网络', 'Online') },
          { value: 'phone', title: t('电话', 'Telephone') },
          { value: 'onsite', title: t('现场', 'On site') },
        ],
      }),
      note(t('如何联系、各方意见', 'How each side was reached and what it said'), true),
    ],
  },
  {
    id: 'entrust',
    title: t('委托调解', 'Entrust mediation'),
    roles: MEDIATE,
    from: ['accepted', 'mediating'],
    to: null,
    inForce: SINCE_O20,
    form: [
      field('body', 'text', t('受托组织', 'Entrusted body')),
      field('consent', 'boolean', t('双方书面同意', 'Both sides agreed'), {
        help: t(
          '2024年7月1日起须经双方同意；受托组织不得再委托。',
          'From 2024-07-01 both sides must agree; the body may not entrust it on.',
        ),
      }),
    ],
  },
  {
    id: 'invite',
    title: t('发出调解通知', 'Send a mediation notice'),
    roles: MEDIATE,
    from: ['accepted', 'mediating'],
    to: null,
    documents: ['mediation-notice'],
    form: [
      field('day', 'date', t('调解日期', 'Day')),
      field('place', 'text', t('时间和地点', 'Hour and place')),
      field('papers', 'longtext', t('须携带的材料', 'Papers to bring'), { required: false }),
      field('mediators', 'text', t('调解人员', 'Mediators')),
    ],
  },
  {
    id: 'mediation-record',
    title: t('调解记录', 'Mediation record'),
    roles: MEDIATE,
    from: ['mediating'],
    to: null,
    documents: ['mediation-record'],
    form: [field('record', 'longtext', t('时间、参加人、经过和结果', 'When, who, what was said, result'))],
  },
  {
    id: 'start-test',
    title: t('开始检测鉴定', 'Start a test'),
    roles: MEDIATE,
    from: ['mediating'],
    to: 'paused-test',
    form: [
      field('body', 'text', t('检测机构', 'Testing body')),
      field('chosenBy', 'choice', t('机构由谁确定', 'Chosen by'), {
        options: [
          { value: 'both', title: t('双方协商', 'Both sides') },
          {
            value: 'office',
            title: t('协商不成，由本机关指定', 'The office, as they could not agree'),
            inForce: SINCE_O121,
          },
        ],
      }),
      field('cost', 'text', t('费用约定', 'Agreement on the cost')),
    ],
  },
  {
    id: 'end-test',
    title: t('检测鉴定结束', 'Test finished'),
    roles: MEDIATE,
    from: ['paused-test'],
    to: 'mediating',
    form: [field('result', 'longtext', t('结论', 'Result'))],
  },
  {
    id: 'ask-recusal',
    title: t('申请回避', 'Recusal asked for'),
    roles: MEDIATE,
    from: ['mediating'],
    to: 'paused-recusal',
    inForce: SINCE_O20,
    form: [reason()],
  },
  {
    id: 'decide-recusal',
    title: t('决定是否回避', 'Decide on the recusal'),
    roles: HEAD,
    from: ['paused-recusal'],
    to: 'mediating',
    form: [
      field('recused', 'boolean', t('准予回避', 'Granted'), { required: false }),
      field('reason', 'longtext', t('理由', 'Reason')),
    ],
  },
  {
    id: 'agree',
    title: t('达成调解协议', 'Agreement reached'),
    roles: MEDIATE,
    from: ['mediating'],
    to: 'agreed',
    final: true,
    documents: ['mediation-letter'],
    form: [
      field('paper', 'choice', t('文书', 'Paper'), {
        kept: true,
        options: [
          { value: 'letter', title: t('制作调解书', 'Mediation letter') },
          {
            value: 'record',
            title: t('即时履行或者双方认为无需制作', 'Performed at once, or both do without'),
          },
        ],
      }),
      field('terms', 'longtext', t('协议内容', 'Terms')),
      field('amount', 'text', t('挽回金额（元）', 'Amount recovered (yuan)'), { required: false }),
    ],
  },
  {
    id: 'record-settlement',
    title: t('登记自行和解', 'Record a settlement between the parties'),
    roles: MEDIATE,
    from: RUNNING,
    to: 'settled',
    form: [
      field('terms', 'longtext', t('和解情况', 'What was settled')),
      field('amount', 'text', t('金额（元）', 'Amount (yuan)'), { required: false }),
    ],
  },
  {
    id: 'ask-to-withdraw',
    title: t('投诉人请求撤回', 'The complainant asks to withdraw'),
    roles: [],
    from: RUNNING,
    to: null,
    form: [note(t('说明', 'Remark'))],
  },
  {
    id: 'terminate',
    title: t('终止调解', 'End mediation'),
    roles: MEDIATE,
    from: [...RUNNING, 'settled'],
    to: 'terminated',
    final: true,
    documents: ['mediation-end'],
    form: [groundField(terminationGrounds, t('终止的情形', 'Ground')), reason()],
  },
  {
    id: 'notify',
    title: t('告知双方', 'Tell both sides'),
    roles: MEDIATE,
    from: ['terminated'],
    to: 'closed',
    form: [
      field('way', 'text', t('告知方式', 'Way')),
      field('toldOn', 'date', t('告知日期', 'Told on'), { required: false }),
    ],
  },
];

/**
 * Complaint (投诉) from receipt to rating, under the rule of its day: O121 (from 2026-04-15), O20 (2020-01-01), and the
 * earlier ones. Grounds, choices and steps carry the days on which they were in force; lengths are law's.
 */
export const complaintV1: Machine = {
  id: 'complaint',
  version: 1,
  title: t('投诉处理', 'Handling of a complaint'),
  sign: '投诉',
  opening: {
    action: 'open',
    title: t('收到投诉', 'Complaint received'),
    state: 'received',
    form: openingForm,
    dayField: 'receivedOn',
  },
  states: {
    received: { title: t('待受理', 'To be decided on') },
    'identity-pending': { title: t('等待身份证明', 'Waiting for proof of identity') },
    forwarded: { title: t('已分送', 'Forwarded') },
    refused: { title: t('不予受理', 'Refused') },
    withdrawn: { title: t('已撤回', 'Withdrawn'), end: true },
    accepted: { title: t('已受理', 'Accepted') },
    mediating: { title: t('调解中', 'In mediation') },
    'paused-test': { title: t('检测期间', 'Being tested') },
    'paused-recusal': { title: t('回避审查', 'Recusal being decided') },
    agreed: { title: t('达成协议', 'Agreed') },
    settled: { title: t('自行和解', 'Settled') },
    terminated: { title: t('终止调解', 'Mediation ended') },
    closed: { title: t('已办结', 'Closed') },
    archived: { title: t('已归档', 'Archived'), end: true },
  },
  actions: [
    ...intake,
    ...mediation,
    ...breach,
    {
      id: 'close',
      title: t('办结', 'Close'),
      roles: MEDIATE,
      from: ['agreed', 'refused'],
      to: 'closed',
      form: [note(t('送达、履行情况', 'Service and performance'))],
    },
    registerForm('complaint-register', [...BEFORE, ...RUNNING]),
    rate,
    archive(['closed']),
    addNote([...BEFORE, ...RUNNING, 'refused', 'agreed', 'settled', 'terminated', 'closed']),
    decideRepeat(BEFORE),
  ],
  clocks: complaintClocks,
};
