// SPDX-License-Identifier: Apache-2.0
import type { Machine } from '../../machine.ts';
import { ALL, addNote, archive, field, openingForm, rate, t } from './parts.ts';

/** Question (咨询): outside of the complaint procedure (O20 39, O121 44), so no clock of law runs on it. */
export const inquiryV1: Machine = {
  id: 'inquiry',
  version: 1,
  title: t('咨询答复', 'Answer to a question'),
  sign: '咨询',
  opening: {
    action: 'open',
    title: t('收到咨询', 'Question received'),
    state: 'received',
    form: openingForm,
    dayField: 'receivedOn',
  },
  states: {
    received: { title: t('待答复', 'To be answered') },
    closed: { title: t('已答复', 'Answered') },
    archived: { title: t('已归档', 'Archived'), end: true },
  },
  actions: [
    {
      id: 'answer',
      title: t('答复', 'Answer'),
      roles: ALL,
      from: ['received'],
      to: 'closed',
      form: [field('answer', 'longtext', t('答复内容', 'Answer'))],
    },
    {
      id: 'point-elsewhere',
      title: t('告知其他渠道', 'Point elsewhere'),
      roles: ALL,
      from: ['received'],
      to: 'closed',
      form: [
        field('where', 'text', t('哪个机关或者渠道', 'Which office or channel')),
        field('answer', 'longtext', t('答复内容', 'Answer')),
      ],
    },
    rate,
    archive(['closed']),
    addNote(['received', 'closed']),
  ],
  clocks: [],
};
