// SPDX-License-Identifier: Apache-2.0
import type { ClockRule } from '../../machine.ts';
import { t } from './parts.ts';

const law = (clock: string) => ({ procedure: 'complaint', clock });

/** Clocks of a complaint; an item that straddles two rules keeps the text of its day of receipt (law.md §0.2). */
export const complaintClocks: readonly ClockRule[] = [
  {
    id: 'accept',
    title: t('受理决定期限', 'Decision on acceptance'),
    law: law('accept'),
    starts: 'open',
    dayField: 'receivedOn',
    byReceipt: true,
    meets: ['accepted', 'refused', 'withdrawn'],
    events: {},
  },
  {
    id: 'ad',
    title: t('广告投诉处理和告知期限', 'Handling of an advertising complaint'),
    law: law('ad'),
    starts: 'open',
    dayField: 'receivedOn',
    when: { field: 'matter', is: ['ad'] },
    meets: ['refused', 'withdrawn', 'agreed', 'terminated', 'settled', 'closed'],
    events: {},
  },
  {
    id: 'mediate',
    title: t('调解期限', 'Mediation'),
    law: law('mediate'),
    starts: 'accept',
    byReceipt: true,
    meets: ['agreed', 'terminated'],
    events: { 'start-test': 'pause:test', 'ask-recusal': 'pause:recusal' },
    ends: { 'end-test': 'pause:test', 'decide-recusal': 'pause:recusal' },
  },
  {
    id: 'termination-notice',
    title: t('终止调解告知期限', 'Telling of the end of mediation'),
    law: law('termination-notice'),
    starts: 'terminate',
    byReceipt: true,
    meets: ['closed'],
    events: {},
  },
  {
    id: 'breach-check',
    title: t('违法线索核查期限', 'Check of the breach found'),
    law: law('breach-check'),
    starts: 'breach-found',
    byReceipt: true,
    meets: [],
    metBy: ['breach-checked'],
    events: { 'extend-breach-check': 'extend' },
  },
];
