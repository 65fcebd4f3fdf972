// SPDX-License-Identifier: Apache-2.0
import { type ClockSpec, t } from './model.ts';

const receipt = t('有权处理的机关收到投诉', 'receipt by an authority with power');
const acceptance = t('受理投诉', 'acceptance');
const notDeemed = t(
  '不视为受理；可就不作为复议或诉讼',
  'not deemed accepted; inaction may be reviewed or sued over',
);
const mustEnd = t('应当终止调解', 'mediation must end');

/** §2.2 Complaints. */
export const complaintClocks: readonly ClockSpec[] = [
  {
    id: 'complaint.accept',
    trigger: receipt,
    straddle: 'item',
    rows: [
      { label: 'old', to: '2014-03-14', length: [5, 'd'], basis: ['C96 '], certainty: 'M' },
      {
        from: '2014-03-15',
        to: '2019-12-31',
        length: [7, 'wd'],
        lapse: notDeemed,
        basis: ['O62 15:B', 'CPL 46:A'],
        certainty: 'B',
      },
      {
        from: '2020-01-01',
        to: '2026-04-14',
        length: [7, 'wd'],
        lapse: notDeemed,
        basis: ['O20 14', 'CPL 46', 'CPLR 46(2)'],
        certainty: 'A',
      },
      {
        from: '2026-04-15',
        length: [7, 'wd'],
        lapse: notDeemed,
        basis: ['O121 15', 'CPL 46', 'CPLR 46(2)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.refusal-notice',
    trigger: t(
      '收到投诉（不予受理决定须在同一期限内作出并告知）',
      'receipt: a refusal is decided and told inside the same period',
    ),
    straddle: 'item',
    rows: [
      {
        from: '2024-07-01',
        length: [7, 'wd'],
        note: t(
          '与受理同一个7个工作日，自收到投诉起算；须说明理由和其他解决途径',
          'the same 7 working days from receipt as acceptance; must state the reason and the other ways to settle',
        ),
        basis: ['CPLR 46(2)', 'O121 15'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.mediate',
    trigger: acceptance,
    straddle: 'item',
    rows: [
      {
        label: '60 d, old',
        from: '2014-03-15',
        to: '2019-12-31',
        length: [60, 'd'],
        pauses: ['test'],
        lapse: mustEnd,
        note: t(
          '条号与检测不计期间凭记忆，未核实',
          'the article number and the exclusion of tests are from memory',
        ),
        basis: ['O62 :B'],
        certainty: 'B',
      },
      {
        label: '45 wd',
        from: '2020-01-01',
        to: '2026-04-14',
        length: [45, 'wd'],
        pauses: ['test', 'recusal'],
        lapse: t('终止调解事由', 'a ground for ending mediation'),
        basis: ['O20 21', 'O20 20', 'O20 19'],
        certainty: 'A',
      },
      {
        label: '60 d',
        from: '2026-04-15',
        length: [60, 'd'],
        pauses: ['test', 'recusal'],
        lapse: t('终止调解事由', 'a ground for ending mediation'),
        basis: ['O121 23', 'O121 22', 'O121 21'],
        certainty: 'A',
      },
      {
        label: '60 d, CPLR',
        from: '2024-07-01',
        bindsTo: '2026-04-14',
        length: [60, 'd'],
        pauses: ['test'],
        lapse: mustEnd,
        basis: ['CPLR 46(3)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.termination-notice',
    trigger: t('决定终止调解', 'decision to end mediation'),
    straddle: 'item',
    rows: [
      { from: '2020-01-01', to: '2026-04-14', length: [7, 'wd'], basis: ['O20 21(2)'], certainty: 'A' },
      { from: '2026-04-15', length: [7, 'wd'], basis: ['O121 23(2)'], certainty: 'A' },
    ],
  },
  {
    id: 'complaint.breach-check',
    trigger: t('调解中发现违法行为线索', 'breach found while mediating'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        to: '2026-04-14',
        length: [15, 'wd'],
        extension: {
          length: [15, 'wd'],
          by: t('特殊情况（未写明由谁批准）', 'special cases (no approver named)'),
        },
        basis: ['O20 23'],
        certainty: 'A',
      },
      {
        from: '2026-04-15',
        length: [15, 'wd'],
        extension: {
          length: [15, 'wd'],
          by: t('本机关负责人批准，特殊情况', 'head of the authority, special cases'),
        },
        basis: ['O121 27'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.onsite-notice',
    trigger: t('现场调解之前', 'before an on-site session'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: null,
        note: t('“提前”告知，没有天数', '"in advance", no number'),
        basis: ['O20 18', 'O121 20'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.too-old',
    trigger: t('投诉人知道或者应当知道权益受损', 'complainant knew or should have known'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: [3, 'y'],
        safe: true,
        lapse: t(
          '超过三年不予受理，法律另有规定的除外',
          'more than 3 years: refuse, unless a law says otherwise',
        ),
        basis: ['O20 15(4)', 'O121 16(4)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.ad',
    trigger: t('收到对广告的投诉或者举报', 'receipt of a complaint or report about an ad'),
    straddle: 'item',
    rows: [
      {
        from: '2015-09-01',
        length: [7, 'wd'],
        note: t(
          '处理并告知投诉、举报人；对举报与 report.check 并行（推导）',
          'handle and tell the filer; for reports it runs beside report.check (derived)',
        ),
        basis: ['AD 53'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'complaint.supplement',
    trigger: t('要求补正材料或者身份证明', 'asking for missing material or proof of identity'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: null,
        note: t(
          '两部规章均无期限；未说7个工作日停止计算（机关设置）',
          'no length in either rule; the 7 working days are not said to stop (office setting)',
        ),
        basis: ['O20 ', 'O121 '],
        certainty: 'D',
      },
    ],
  },
];
