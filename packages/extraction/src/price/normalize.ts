// SPDX-License-Identifier: Apache-2.0
import { decodeEntities } from '../html/entities.ts';

const digit = (c: string, zero: number): string => String.fromCharCode(c.charCodeAt(0) - zero + 48);

/** Whatever the replacements below look for: most texts have none of it. */
const ODD =
  /[０-９Ａ-Ｚａ-ｚ．，٠-٩۰-۹٫٬\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00A0\u2000-\u200A\u202F\u205F\u3000\t-\r]| {2}/;

/** Full-width and Arabic digits to ASCII, every kind of space to a blank, character references decoded. */
export function normalizePriceText(input: string): string {
  let text = input.length > 2000 ? input.slice(0, 2000) : input;
  if (text.includes('&')) text = decodeEntities(text);
  if (!ODD.test(text)) return text.trim();
  return text
    .replace(/[０-９]/g, (c) => digit(c, 0xff10))
    .replace(/[٠-٩]/g, (c) => digit(c, 0x660))
    .replace(/[۰-۹]/g, (c) => digit(c, 0x6f0))
    .replace(/[Ａ-Ｚａ-ｚ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/(\d)[．٫](?=\d)/g, '$1.')
    .replace(/(\d)[，٬](?=\d)/g, '$1,')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '')
    .replace(/[\s\u00A0\u2000-\u200A\u202F\u205F\u3000]+/g, ' ')
    .trim();
}
