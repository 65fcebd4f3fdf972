// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Hit } from './licences.ts';

const PHONE_WORD =
  /电话|電話|热线|熱線|客服|手机|手機|服务专线|咨询|联系方式|联系我们|传真|投诉|举报|tel|phone|fon|hotline|mobil|call|fax|☎|📞|✆|연락처|전화|téléphone|teléfono/i;
const FAX = /传真|傳真|fax|FAX|ファックス/i;
// 400/800 numbers, area code and number, mobiles, and international forms; each may have an extension.
const CHINESE =
  /(?<![\d.-])(?:\+?86[\s-]?)?(?:[48]00(?:\s?-\s?|\s)?\d{3,4}(?:\s?-\s?|\s)?\d{3,4}|0\d{2,3}[\s-]\d{7,8}|[（(]0\d{2,3}[）)]\s?\d{3,4}[\s-]?\d{4}|95\d{2,3}(?:-?\d{3,4})?(?![\d-])|0\d{2,3}\d{7,8}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4})(?:\s?(?:转|-|ext\.?)\s?\d{1,6}(?!\d))?(?![\d.]\d|\d)/g;
const FOREIGN =
  /(?<![\d.\-+])(?:\+\d{1,3}[\s.-]?)?(?:\(\d{1,5}\)[\s.-]?)?\d{1,5}(?:[\s./-]{1,3}\d{1,8}){1,5}(?![\d.]\d|\d)/g;
const MAIL =
  /[A-Za-z0-9._%+-]+\s?(?:@|＠|\[at\]|\(at\)|\(@\))\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,12}(?![A-Za-z0-9])/g;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Telephone numbers in a line. Numbers without a word for telephone count only in the forms nothing else has. */
export function findPhones(line: string): Hit<string>[] {
  const hits: Hit<string>[] = [];
  const word = PHONE_WORD.test(line);
  const add = (text: string, at: number): void => {
    const value = text.trim().replace(/[\s.\-/]+$/, '');
    const lead = line.slice(Math.max(0, at - 10), at);
    if (/fax|传真|傳真/i.test(lead) && FAX.test(lead) && !/电话[^\d]{0,4}$/.test(lead)) return;
    if (hits.some((hit) => digitsOf(hit.value) === digitsOf(value))) return;
    hits.push({ value, at });
  };
  for (const match of allMatches(line, CHINESE)) {
    const text = match[0];
    const sure = /^[48]00[\s-]?\d{3,4}[\s-]\d{3,4}|^[（(]?0\d{2,3}[）)\s-]/.test(text);
    // Bar codes and article numbers look like mobiles: these need the word.
    if (sure || word) add(text, match.index);
  }
  if (word && hits.length === 0)
    for (const match of allMatches(line, FOREIGN)) {
      const count = digitsOf(match[0]).length;
      const lead = line.slice(0, match.index);
      if (
        count < 8 ||
        count > 15 ||
        !PHONE_WORD.test(lead.slice(-24)) ||
        /(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d/.test(match[0])
      )
        continue;
      add(match[0], match.index);
    }
  return hits;
}

/** Mail addresses in a line, also those with the sign written around (`[at]`). */
export function findMails(line: string): Hit<string>[] {
  if (!/@|＠|\[at\]|\(at\)/i.test(line)) return [];
  const hits: Hit<string>[] = [];
  for (const match of allMatches(line, MAIL)) {
    const value = match[0].replace(/\s?(?:＠|\[at\]|\(at\)|\(@\)|@)\s?/i, '@');
    if (/\.(?:png|jpe?g|gif|webp|svg|css|js)$/i.test(value)) continue;
    if (!hits.some((hit) => hit.value === value)) hits.push({ value, at: match.index });
  }
  return hits;
}
