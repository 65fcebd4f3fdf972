// SPDX-License-Identifier: Apache-2.0

import { parseResidentId, parseUscc } from '@yiwang/kernel';
import { allMatches } from '../all-matches.ts';
import type { Hit } from './licences.ts';

const LABELLED =
  /(?:统一社会信用代码|統一社會信用代碼|社会信用代码|信用代码证?号?|统一信用代码|营业执照(?:注册)?号码?|营业执照编号|执照编号|执照号|注册号|纳税人识别号|税号|公司登记号|unified social credit (?:code|identifier)|USCC|credit code|uscc)\s*(?:[（(/／]?\s*(?:统一社会信用代码|营业执照注册号|注册号|USCC|号码|编号)\s*[）)]?\s*)*\s*[:：=\s]*\s*([0-9A-Za-z](?:[ -]?[0-9A-Za-z]){7,24})(?![0-9A-Za-z])/gi;
const BARE = /(?<![0-9A-Za-z])[1-9ANY][1-59][0-9]{6}[0-9A-Z]{10}(?![0-9A-Za-z])/gi;
// Registering department and kind of body that exist (GB 32100-2015 table 1).
const DEPARTMENT = /^(?:1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/i;

/** Credit codes in a line: labelled ones as they are shown, right or wrong; others only if they are right. */
export function findCreditCodes(line: string): Hit<string>[] {
  const hits: Hit<string>[] = [];
  for (const match of allMatches(line, LABELLED)) {
    const code = match[1]!.replace(/[\s-]/g, '');
    // Fifteen digits are a registration number of the time before 2015; plain words are no code.
    if (/^\d{15}$/.test(code) || (code.match(/\d/g)?.length ?? 0) < 8) continue;
    hits.push({ value: code, at: match.index });
  }
  for (const match of allMatches(line, BARE)) {
    const code = match[0];
    if (hits.some((hit) => hit.value === code) || !DEPARTMENT.test(code)) continue;
    if (!parseUscc(code).ok || (/^\d+$/.test(code) && parseResidentId(code).ok)) continue;
    hits.push({ value: code, at: match.index });
  }
  return hits;
}
