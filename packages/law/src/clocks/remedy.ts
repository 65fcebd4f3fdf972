// SPDX-License-Identifier: Apache-2.0
import { type ClockSpec, t } from './model.ts';

/** §2.5, last part: review and suit. */
export const remedyClocks: readonly ClockSpec[] = [
  {
    id: 'remedy.review',
    trigger: t('知道或者应当知道行政行为', 'knew of the act'),
    straddle: 'step',
    rows: [
      {
        from: '2024-01-01',
        length: [60, 'd'],
        pauses: ['force-majeure'],
        variants: [
          {
            when: ['not-told'],
            text: t('未告知复议权利的，最长一年', 'not told of the right: 1 year at most'),
            length: [1, 'y'],
          },
        ],
        basis: ['ARL 20'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'remedy.review.check',
    trigger: t('复议机关收到申请', 'review body receives the application'),
    straddle: 'step',
    rows: [
      {
        from: '2024-01-01',
        length: [5, 'wd'],
        lapse: t('逾期未决定视为受理', 'silence = accepted'),
        basis: ['ARL 30', 'ARL 88'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'remedy.review.decide',
    trigger: t('受理复议申请', 'application accepted'),
    straddle: 'step',
    rows: [
      {
        from: '2024-01-01',
        length: [60, 'd'],
        extension: { length: [30, 'd'], by: t('复议机构负责人批准', 'head of the review office') },
        variants: [{ when: ['simple'], text: t('简易程序', 'simple procedure'), length: [30, 'd'] }],
        basis: ['ARL 62'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'remedy.suit',
    trigger: t('知道或者应当知道行政行为', 'knew of the act'),
    straddle: 'step',
    rows: [
      {
        from: '2017-07-01',
        length: [6, 'mo'],
        variants: [
          {
            when: ['review', 'after-review'],
            text: t('经复议的，收到复议决定之日起', 'after review'),
            length: [15, 'd'],
            basis: ['ALL 45'],
          },
        ],
        basis: ['ALL 46', 'ALL 45'],
        certainty: 'A',
      },
    ],
  },
  {
    id: 'remedy.inaction',
    trigger: t('申请行政机关履行职责', 'application to act'),
    straddle: 'step',
    rows: [
      {
        from: '2017-07-01',
        length: [2, 'mo'],
        lapse: t('可以起诉；紧急情况不受限制', 'then suit; urgent: at once'),
        note: t(
          '当场罚款、不作为（ARL 23）和价格处罚（PV 20）须先申请复议',
          'review must come first for on-the-spot fines and inaction (ARL 23) and for price penalties (PV 20)',
        ),
        basis: ['ALL 47'],
        certainty: 'A',
      },
    ],
  },
];
