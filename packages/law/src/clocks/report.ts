// SPDX-License-Identifier: Apache-2.0
import { type ClockSpec, t } from './model.ts';

const head = t('负责人批准', 'the head approves');
const notDeemed = t('不视为立案或者不立案', 'not deemed opened or refused');

/** §2.3 Reports and leads. */
export const reportClocks: readonly ClockSpec[] = [
  {
    id: 'report.check',
    aliases: ['lead.check'],
    trigger: t(
      '发现线索或者收到材料（投诉、举报、移送、上级交办）',
      'finding the lead, or receipt of the material (complaint, report, transfer, order from above)',
    ),
    straddle: 'item',
    rows: [
      {
        label: 'old',
        to: '2019-03-31',
        length: [7, 'wd'],
        extension: {
          length: [15, 'wd'],
          mode: 'total',
          by: t('特殊情况，合计15个工作日', 'special cases, 15 working days in all'),
        },
        basis: ['SAIC28 17:B'],
        certainty: 'B',
      },
      {
        from: '2019-04-01',
        length: [15, 'wd'],
        extension: { length: [15, 'wd'], by: head },
        pauses: ['test', 'identify'],
        interrupt: { from: '2026-04-15', basis: 'O121 35(2)' },
        lapse: notDeemed,
        note: t('投诉举报规章经 O20 31(1)、O121 35(1) 转用', 'reached through O20 31(1), O121 35(1)'),
        basis: ['PROC18 17:D', 'PROC 18', 'O20 31(1)', 'O121 35(1)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.told-decision',
    trigger: t('决定立案或者不予立案（实名举报）', 'decision to open or not (real-name reporter)'),
    // The duty is gone for every decision from 2026-04-15 on, whenever the report came in.
    straddle: 'step',
    rows: [
      {
        from: '2020-01-01',
        to: '2026-04-14',
        length: [5, 'wd'],
        note: t('只告知实名举报人', 'only a real-name reporter is told'),
        basis: ['O20 31(2)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.told-result',
    trigger: t('已有处理结果', 'result known'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: null,
        variants: [
          {
            when: ['ad', 'advertising'],
            text: t('广告：自收到举报之日起', 'advertising: from receipt of the report'),
            length: [7, 'wd'],
            basis: ['AD 53'],
          },
        ],
        note: t(
          '没有期限；仅在法律、法规、规章要求告知时适用（AD 53、UCL25 20(3)、NOLIC 9、FSL 115、RW21）',
          'no length; only where a law, regulation or rule orders telling (AD 53, UCL25 20(3), NOLIC 9, FSL 115, RW21)',
        ),
        basis: ['O20 32', 'O121 36'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.repeat',
    trigger: t('同一举报人就同一事实、同一对象再次举报', 'same reporter, same facts, same target'),
    straddle: 'item',
    rows: [
      {
        from: '2026-04-15',
        length: null,
        note: t('不再重复处理', 'not handled again'),
        basis: ['O121 35(2)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.restart',
    trigger: t('同一举报人就同一对象举报新的事实', 'same reporter, same target, new facts'),
    straddle: 'item',
    rows: [
      {
        from: '2026-04-15',
        length: null,
        note: t(
          '可以合并；report.check 自收到最后一次举报之日重新起算（事件 interrupt）',
          'may be merged; report.check starts again from receipt of the last report (event interrupt)',
        ),
        basis: ['O121 35(2)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.wrong-office',
    trigger: t('收到无权处理的举报', 'receipt without power'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: null,
        note: t(
          '告知举报人；属于市场监管职责的指明有权机关；没有期限，没有移送义务',
          'tell the reporter; if it is market regulation, point to the right office; no length, no forwarding duty',
        ),
        basis: ['O20 29', 'O121 34'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.food-wrong-office',
    trigger: t('食品安全事项不属于本部门职责', "food matter outside one's duty"),
    straddle: 'item',
    rows: [
      {
        from: '2015-10-01',
        length: null,
        note: t(
          '移交有权处理的部门并书面通知；没有期限',
          'hand over to the right department and tell in writing; no length',
        ),
        basis: ['FSL 115(1)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.power-dispute',
    trigger: t('发生管辖争议', 'dispute arises'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: [7, 'wd'],
        lapse: t(
          '协商不成的报请共同的上一级指定；也可直接报请',
          'else the common superior names one; it may be asked at once',
        ),
        note: t('未说举报本身的期限停止计算（推导）', 'the clock of the item is not said to stop (derived)'),
        basis: ['O20 30', 'O121 33'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'report.internal-return',
    trigger: t('本局内设机构无权处理', 'unit of the same bureau without power'),
    straddle: 'item',
    rows: [
      {
        from: '2020-01-01',
        length: null,
        note: t(
          '“及时”退回接收机构，不得自行转出',
          'return to the intake office "promptly"; may not pass on',
        ),
        basis: ['O20 37', 'O121 41'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'lead.dispatch',
    trigger: t('内部分派线索', 'sending a lead inside the house'),
    straddle: 'item',
    rows: [
      {
        from: '2019-04-01',
        length: null,
        note: t(
          '不重新起算 report.check：第18条从发现线索或者收到材料之日起算',
          'does not restart report.check: the rule speaks of finding or receipt',
        ),
        basis: ['PROC18 17:D', 'PROC 18'],
        certainty: 'D',
      },
    ],
  },
];
