// SPDX-License-Identifier: Apache-2.0
import type { Action } from '../../machine.ts';
import { field, HEAD, MEDIATE, reason, SINCE_O20, t } from './parts.ts';

/** States of a complaint that was accepted and is not decided yet. */
export const RUNNING = ['accepted', 'mediating', 'paused-test', 'paused-recusal'];

/** A breach found while mediating (O20 23, O121 27): it is checked beside the mediation, with its own clock. */
export const breach: readonly Action[] = [
  {
    id: 'breach-found',
    title: t('发现违法线索', 'Breach found'),
    roles: MEDIATE,
    from: RUNNING,
    to: null,
    inForce: SINCE_O20,
    guards: [{ guard: 'never-taken', action: 'breach-found' }],
    form: [
      field('what', 'longtext', t('线索内容', 'What was found'), {
        help: t(
          '将另开一件举报核查，各走各的期限。',
          'A check is opened as a file of its own, with its own clock.',
        ),
      }),
    ],
  },
  {
    id: 'extend-breach-check',
    title: t('延长核查期限', 'Extend the check'),
    roles: HEAD,
    from: [...RUNNING, 'agreed', 'terminated', 'settled'],
    to: null,
    guards: [
      { guard: 'clock-running', clock: 'breach-check' },
      { guard: 'never-taken', action: 'extend-breach-check' },
    ],
    form: [reason()],
  },
  {
    id: 'breach-checked',
    title: t('核查完毕', 'Check finished'),
    roles: MEDIATE,
    from: [...RUNNING, 'agreed', 'terminated', 'settled'],
    to: null,
    guards: [{ guard: 'clock-running', clock: 'breach-check' }],
    form: [field('result', 'longtext', t('结果', 'Result'))],
  },
];
