// SPDX-License-Identifier: Apache-2.0
import type { Action } from '../machine.ts';
import { TASK_ENDED } from '../open-actions.ts';
import { correctionV1, dataRequestV1, platformNoticeV1, reminderV1 } from './answered-files.ts';
import { assistanceV1 } from './assistance.ts';
import { crimeV1 } from './crime.ts';
import { HANDLERS, longtext, office, text, title, VERIFIERS } from './fields.ts';
import { referralV1 } from './referral.ts';
import { transferV1 } from './transfer.ts';

const IN_HAND = ['graded', 'signed', 'returned', 'not-corrected'];
const AT_WORK = [...IN_HAND, 'verifying'];

/** Steps of a lead that open a task of their own; each is one step here and a file there. */
export const taskSteps: readonly Action[] = [
  {
    id: 'remind',
    title: title('发提醒', 'Send a reminder'),
    roles: HANDLERS,
    by: ['holder'],
    from: IN_HAND,
    to: 'reminded',
    form: reminderV1.opening.form ?? [],
    guards: [
      { guard: 'value', field: 'grade', is: ['slight'] },
      { guard: 'none-open', procedure: 'transfer' },
    ],
    opens: 'reminder',
  },
  {
    id: 'order-correction',
    title: title('责令改正', 'Order correction'),
    roles: VERIFIERS,
    by: ['holder'],
    from: ['verifying'],
    to: null,
    form: correctionV1.opening.form ?? [],
    guards: [{ guard: 'none-open', procedure: 'correction' }],
    opens: 'correction',
  },
  {
    id: 'notify-platform',
    title: title('通知平台处置', 'Send a notice to the platform'),
    roles: HANDLERS,
    by: ['holder'],
    from: AT_WORK,
    to: null,
    form: platformNoticeV1.opening.form ?? [],
    guards: [{ guard: 'none-open', procedure: 'platform-notice' }],
    opens: 'platform-notice',
  },
  {
    id: 'ask-assistance',
    title: title('请其他单位协查', 'Ask another office for help'),
    roles: HANDLERS,
    by: ['holder'],
    from: AT_WORK,
    to: null,
    form: assistanceV1.opening.form ?? [],
    opens: 'assistance',
  },
  {
    id: 'ask-data',
    title: title('请平台或部门提供资料', 'Ask a platform or department for data'),
    roles: HANDLERS,
    by: ['holder'],
    from: AT_WORK,
    to: null,
    form: dataRequestV1.opening.form ?? [],
    opens: 'data-request',
  },
  {
    id: 'propose-transfer',
    title: title('移送有管辖权的单位', 'Transfer to the competent office'),
    roles: HANDLERS,
    by: ['holder'],
    from: AT_WORK,
    to: null,
    form: transferV1.opening.form ?? [],
    guards: [
      { guard: 'none-open', procedure: 'transfer' },
      // 程序规定 article 14: who received it by transfer asks the superior and does not pass it on.
      { guard: 'never-taken', action: 'hand-over' },
    ],
    opens: 'transfer',
  },
  {
    id: 'refer',
    title: title('移送其他部门', 'Transfer to another department'),
    roles: VERIFIERS,
    by: ['holder'],
    from: AT_WORK,
    to: null,
    form: referralV1.opening.form ?? [],
    guards: [{ guard: 'none-open', procedure: 'referral' }],
    opens: 'referral',
  },
  {
    id: 'report-crime',
    title: title('涉嫌犯罪，移送公安', 'Suspected crime: to the police'),
    roles: VERIFIERS,
    by: ['holder'],
    from: ['verifying'],
    to: null,
    form: crimeV1.opening.form ?? [],
    guards: [{ guard: 'none-open', procedure: 'crime' }],
    opens: 'crime',
  },
];

/** What the house itself writes into a lead when one of its tasks ends. */
export const houseSteps = (states: readonly string[]): readonly Action[] => [
  {
    id: TASK_ENDED,
    title: title('所派事项办结', 'A task of it ended'),
    roles: [],
    from: states,
    to: null,
    form: [
      text('procedure', '事项', 'Procedure'),
      text('number', '编号', 'Number'),
      text('result', '结果', 'Result'),
    ],
  },
  {
    id: 'reminder-ended',
    title: title('提醒办结', 'The reminder ended'),
    roles: [],
    from: ['reminded'],
    to: { field: 'result' },
    form: [
      {
        name: 'result',
        title: title('结果', 'Result'),
        type: 'choice',
        required: true,
        kept: true,
        options: [
          { value: 'corrected', title: title('已改正', 'Put right') },
          { value: 'not-corrected', title: title('未改正', 'Not put right') },
          { value: 'graded', title: title('提醒已撤回', 'The reminder was withdrawn') },
        ],
      },
      text('number', '编号', 'Number'),
    ],
  },
  {
    id: 'hand-over',
    title: title('移交给有管辖权的单位', 'Handed to the competent office'),
    roles: [],
    from: AT_WORK,
    to: 'signed',
    form: [office('office', '接收单位', 'To', 'other'), longtext('why', '依据', 'On what ground')],
    hand: { push: 'office' },
  },
];
