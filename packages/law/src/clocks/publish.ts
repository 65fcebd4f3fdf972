// SPDX-License-Identifier: Apache-2.0
import { type ClockSpec, t } from './model.ts';

const decision = t('作出处罚决定', 'decision');
const shown = t('公示之日', 'day of publishing');
const gone = t('期满当日结束公示，不顺延', 'the entry stops on the day the period is full; no roll');

/** §2.6 Publication and credit. */
export const publishClocks: readonly ClockSpec[] = [
  {
    id: 'publish.same-province',
    trigger: t('作出处罚决定，当事人登记在本省', 'decision, party registered in the same province'),
    straddle: 'step',
    rows: [
      {
        label: 'old',
        from: '2014-10-01',
        to: '2021-08-31',
        length: [20, 'wd'],
        note: t('公示5年', 'shown 5 years'),
        basis: ['PUB14 :M'],
        certainty: 'M',
      },
      { from: '2021-09-01', length: [20, 'wd'], basis: ['PUB 9'], certainty: 'A' },
    ],
  },
  {
    id: 'publish.push',
    trigger: t('作出处罚决定，当事人登记在外省', 'decision, party of another province'),
    straddle: 'step',
    rows: [
      {
        from: '2021-09-01',
        length: [10, 'wd'],
        note: t('通过本省省级局推送', 'pushed through the own provincial bureau'),
        basis: ['PUB 10'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'publish.received',
    trigger: t('登记地收到推送', 'home bureau receives the push'),
    straddle: 'step',
    rows: [{ from: '2021-09-01', length: [10, 'wd'], basis: ['PUB 10'], certainty: 'A' }],
  },
  {
    id: 'publish.withdraw',
    trigger: t('决定被变更、撤销、确认违法或者无效', 'changed, revoked, unlawful, void'),
    straddle: 'step',
    rows: [{ from: '2021-09-01', length: [3, 'wd'], basis: ['PUB 11', 'PROC 63'], certainty: 'A' }],
  },
  {
    id: 'publish.minor-end',
    trigger: t(
      '公示之日（仅通报批评或者较低数额罚款）',
      'day of publishing (criticism only, or a low fine as the province defines)',
    ),
    straddle: 'step',
    rows: [
      {
        from: '2021-09-01',
        length: [3, 'mo'],
        roll: false,
        safe: true,
        lapse: gone,
        basis: ['PUB 13(1)'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'publish.other-end',
    trigger: shown,
    straddle: 'step',
    rows: [
      {
        from: '2021-09-01',
        length: [3, 'y'],
        roll: false,
        safe: true,
        lapse: gone,
        note: t('限制更长的，与限制期同长', 'a longer ban: as long as the ban'),
        basis: ['PUB 13'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'publish.early',
    trigger: decision,
    straddle: 'step',
    rows: [
      {
        from: '2021-09-01',
        length: null,
        note: t(
          '条件见公示部分；最短公示期凭记忆（CR21），为设置项',
          'conditions under publicity; the minimum shown time is from memory (CR21), a setting',
        ),
        basis: ['PUB 14', 'CR21 :B', 'CR26 :B'],
        certainty: 'B',
      },
    ],
  },
];
