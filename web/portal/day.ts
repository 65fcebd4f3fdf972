// SPDX-License-Identifier: Apache-2.0
import type { Locale } from '../messages/index.ts';

/** An instant as the day it is in China, in words of the language. */
export const day = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
