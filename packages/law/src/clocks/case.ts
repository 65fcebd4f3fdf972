// SPDX-License-Identifier: Apache-2.0
import { type ClockSpec, t } from './model.ts';

const head = t('负责人批准', 'the head approves');
const waived = t('逾期视为放弃', 'silence = waived');

/** §2.5 Case procedure, first half: measures, decision, hearing, service. */
export const caseClocks: readonly ClockSpec[] = [
  {
    id: 'case.open.report24h',
    trigger: t(
      '紧急情况下当场先行登记保存、查封、扣押',
      'emergency step on the spot (registration, seizure)',
    ),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [24, 'h'],
        roll: false,
        lapse: t('负责人不同意的，立即解除', 'head disagrees: lift at once'),
        basis: ['PROC18 ', 'PROC 33', 'PROC 36', 'AEL 19'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'measure.registration',
    trigger: t('先行登记保存证据', 'provisional registration of evidence'),
    straddle: 'step',
    rows: [
      {
        label: 'old',
        to: '2019-03-31',
        length: [7, 'd'],
        safe: true,
        note: t('“7日”未写明是否工作日', 'day type not said'),
        basis: ['APL96 37:M'],
        certainty: 'M',
      },
      {
        from: '2019-04-01',
        length: [7, 'wd'],
        safe: true,
        lapse: t('逾期自动解除', 'lifts by itself'),
        basis: ['PROC18 ', 'PROC 35', 'APL21 56'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'measure.seize',
    trigger: t('查封、扣押', 'sealing or seizure'),
    straddle: 'step',
    rows: [
      {
        from: '2012-01-01',
        length: [30, 'd'],
        extension: {
          length: [30, 'd'],
          by: t('负责人批准，书面告知并说明理由', 'the head, told in writing with reasons'),
        },
        pauses: ['test'],
        safe: true,
        lapse: t('必须解除（PROC 42）', 'must be lifted (PROC 42)'),
        note: t(
          '检测等期间须明确并书面告知才不计入',
          'testing is left out only if its length was fixed and told in writing',
        ),
        basis: ['AEL 25', 'PROC 38'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'measure.seize.pyramid',
    trigger: t('传销案件查封、扣押', 'seizure in a pyramid case'),
    straddle: 'step',
    rows: [
      {
        from: '2005-11-01',
        length: [30, 'd'],
        extension: { length: [15, 'd'], by: t('主要负责人批准', 'the chief head') },
        safe: true,
        basis: ['PYR 18'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.decide',
    trigger: t('立案', 'opening'),
    straddle: 'step',
    rows: [
      {
        label: 'old',
        to: '2019-03-31',
        length: [90, 'd'],
        extension: { length: [30, 'd'], by: head, next: t('再由有关会议集体决定', 'then a meeting') },
        pauses: ['hearing', 'notice', 'test'],
        note: t('不计入期间凭记忆，未核实', 'what is left out is from memory'),
        basis: ['SAIC28 57:B'],
        certainty: 'B',
      },
      {
        from: '2019-04-01',
        length: [90, 'd'],
        extension: {
          length: [30, 'd'],
          by: head,
          next: t(
            '仍不能作出的，负责人集体讨论确定合理期限',
            'then a collective decision of the heads fixes a reasonable further term',
          ),
        },
        pauses: ['suspend', 'hearing', 'notice', 'test', 'identify', 'refund'],
        lapse: t('逾期决定，不当然无效', 'late decision, not void by itself'),
        basis: ['PROC18 ', 'PROC 64', 'APL21 60'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.review',
    trigger: t('审核机构收到案件材料', 'review office receives the file'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [10, 'wd'],
        extension: { length: null, by: t('负责人可以延长，无上限', 'the head may extend, no cap') },
        basis: ['PROC18 ', 'PROC 55'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.plea',
    trigger: t('送达行政处罚告知书', 'service of the pre-penalty notice'),
    straddle: 'step',
    rows: [
      {
        label: 'old',
        from: '2019-04-01',
        to: '2021-07-14',
        length: [3, 'wd'],
        lapse: waived,
        basis: ['PROC18 '],
        certainty: 'B',
      },
      {
        from: '2021-07-15',
        length: [5, 'wd'],
        lapse: waived,
        basis: ['PROC 57', 'APL21 64(1)', 'APL21 85'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.hearing-request',
    trigger: t('送达行政处罚告知书（可要求听证）', 'service of the notice that offers a hearing'),
    straddle: 'step',
    rows: [
      {
        label: 'old',
        to: '2021-07-14',
        length: [3, 'd'],
        lapse: waived,
        basis: ['APL96 42:B'],
        certainty: 'B',
      },
      {
        from: '2021-07-15',
        length: [5, 'wd'],
        lapse: waived,
        basis: ['PROC 57', 'APL21 64(1)', 'APL21 85'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.hearing-notice',
    trigger: t('听证日（倒推）', 'the hearing day, backward'),
    straddle: 'step',
    rows: [
      {
        from: '2021-07-15',
        length: [7, 'wd'],
        backward: true,
        note: t(
          '至少7个工作日前通知时间、地点；谨慎做法再早一个工作日',
          'tell time and place at least 7 working days before; the cautious day is one working day earlier',
        ),
        basis: ['APL21 64(2)', 'APL21 85'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.withdraw-published',
    trigger: t(
      '公开的决定被变更、撤销、确认违法或者无效',
      'published decision changed, revoked, held unlawful or void',
    ),
    straddle: 'step',
    rows: [
      {
        from: '2021-07-15',
        length: [3, 'wd'],
        note: t('撤回并公开说明理由', 'take it down and say why'),
        basis: ['PROC 63(2)', 'APL21 48', 'PUB 11'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.serve',
    trigger: t('决定书未当场交付', 'decision not handed over on the spot'),
    straddle: 'step',
    rows: [{ from: '2019-04-01', length: [7, 'wd'], basis: ['PROC18 ', 'PROC 81'], certainty: 'A' }],
  },
  {
    id: 'case.serve.public',
    trigger: t('发布送达公告', 'public notice posted'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [30, 'd'],
        lapse: t('视为送达', 'deemed served'),
        note: t('公告期间不计入90日', 'itself excluded from the 90 days'),
        basis: ['PROC18 ', 'PROC 82(5)'],
        certainty: 'A',
      },
    ],
  },
];

/** §2.5, second half: payment, enforcement, closing, limitation. */
export const caseEndClocks: readonly ClockSpec[] = [
  {
    id: 'case.pay',
    trigger: t('收到处罚决定书', 'receipt of the decision'),
    straddle: 'step',
    rows: [
      {
        from: '1996-10-01',
        length: [15, 'd'],
        extension: {
          length: null,
          by: t('负责人书面批准延期或者分期', 'deferral or instalments: the head, in writing'),
        },
        lapse: t('每日按3%加处罚款，不超过罚款本数', 'surcharge 3 % a day, never above the fine'),
        basis: ['PROC18 ', 'PROC 72', 'PROC 74', 'PROC 75', 'APL21 67', 'APL21 72', 'APL96 46:M'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.demand',
    trigger: t('收到催告书', 'receipt of the demand'),
    straddle: 'step',
    rows: [
      {
        from: '2012-01-01',
        length: [10, 'wd'],
        lapse: t('可申请法院强制执行', 'then court enforcement'),
        basis: ['AEL 54', 'PROC 76'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.court',
    trigger: t(
      '复议、诉讼期限（或者延期）届满',
      'expiry of the time for review and suit (or of the deferral)',
    ),
    straddle: 'step',
    rows: [
      {
        from: '2012-01-01',
        length: [3, 'mo'],
        lapse: t('丧失申请执行的权利', 'right lost'),
        basis: ['AEL 53', 'PROC 76'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.close',
    trigger: t(
      '履行完毕、执行终结、终止调查、不予处罚等结案情形出现',
      'performed, enforcement ended, inquiry terminated, no-penalty, not-proved, transfer, crime decision or other',
    ),
    straddle: 'step',
    rows: [{ from: '2019-04-01', length: [15, 'wd'], basis: ['PROC18 ', 'PROC 77'], certainty: 'A' }],
  },
  {
    id: 'case.onspot.file',
    trigger: t('当场处罚决定', 'on-the-spot decision'),
    straddle: 'step',
    rows: [{ from: '2019-04-01', length: [7, 'wd'], basis: ['PROC18 ', 'PROC 70'], certainty: 'A' }],
  },
  {
    id: 'case.onspot.cash',
    trigger: t('当场收缴罚款', 'fine taken by hand'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: [2, 'wd'],
        note: t(
          '交至机关；机关再于2个工作日内缴付银行',
          'to the office; the office then has 2 working days to the bank',
        ),
        basis: ['PROC18 ', 'PROC 73'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.suspend',
    trigger: t('五种中止情形之一', 'one of five grounds of suspension'),
    straddle: 'step',
    rows: [
      {
        from: '2019-04-01',
        length: null,
        note: t('没有期限；原因消除立即恢复', 'no length; resume at once when the cause ends'),
        basis: ['PROC18 ', 'PROC 46'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'case.limitation',
    trigger: t('违法行为发生（连续或者继续状态的，终了之日）', 'the act, undiscovered (continuous: its end)'),
    straddle: 'step',
    rows: [
      {
        from: '1996-10-01',
        to: '2021-07-14',
        length: [2, 'y'],
        safe: true,
        basis: ['APL96 '],
        certainty: 'A',
      },
      {
        from: '2021-07-15',
        length: [2, 'y'],
        safe: true,
        variants: [
          {
            when: ['life-health', 'life', 'health', 'financial', 'harm', '5y'],
            text: t(
              '涉及公民生命健康安全、金融安全且有危害后果的',
              'life, health or financial safety, with harm',
            ),
            length: [5, 'y'],
          },
        ],
        lapse: t('不再给予处罚，法律另有规定的除外', 'no penalty; a law may differ'),
        basis: ['APL21 36'],
        certainty: 'A',
      },
    ],
  },
];
