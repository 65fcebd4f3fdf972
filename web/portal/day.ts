// SPDX-License-Identifier: Apache-2.0
import type { PortalLocale } from '../messages/index.ts';

/** An instant as the day it is in China, in words of the language. */
export const day = (instant: string, locale: PortalLocale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale === 'zh-Hant' ? 'zh-Hant-CN' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
