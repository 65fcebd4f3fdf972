// SPDX-License-Identifier: Apache-2.0
import type { Ground } from '@yiwang/law';
import type { Action, Bilingual, Field, Span } from '../../machine.ts';

/** Roles at the intake desk, at the mediation table, at the check; heads decide where law wants them to. */
export const INTAKE = ['intake_clerk', 'authority_head'] as const;
export const MEDIATE = ['mediator', 'intake_clerk', 'field_officer', 'authority_head'] as const;
export const CHECK = ['field_officer', 'authority_head'] as const;
export const HEAD = ['authority_head'] as const;
export const ALL = ['intake_clerk', 'mediator', 'field_officer', 'authority_head', 'supervisor'] as const;

/** From when the rules on complaints and reports of 2020 and 2026 (O20, O121) were in force. */
export const SINCE_O20: Span = { from: '2020-01-01' };
export const SINCE_O121: Span = { from: '2026-04-15' };

export const t = (zh: string, en: string): Bilingual => ({ zh, en });

export const field = (
  name: string,
  type: Field['type'],
  title: Bilingual,
  more: Partial<Field> = {},
): Field => ({ name, title, type, required: true, ...more });

export const reason = (required = true): Field =>
  field('reason', 'longtext', t('理由', 'Reason'), { required });

export const note = (title: Bilingual, required = false): Field =>
  field('note', 'longtext', title, { required });

/**
 * Grounds of law as choices, each with the days on which its text was in force. Before 2020 the lists are not known for
 * sure: the decision then names its provision in its reason.
 */
export const groundField = (grounds: readonly Ground[], title: Bilingual): Field =>
  field('ground', 'choice', title, {
    kept: true,
    options: [
      ...grounds.flatMap(({ code, versions }) =>
        versions.map(({ text, from, to }) => ({
          value: code,
          title: t(`${code} ${text.zh}`, `${code} ${text.en}`),
          inForce: { ...(from ? { from } : {}), ...(to ? { to } : {}) },
        })),
      ),
      {
        value: 'earlier',
        title: t(
          '当时有效的规定（在理由中写明条款）',
          'The rule of the day (name the provision in the reason)',
        ),
        inForce: { to: '2019-12-31' },
      },
    ],
  });

/** Opening of every filing: day of receipt, channel, what it is about, whether the filer gave a name. */
export const openingForm: readonly Field[] = [
  field('receivedOn', 'date', t('收到日期', 'Received on'), { required: false }),
  field('channel', 'choice', t('渠道', 'Channel'), {
    required: false,
    kept: true,
    options: [
      { value: 'web', title: t('网页', 'Web') },
      { value: 'phone', title: t('电话', 'Telephone') },
      { value: 'letter', title: t('来信', 'Letter') },
      { value: 'visit', title: t('来访', 'Visit') },
      { value: 'hotline', title: t('热线转入', 'Hotline') },
      { value: 'split', title: t('由同一来件分出', 'Split from one paper') },
    ],
  }),
  field('matter', 'choice', t('事项', 'Matter'), {
    required: false,
    kept: true,
    options: [
      { value: 'goods', title: t('商品', 'Goods') },
      { value: 'service', title: t('服务', 'Service') },
      { value: 'ad', title: t('广告', 'Advertising') },
      { value: 'price', title: t('价格', 'Price') },
      { value: 'platform', title: t('平台规则、收费、处罚', 'Rule, fee or sanction of a platform') },
      { value: 'other', title: t('其他', 'Other') },
    ],
  }),
  field('realName', 'boolean', t('实名', 'Under the real name'), { required: false, kept: true }),
];

/** Sending inside the authority, to a unit or a lower office (form 3). Whoever got it may only give it back. */
export const forward = (from: readonly string[]): Action => ({
  id: 'forward',
  title: t('分送', 'Forward inside the authority'),
  roles: [...INTAKE, 'supervisor'],
  from,
  to: 'forwarded',
  hand: { push: 'office' },
  documents: ['filing-forward'],
  form: [
    field('office', 'agency', t('分送到', 'To'), {
      kept: true,
      within: 'below',
      help: t(
        '只能分送内设机构或者下级机关；收到的一方不得再转出，只能退回接收机构。',
        'Only to a unit or a lower office; the receiver may not pass it on, only return it to intake.',
      ),
    }),
    field('answerBy', 'date', t('反馈期限', 'Answer by'), { required: false }),
    reason(false),
  ],
});

/** O20 37, O121 41: a unit without power returns the item promptly and may not pass it on. */
export const returnToIntake: Action = {
  id: 'return-to-intake',
  title: t('退回接收机构', 'Return to intake'),
  roles: ['mediator', 'field_officer', 'authority_head'],
  from: ['forwarded'],
  to: 'received',
  hand: { pop: true },
  form: [reason()],
};

export const addNote = (from: readonly string[]): Action => ({
  id: 'note',
  title: t('添加备注', 'Add a note'),
  roles: ALL,
  from,
  to: null,
  form: [note(t('备注', 'Note'), true)],
});

export const archive = (from: readonly string[]): Action => ({
  id: 'archive',
  title: t('归档', 'Archive'),
  roles: ALL,
  from,
  to: 'archived',
  final: true,
  form: [note(t('归档说明', 'Closing note'))],
});

/** The filer's opinion of the handling, once. Taken by the house for whoever holds the receipt. */
export const rate: Action = {
  id: 'rate',
  title: t('评价', 'Rate the handling'),
  roles: [],
  from: ['closed'],
  to: null,
  guards: [{ guard: 'never-taken', action: 'rate' }],
  form: [
    field('stars', 'choice', t('满意度', 'Satisfaction'), {
      kept: true,
      options: ['5', '4', '3', '2', '1'].map((value) => ({
        value,
        title: t(`${value} 分`, `${value} of 5`),
      })),
    }),
    note(t('意见', 'Remark')),
  ],
};

/** Prints the register form; changes nothing. */
export const registerForm = (paper: string, from: readonly string[]): Action => ({
  id: 'register-form',
  title: t('打印登记表', 'Print the register form'),
  roles: ALL,
  from,
  to: null,
  documents: [paper],
  form: [note(t('登记说明', 'Remark'))],
});

/** Whether a filing repeats an earlier one, and whether it is of daily life: a person's judgement, with its reason. */
export const decideRepeat = (from: readonly string[]): Action => ({
  id: 'decide-repeat',
  title: t('判断是否重复、是否生活消费', 'Judge repeat filing and purpose'),
  roles: [...INTAKE, 'mediator'],
  from,
  to: null,
  form: [
    field('judgement', 'choice', t('结论', 'Judgement'), {
      kept: true,
      options: [
        { value: 'new', title: t('不是重复，按一般程序办理', 'Not a repeat: goes on as usual') },
        { value: 'same', title: t('同一争议已经处理', 'The same dispute has been dealt with') },
        { value: 'not-consumer', title: t('有非生活消费的疑点', 'Signs of not being for daily life') },
      ],
      help: t(
        '次数只供参考，机器不作判断；结论由人作出并说明理由。',
        'Counts are for information; the machine judges nobody. A person decides and says why.',
      ),
    }),
    reason(),
  ],
});
