// SPDX-License-Identifier: Apache-2.0
import { type Field, LINKED, type Machine } from '../machine.ts';
import { HANDLERS, HEADS, longtext, note, noteAction, proof, reason, text, title } from './fields.ts';

const open = ['proposed', 'sent', 'received', 'accepted', 'declined'];
const receipt: readonly Field[] = [
  text('receiptNumber', '对方收文号或回执号', 'Number of their receipt', { kept: true }),
  text('receivedBy', '接收人', 'Received by'),
  proof('proof'),
];
const decision: readonly Field[] = [longtext('decision', '办理情况', 'What they say'), proof('proof')];

/** Transfer to another department (移送其他部门, 程序规定 article 17): "promptly", with a receipt. */
export const referralV1: Machine = {
  id: 'referral',
  version: 1,
  title: title('移送其他部门', 'Transfer to another department'),
  sign: '转办',
  linked: 'department',
  opening: {
    action: 'open',
    title: title('提出移送', 'Transfer proposed'),
    state: 'proposed',
    form: [
      text('recipient', '接收部门', 'Department', { kept: true }),
      text('contact', '联系方式', 'How to reach them', { required: false }),
      longtext('matter', '移送事项', 'The matter'),
      longtext('ground', '移送理由和依据', 'Why, and on what ground'),
    ],
  },
  states: {
    proposed: { title: title('待审批', 'Approval awaited') },
    sent: { title: title('已移送，待回执', 'Sent, receipt awaited') },
    received: { title: title('对方已签收', 'They signed for it') },
    accepted: { title: title('对方已受理', 'They took it up') },
    declined: { title: title('对方不予受理', 'They declined') },
    closed: { title: title('办结', 'Closed'), end: true },
    withdrawn: { title: title('已撤回', 'Withdrawn'), end: true },
  },
  actions: [
    {
      id: 'approve',
      title: title('批准移送', 'Approve the transfer'),
      roles: HEADS,
      by: ['origin'],
      from: ['proposed'],
      to: 'sent',
      final: true,
      form: [longtext('opinion', '审批意见', 'Opinion', { required: false })],
      documents: ['department-letter'],
    },
    {
      id: 'receive',
      title: title('签收', 'Sign for it'),
      roles: [LINKED],
      from: ['sent'],
      to: 'received',
      form: receipt,
    },
    {
      id: 'record-receipt',
      title: title('登记回执', 'Record the receipt'),
      roles: HANDLERS,
      by: ['origin'],
      from: ['sent'],
      to: 'received',
      form: receipt,
    },
    {
      id: 'take-up',
      title: title('受理', 'Take it up'),
      roles: [LINKED, ...HANDLERS],
      by: ['origin'],
      from: ['received'],
      to: 'accepted',
      form: decision,
    },
    {
      id: 'decline',
      title: title('不予受理', 'Decline'),
      roles: [LINKED, ...HANDLERS],
      by: ['origin'],
      from: ['received'],
      to: 'declined',
      form: decision,
    },
    {
      id: 'close',
      title: title('办结', 'Close'),
      roles: HANDLERS,
      by: ['origin'],
      from: ['accepted', 'declined'],
      to: 'closed',
      final: true,
      form: [note()],
    },
    {
      id: 'withdraw',
      title: title('撤回', 'Withdraw'),
      roles: HEADS,
      by: ['origin'],
      from: ['proposed', 'sent'],
      to: 'withdrawn',
      final: true,
      form: [reason()],
    },
    noteAction(open),
  ],
  clocks: [
    {
      id: 'law',
      title: title('法律要求', 'What the law asks'),
      law: { procedure: 'transfer', clock: 'department' },
      starts: 'open',
      meets: ['sent'],
      events: {},
    },
    {
      id: 'acknowledge',
      title: title('回执期限', 'Time for the receipt'),
      house: 'department.acknowledge',
      starts: 'approve',
      meets: ['received'],
      events: {},
    },
  ],
};
