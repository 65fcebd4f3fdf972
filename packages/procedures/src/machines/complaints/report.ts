// SPDX-License-Identifier: Apache-2.0
import type { Action, ClockRule, Machine } from '../../machine.ts';
import {
  addNote,
  archive,
  CHECK,
  field,
  forward,
  HEAD,
  INTAKE,
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

const CHECKING = ['checking', 'paused-test', 'paused-identify'];
const DECIDED = ['opened', 'declined'];

const pause = (
  word: string,
  state: string,
  title: { zh: string; en: string },
  ended: { zh: string; en: string },
): Action[] => [
  {
    id: `start-${word}`,
    title,
    roles: CHECK,
    from: ['checking'],
    to: state,
    form: [field('body', 'text', t('由谁进行', 'By whom')), note(t('说明', 'Remark'))],
  },
  {
    id: `end-${word}`,
    title: ended,
    roles: CHECK,
    from: [state],
    to: 'checking',
    form: [field('result', 'longtext', t('结论', 'Result'))],
  },
];

const actions: readonly Action[] = [
  forward(['received']),
  returnToIntake,
  {
    // O20 29, O121 34: told, pointed to the right office; not handed on.
    id: 'point-to-office',
    title: t('告知有权机关', 'Tell the right office'),
    roles: MEDIATE,
    from: ['received', 'forwarded'],
    to: 'pointed',
    final: true,
    inForce: SINCE_O20,
    documents: ['right-office'],
    form: [
      field('ours', 'choice', t('是否属于市场监管职责', 'A matter of market regulation'), {
        options: [
          { value: 'yes', title: t('属于，由别的市场监管部门处理', 'Yes, of another office of it') },
          { value: 'no', title: t('不属于', 'No') },
        ],
      }),
      field('rightOffice', 'text', t('有权处理的机关', 'The right office'), { required: false }),
      reason(),
    ],
  },
  {
    id: 'not-again',
    title: t('重复举报，不再处理', 'Repeated report: not handled again'),
    roles: INTAKE,
    from: ['received', 'forwarded'],
    to: 'repeat',
    final: true,
    inForce: SINCE_O121,
    form: [
      field('earlier', 'text', t('先前举报的编号', 'Number of the earlier report')),
      field(
        'reason',
        'longtext',
        t('为何认定为同一举报人、同一事实、同一对象', 'Why same reporter, facts and target'),
      ),
    ],
  },
  {
    id: 'start-check',
    title: t('开始核查', 'Start the check'),
    roles: CHECK,
    from: ['received', 'forwarded'],
    to: 'checking',
    form: [note(t('核查打算', 'What will be done'))],
  },
  ...pause('test', 'paused-test', t('开始检测鉴定', 'Start a test'), t('检测鉴定结束', 'Test finished')),
  ...pause(
    'identify',
    'paused-identify',
    t('请权利人辨认', 'Ask the rights holder'),
    t('权利人辨认结束', 'Rights holder has answered'),
  ),
  {
    id: 'extend',
    title: t('延长核查期限', 'Extend the check'),
    roles: HEAD,
    from: ['received', 'forwarded', ...CHECKING],
    to: null,
    final: true,
    guards: [
      { guard: 'clock-running', clock: 'check' },
      { guard: 'never-taken', action: 'extend' },
    ],
    form: [reason()],
  },
  {
    // O121 35(2): the period starts again from receipt of the last report.
    id: 'new-facts',
    title: t('并入新的举报事实', 'Merge a report of new facts'),
    roles: [...INTAKE, 'field_officer'],
    from: ['received', 'forwarded', ...CHECKING],
    to: null,
    inForce: SINCE_O121,
    form: [
      field('later', 'text', t('后一举报的编号', 'Number of the later report'), { required: false }),
      note(t('新的事实', 'The new facts'), true),
    ],
  },
  {
    id: 'dispute-power',
    title: t('管辖权争议', 'Dispute over power'),
    roles: [...INTAKE, 'field_officer'],
    from: ['received', 'forwarded', 'checking'],
    to: null,
    inForce: SINCE_O20,
    guards: [{ guard: 'never-taken', action: 'dispute-power' }],
    form: [field('with', 'text', t('与哪个机关', 'With which office')), reason()],
  },
  {
    id: 'power-settled',
    title: t('管辖权确定', 'Power settled'),
    roles: [...INTAKE, 'field_officer'],
    from: ['received', 'forwarded', 'checking'],
    to: null,
    guards: [{ guard: 'clock-running', clock: 'power-dispute' }],
    form: [
      field('how', 'choice', t('如何确定', 'How'), {
        options: [
          { value: 'agreed', title: t('协商一致', 'Agreed') },
          { value: 'designated', title: t('共同上级指定', 'Named by the common superior') },
        ],
      }),
      reason(),
    ],
  },
  {
    id: 'open-case',
    title: t('决定立案', 'Decide to open a case'),
    roles: HEAD,
    from: ['checking'],
    to: 'opened',
    final: true,
    form: [reason(), field('caseNumber', 'text', t('案件编号', 'Number of the case'), { required: false })],
  },
  {
    id: 'decline-case',
    title: t('决定不予立案', 'Decide not to open a case'),
    roles: HEAD,
    from: ['checking'],
    to: 'declined',
    final: true,
    form: [reason()],
  },
  {
    id: 'tell-decision',
    title: t('告知是否立案', 'Tell whether a case was opened'),
    roles: CHECK,
    from: DECIDED,
    to: null,
    guards: [
      { guard: 'value', field: 'realName', is: [true] },
      { guard: 'clock-running', clock: 'told-decision' },
    ],
    form: [field('way', 'text', t('告知方式', 'Way')), note(t('告知内容', 'What was told'))],
  },
  {
    id: 'tell-result',
    title: t('告知处理结果', 'Tell the result'),
    roles: CHECK,
    from: DECIDED,
    to: null,
    documents: ['report-result'],
    form: [
      field('basis', 'choice', t('告知的依据', 'Law that orders it'), {
        options: [
          { value: 'AD 53', title: t('广告法第五十三条', 'Advertising Law, article 53') },
          {
            value: 'UCL25 20(3)',
            title: t('反不正当竞争法第二十条第三款', 'Anti-Unfair-Competition Law, article 20(3)'),
          },
          { value: 'FSL 115', title: t('食品安全法第一百一十五条', 'Food Safety Law, article 115') },
          { value: 'NOLIC 9', title: t('无证无照经营查处办法第九条', 'Unlicensed Business, article 9') },
          { value: 'RW21', title: t('举报奖励暂行办法', 'Interim Measures on rewards') },
          { value: 'other', title: t('其他（在内容中写明）', 'Other (name it in the text)') },
        ],
      }),
      field('result', 'longtext', t('结果', 'Result')),
      field('way', 'text', t('告知方式', 'Way')),
    ],
  },
  {
    id: 'close',
    title: t('办结', 'Close'),
    roles: CHECK,
    from: DECIDED,
    to: 'closed',
    form: [note(t('办结说明', 'Closing remark'))],
  },
  {
    id: 'reward',
    title: t('决定奖励', 'Decide a reward'),
    roles: HEAD,
    from: ['opened', 'closed'],
    to: null,
    inForce: { from: '2021-12-01' },
    guards: [
      { guard: 'taken', action: 'open-case' },
      { guard: 'never-taken', action: 'reward' },
    ],
    form: [
      field('grade', 'choice', t('等级', 'Grade'), {
        kept: true,
        options: ['1', '2', '3'].map((value) => ({ value, title: t(`${value} 级`, `Grade ${value}`) })),
      }),
      field('total', 'text', t('罚没款（元）', 'Fine and confiscation (yuan)')),
      field('amount', 'text', t('奖励金额（元）', 'Reward (yuan)')),
      reason(),
    ],
  },
  registerForm('report-register', ['received', 'forwarded', ...CHECKING]),
  rate,
  archive(['closed']),
  addNote(['received', 'forwarded', ...CHECKING, ...DECIDED, 'closed']),
];

const law = (clock: string) => ({ procedure: 'report', clock });

const clocks: readonly ClockRule[] = [
  {
    id: 'check',
    title: t('核查期限', 'Check of the report'),
    law: law('check'),
    starts: 'open',
    dayField: 'receivedOn',
    byReceipt: true,
    meets: [...DECIDED, 'pointed', 'repeat'],
    events: {
      extend: 'extend',
      'new-facts': 'interrupt',
      'start-test': 'pause:test',
      'start-identify': 'pause:identify',
    },
    ends: { 'end-test': 'pause:test', 'end-identify': 'pause:identify' },
  },
  {
    id: 'ad',
    title: t('广告举报处理和告知期限', 'Handling of a report on advertising'),
    law: { procedure: 'complaint', clock: 'ad' },
    starts: 'open',
    dayField: 'receivedOn',
    when: { field: 'matter', is: ['ad'] },
    meets: ['pointed', 'repeat', 'closed'],
    metBy: ['tell-result'],
    events: {},
  },
  {
    // Step law: dropped for decisions from 2026-04-15 on, whenever the report came in.
    id: 'told-decision',
    title: t('告知是否立案的期限', 'Telling whether a case was opened'),
    law: law('told-decision'),
    starts: ['open-case', 'decline-case'],
    when: { field: 'realName', is: [true] },
    meets: ['closed'],
    metBy: ['tell-decision'],
    events: {},
  },
  {
    id: 'power-dispute',
    title: t('管辖争议协商期限', 'Talks on the dispute over power'),
    law: law('power-dispute'),
    starts: 'dispute-power',
    byReceipt: true,
    meets: ['pointed', 'repeat', ...DECIDED],
    metBy: ['power-settled'],
    events: {},
  },
];

/**
 * Report of a breach (举报) from receipt to reward. What a reporter is told depends on the day: a real-name reporter was
 * told of the opening decision until 2026-04-14, since then only where a law orders it.
 */
export const reportV1: Machine = {
  id: 'report',
  version: 1,
  title: t('举报处理', 'Handling of a report'),
  sign: '举报',
  opening: {
    action: 'open',
    title: t('收到举报', 'Report received'),
    state: 'received',
    form: openingForm,
    dayField: 'receivedOn',
  },
  states: {
    received: { title: t('待核查', 'To be checked') },
    forwarded: { title: t('已分送', 'Forwarded') },
    pointed: { title: t('已告知有权机关', 'Pointed to the right office'), end: true },
    repeat: { title: t('重复举报', 'Repeated report'), end: true },
    checking: { title: t('核查中', 'Being checked') },
    'paused-test': { title: t('检测期间', 'Being tested') },
    'paused-identify': { title: t('权利人辨认期间', 'With the rights holder') },
    opened: { title: t('已立案', 'Case opened') },
    declined: { title: t('不予立案', 'No case opened') },
    closed: { title: t('已办结', 'Closed') },
    archived: { title: t('已归档', 'Archived'), end: true },
  },
  actions,
  clocks,
};
