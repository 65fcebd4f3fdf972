// SPDX-License-Identifier: Apache-2.0
import { legalDay } from '@yiwang/kernel';
import { fillTemplate, type TemplateText } from '@yiwang/procedures';
import type { Letter } from './render-letter.ts';

/** Day as letters write it: 2026年11月24日. */
export function longDay(at: number): string {
  const [year, month, day] = legalDay(at).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** Puts the data of a paper into its words. */
export function letterOf(
  words: TemplateText,
  data: Readonly<Record<string, string>>,
  more: { number: string; at: number; sample?: boolean },
): Letter {
  const date = longDay(more.at);
  const filled = fillTemplate(words, { ...data, number: more.number, date });
  return {
    ...filled,
    office: data['office'] ?? '',
    number: more.number,
    date,
    sample: more.sample === true,
  };
}
