// SPDX-License-Identifier: Apache-2.0
import { en } from './en/index.ts';
import type { Locale } from './locale.ts';
import { zhCN } from './zh-CN/index.ts';

export { format } from './format.ts';
export { chooseLocale, isLocale, LOCALES, type Locale } from './locale.ts';

/** Rooms of messages, each with its keys; every language has the same. */
export type Messages = {
  readonly [Room in keyof typeof zhCN]: { readonly [Key in keyof (typeof zhCN)[Room]]: string };
};

export const messages: Readonly<Record<Locale, Messages>> = { 'zh-CN': zhCN, en };
