// SPDX-License-Identifier: Apache-2.0
import type { Certainty } from '../model.ts';
import { type ClockRow, type ClockSpec, type Length, t } from './model.ts';

const keep = (from: string, length: Length, basis: string[], more: Partial<ClockRow> = {}): ClockRow => ({
  from,
  length,
  // A keeping period is a minimum: it ends on its own day, and nobody may delete earlier by counting (§9.1 no. 25).
  roll: false,
  safe: true,
  basis,
  certainty: 'A' as Certainty,
  ...more,
});
const spec = (id: string, zh: string, en: string, ...rows: ClockRow[]): ClockSpec => ({
  id,
  trigger: t(zh, en),
  straddle: 'step',
  rows,
});

/** §2.7 Keeping periods. */
export const keepingClocks: readonly ClockSpec[] = [
  spec(
    'platform.keep-identity',
    '商户退出平台',
    'merchant leaves',
    keep('2010-07-01', [2, 'y'], ['O49 :M', 'O60 30:M'], { to: '2021-04-30', certainty: 'M', label: 'old' }),
    keep('2021-05-01', [3, 'y'], ['O37 31']),
  ),
  spec(
    'platform.keep-trade',
    '交易完成',
    'deal completed',
    keep('2010-07-01', [2, 'y'], ['O49 :M', 'O60 30:M'], { to: '2018-12-31', certainty: 'M', label: 'old' }),
    keep('2019-01-01', [3, 'y'], ['ECL 31', 'O37 31']),
  ),
  spec('live.keep-video', '直播结束', 'end of the live session', keep('2021-05-01', [3, 'y'], ['O37 20(2)'])),
  spec(
    'live.keep-trade',
    '交易完成',
    'deal completed',
    keep('2026-02-01', [3, 'y'], ['O117 16'], {
      note: t(
        '账号、回放、互动、下单时页面快照、服务、支付、物流、退换',
        'account, replay, interaction, order-time page snapshot, service, payment, logistics, returns',
      ),
    }),
  ),
  spec(
    'live.keep-checks',
    '直播结束',
    'end of the live session',
    keep('2026-02-01', [3, 'y'], ['O117 27', 'O117 28', 'O117 31', 'O117 45'], {
      note: t(
        '供货者核验、人员核验、纠正记录（直播间）；选品记录（服务机构）',
        'supplier checks, host checks, corrections (room); product choice (agency)',
      ),
    }),
  ),
  spec(
    'pay.records',
    '用户要求',
    'request by the user',
    keep('2019-01-01', [3, 'y'], ['ECL 53'], {
      backward: true,
      note: t('免费提供最近三年的记录', 'the last 3 years of records, free'),
    }),
  ),
  spec(
    'ad.archive',
    '广告或者服务结束',
    'ad ended or service ended',
    keep('2023-05-01', [3, 'y'], ['IAD 13', 'IAD 14', 'IAD 16']),
  ),
  spec(
    'ucl.records',
    '对商户采取措施',
    'measure against a merchant',
    keep('2024-09-01', [3, 'y'], ['SAMR91 6']),
  ),
  spec('iis.logs', '记录形成', 'record made', keep('2000-09-25', [60, 'd'], ['IIS 14'])),
  spec(
    'netfood.keep',
    '保质期满',
    'end of shelf life',
    keep('2016-10-01', [6, 'mo'], ['NETFOOD :M'], {
      certainty: 'M',
      variants: [
        {
          when: ['no-shelf-life'],
          text: t('没有明确保质期', 'no shelf life stated'),
          length: [2, 'y'],
        },
      ],
    }),
  ),
];

/** §2.7 Live rooms, food and drugs online, returns. */
export const liveAndReturnClocks: readonly ClockSpec[] = [
  spec('live.host-before', '每场直播', 'each live session', {
    from: '2026-02-01',
    length: null,
    note: t('人员信息须在直播开始前报平台', 'host data to the platform before it starts'),
    basis: ['O117 28(2)'],
    certainty: 'A',
  }),
  spec(
    'live.remind',
    '收到监管部门通知（直播间、人员无法联系）',
    "regulator's notice that a room or host cannot be reached",
    {
      from: '2026-02-01',
      length: [5, 'wd'],
      basis: ['O117 22'],
      certainty: 'A',
    },
  ),
  spec('live.train', '日历', 'calendar', {
    from: '2026-02-01',
    length: null,
    note: t(
      '人员每年一次且首次直播前；直播间和服务机构每年一次',
      'hosts yearly and before the first session; rooms and agencies yearly',
    ),
    basis: ['O117 10'],
    certainty: 'A',
  }),
  spec('netfood.filing', '取得电信许可', 'telecom approval', {
    from: '2016-10-01',
    length: [30, 'wd'],
    note: t('食品平台向省级部门备案', 'the food platform is filed with the province'),
    basis: ['NETFOOD :B'],
    certainty: 'B',
  }),
  spec('drugnet.update', '展示信息变更', "drug seller's or platform's shown data changed", {
    from: '2022-12-01',
    length: [10, 'wd'],
    basis: ['DRUGNET 12:B'],
    certainty: 'B',
  }),
  spec('return.notice', '签收商品', 'signing for the goods', {
    from: '2014-03-15',
    length: [7, 'd'],
    note: t('签收次日起算', 'counted from the day after signing'),
    basis: ['CPL 25', 'RET7 10'],
    certainty: 'A',
  }),
  spec('return.refund', '经营者收到退回的商品', 'seller receives the goods back', {
    from: '2014-03-15',
    length: [7, 'd'],
    basis: ['CPL 25(3)', 'RET7 13'],
    certainty: 'A',
  }),
  spec('return.refusal', '消费者要求退货或者商品退回', 'return demand or goods back', {
    from: '2015-03-15',
    length: [15, 'd'],
    lapse: t(
      '超过15日未办理或者未退款视为拒绝，可罚',
      'more than 15 days without handling or refund = refusal, fined',
    ),
    basis: ['CONSPEN 9', 'RET7 31'],
    certainty: 'A',
  }),
  spec('return.remedy-refusal', '消费者要求修理、退款、赔偿', 'demand for repair, refund, damages', {
    from: '2015-03-15',
    length: [15, 'd'],
    lapse: t('超过15日视为拒绝，可罚', 'more than 15 days = refusal, fined'),
    basis: ['CONSPEN 8', 'CONSPEN 10'],
    certainty: 'A',
  }),
];
