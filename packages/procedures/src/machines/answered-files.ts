// SPDX-License-Identifier: Apache-2.0
import type { Field, Machine } from '../machine.ts';
import { answeredMachine } from './answered.ts';
import { choice, deadline, longtext, proof, text, title } from './fields.ts';

const recipient = text('recipient', '收件方', 'To whom', { kept: true });
const contact = text('contact', '联系方式', 'How to reach them', {
  required: false,
  help: title('电话、邮箱或地址，写进送达记录。', 'Telephone, mail or address, for the record of delivery.'),
});

const merchantAnswer: readonly Field[] = [
  longtext('measures', '已经怎样改正', 'What has been put right'),
  {
    name: 'correctedOn',
    title: title('改正日期', 'Put right on'),
    type: 'date',
    required: false,
  },
  text('answeredBy', '填写人', 'Filled in by'),
  proof('proof'),
  proof('proof2'),
];
const corrected = {
  corrected: title('已改正', 'Put right'),
  'not-corrected': title('未改正', 'Not put right'),
};

/** Reminder (提醒): for what is slight; nothing but a request, with a day that the officer sets. */
export const reminderV1: Machine = answeredMachine({
  id: 'reminder',
  title: title('提醒', 'Reminder'),
  sign: '提醒',
  linked: 'merchant',
  form: [recipient, contact, longtext('matter', '提醒事项', 'What it is about'), deadline],
  document: 'reminder',
  answer: { title: title('答复提醒', 'Answer'), form: merchantAnswer },
  unanswered: title('逾期未答复', 'Not answered in time'),
  results: corrected,
  recheckFrom: ['issued', 'answered', 'unanswered'],
});

/** Correction order (责令改正): drafted by an officer, sent after a head approved. */
export const correctionV1: Machine = answeredMachine({
  id: 'correction',
  title: title('责令改正', 'Correction order'),
  sign: '责改',
  linked: 'merchant',
  approved: true,
  form: [
    recipient,
    contact,
    longtext('breach', '违法事实', 'The breach'),
    text('basis', '依据条款', 'Under which article'),
    longtext('demand', '改正要求', 'What must be put right'),
    deadline,
  ],
  document: 'correction-order',
  answer: { title: title('报告改正情况', 'Report that it is put right'), form: merchantAnswer },
  unanswered: title('逾期未改正', 'Overdue'),
  results: corrected,
  recheckFrom: ['answered', 'unanswered'],
});

/** Notice to the platform (通知平台处置): evidence and a day; silence counts against the platform. */
export const platformNoticeV1: Machine = answeredMachine({
  id: 'platform-notice',
  title: title('通知平台处置', 'Notice to the platform'),
  sign: '平台',
  linked: 'platform',
  form: [
    text('recipient', '平台经营者', 'Platform operator', { kept: true }),
    contact,
    longtext('matter', '违法信息', 'The unlawful listing'),
    choice('demand', '处置要求', 'What is asked', {
      remove: ['删除、屏蔽违法信息', 'Remove or block the listing'],
      warn: ['警示该经营者', 'Warn the merchant'],
      suspend: ['暂停对该经营者的服务', 'Suspend service to the merchant'],
      identity: ['核验并提供经营者身份信息', "Verify and hand in the merchant's identity"],
    }),
    deadline,
  ],
  document: 'platform-notice',
  answer: {
    title: title('答复处置情况', 'Answer'),
    form: [
      choice('done', '处置情况', 'What was done', {
        done: ['已按要求处置', 'Done as asked'],
        partly: ['部分处置', 'Done in part'],
        refused: ['没有处置，理由如下', 'Not done, for the reason below'],
      }),
      longtext('explanation', '说明', 'In words'),
      { name: 'doneOn', title: title('处置日期', 'Done on'), type: 'date', required: false },
      text('answeredBy', '填写人', 'Filled in by'),
      proof('proof'),
    ],
  },
  unanswered: title('平台逾期未答复', 'The platform did not answer in time'),
  results: {
    complied: title('平台已处置', 'The platform complied'),
    'not-complied': title('平台未处置', 'The platform did not comply'),
  },
  recheckFrom: ['issued', 'answered', 'unanswered'],
  answerLaw: { procedure: 'assist', clock: 'platform' },
});

/** Request for data to a platform or service provider (协助提供资料): ground and the least data that serve. */
export const dataRequestV1: Machine = answeredMachine({
  id: 'data-request',
  title: title('协助提供资料', 'Request for data'),
  sign: '协资',
  linked: 'provider',
  approved: true,
  form: [
    recipient,
    choice('recipientKind', '对方是', 'They are', {
      platform: ['平台', 'a platform'],
      payment: ['支付机构', 'a payment firm'],
      hosting: ['接入、托管服务商', 'a hosting firm'],
      logistics: ['物流、快递', 'a carrier'],
      search: ['搜索服务商', 'a search service'],
      department: ['其他部门', 'another department'],
    }),
    contact,
    longtext('ground', '法律依据和案由', 'Legal ground and matter'),
    longtext('asked', '需要的资料（限于办案必需）', 'The data asked for, no more than the matter needs'),
    deadline,
  ],
  document: 'data-request',
  answer: {
    title: title('提供资料', 'Hand in the data'),
    form: [
      choice('done', '答复', 'Answer', {
        done: ['已提供', 'Handed in'],
        partly: ['部分提供', 'Handed in in part'],
        refused: ['不能提供，理由如下', 'Refused, for the reason below'],
      }),
      longtext('explanation', '说明', 'In words'),
      text('answeredBy', '填写人', 'Filled in by'),
      proof('proof'),
      proof('proof2'),
    ],
  },
  unanswered: title('逾期未提供', 'Not handed in in time'),
  results: {
    closed: title('已收到，办结', 'Received and closed'),
    refused: title('对方拒绝或未提供', 'Refused or not handed in'),
  },
  recheckFrom: ['answered', 'unanswered'],
  answerLaw: { procedure: 'assist', clock: 'platform' },
});
