// SPDX-License-Identifier: Apache-2.0
import type { Bilingual, Field, Within } from '../machine.ts';

/** Those who act on files in an office. */
export const HANDLERS = ['field_officer', 'authority_head', 'monitor_analyst', 'supervisor'] as const;
/** Those who verify and decide on the spot. */
export const VERIFIERS = ['field_officer', 'authority_head'] as const;
/** Those who approve. */
export const HEADS = ['authority_head', 'supervisor'] as const;

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const text = (name: string, zh: string, en: string, more: Partial<Field> = {}): Field => ({
  name,
  title: b(zh, en),
  type: 'text',
  required: true,
  ...more,
});

export const longtext = (name: string, zh: string, en: string, more: Partial<Field> = {}): Field =>
  text(name, zh, en, { type: 'longtext', ...more });

export const reason = (required = true): Field => longtext('reason', '理由', 'Reason', { required });

export const note = (required = false): Field => longtext('note', '备注', 'Note', { required });

/** A day by which somebody must have done something. */
export const deadline: Field = {
  name: 'deadline',
  title: b('期限', 'By when'),
  type: 'date',
  required: true,
  kept: true,
  future: true,
};

export const office = (name: string, zh: string, en: string, within: Within): Field => ({
  name,
  title: b(zh, en),
  type: 'agency',
  required: true,
  kept: true,
  within,
});

export const proof = (name = 'proof', required = false): Field => ({
  name,
  title: b('证明材料', 'Proof'),
  type: 'file',
  required,
  help: b('图片、PDF 或表格，每个不超过 10 MB。', 'A picture, PDF or table, at most 10 MB each.'),
});

export const choice = (
  name: string,
  zh: string,
  en: string,
  options: Readonly<Record<string, readonly [string, string]>>,
  more: Partial<Field> = {},
): Field => ({
  name,
  title: b(zh, en),
  type: 'choice',
  required: true,
  kept: true,
  options: Object.entries(options).map(([value, [one, other]]) => ({ value, title: b(one, other) })),
  ...more,
});

export const title = b;

export const noteAction = (from: readonly string[]) =>
  ({
    id: 'note',
    title: b('添加备注', 'Add a note'),
    roles: HANDLERS,
    from,
    to: null,
    form: [note(true)],
  }) as const;
