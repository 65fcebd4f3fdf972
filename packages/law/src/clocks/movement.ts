// SPDX-License-Identifier: Apache-2.0
import { type ClockRow, type ClockSpec, t } from './model.ts';

// Order 310 writes "3 days" and "24 hours" without a day-type clause: calendar days, no roll (§2.1 count.small.not).
const crime = (article: string, length: ClockRow['length'], more: Partial<ClockRow> = {}): ClockRow => ({
  from: '2001-07-09',
  length,
  roll: false,
  basis: [`CRIM ${article}`],
  certainty: 'A',
  ...more,
});

/** §2.4 Jurisdiction, assistance, transfer. */
export const movementClocks: readonly ClockSpec[] = [
  {
    id: 'jurisdiction.dispute',
    trigger: t('发生管辖争议', 'dispute arises'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [7, 'wd'],
        lapse: t('报请共同的上一级指定；也可直接报请', 'common superior designates; may be asked at once'),
        basis: ['PROC18 ', 'PROC 13'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'jurisdiction.superior',
    trigger: t('上级收到材料', 'superior receives the papers'),
    straddle: 'step',
    rows: [{ from: '2019-04-01', length: [7, 'wd'], basis: ['PROC18 ', 'PROC 16'], certainty: 'A' }],
  },
  {
    id: 'assist.answer',
    trigger: t(
      '收到其他市场监管部门的协助调查函',
      'receipt of the assistance letter of another market regulator',
    ),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [15, 'wd'],
        extension: {
          length: null,
          by: t('期满前告知；未规定时长与批准人', 'say so before it ends; no length or approver named'),
        },
        basis: ['PROC18 ', 'PROC 45'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'assist.platform',
    trigger: t('向平台或者服务提供者提出要求', 'request to a platform or service provider'),
    straddle: 'step',
    rows: [
      {
        from: '2021-05-01',
        length: null,
        note: t(
          '法律未定天数；“及时”，以要求中写明的日期为准',
          'none in law; "promptly", the date set in the request',
        ),
        lapse: t('拒绝：按 O37 53 等处理', 'refusal: O37 53 and others'),
        basis: ['O37 34'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'transfer.department',
    trigger: t('属于其他部门管辖', 'other department competent'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: null,
        note: t('“及时”，没有天数', '"promptly", no length'),
        basis: ['PROC18 ', 'PROC 17(1)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'crime.team',
    trigger: t('发现涉嫌犯罪', 'suspicion'),
    straddle: 'step',
    rows: [
      crime('5', null, {
        note: t('立即指定两名以上人员，写出书面报告', 'at once two or more officers, written report'),
      }),
    ],
  },
  {
    id: 'crime.head',
    trigger: t('报告送达正职负责人或者主持工作的负责人', 'report reaches the head (or acting head)'),
    straddle: 'step',
    rows: [
      crime('5', [3, 'd'], {
        note: t(
          '批准或者不批准，不批准的理由记录在案',
          'approve or refuse; the reason for refusing is kept on file',
        ),
      }),
    ],
  },
  {
    id: 'crime.send',
    trigger: t('批准移送', 'approval'),
    straddle: 'step',
    rows: [crime('5', [24, 'h'], { note: t('向同级公安机关移送', 'to the police of the same level') })],
  },
  {
    id: 'crime.forward',
    trigger: t('公安机关无管辖权', 'police without power'),
    straddle: 'step',
    rows: [
      crime('7', [24, 'h'], {
        note: t(
          '转送有管辖权的公安机关并书面告知移送机关',
          'to the right police, and tell the sender in writing',
        ),
      }),
    ],
  },
  {
    id: 'crime.police',
    trigger: t('公安机关接受材料', 'police accept the papers'),
    straddle: 'step',
    rows: [crime('8', [3, 'd'])],
  },
  {
    id: 'crime.reconsider',
    trigger: t('收到不予立案通知书', 'notice of no case received'),
    straddle: 'step',
    rows: [
      crime('9(1)', [3, 'd'], {
        note: t(
          '提请同一公安机关复议，或者建议检察机关监督',
          'ask the same police to reconsider, or suggest supervision by the procuratorate',
        ),
      }),
    ],
  },
  {
    id: 'crime.reconsider-decision',
    trigger: t('公安机关收到复议请求', 'police receive the request'),
    straddle: 'step',
    rows: [
      crime('9(2)', [3, 'd'], {
        lapse: t('之后3日内可建议检察机关监督', 'then 3 days to suggest supervision'),
      }),
    ],
  },
  {
    id: 'crime.hand-over',
    trigger: t('收到公安机关立案通知', 'notice that the police opened a case'),
    straddle: 'step',
    rows: [crime('12', [3, 'd'], { note: t('移交涉案物品和材料', 'hand over goods and papers') })],
  },
];
