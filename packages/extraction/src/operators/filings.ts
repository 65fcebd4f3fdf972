// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Hit } from './licences.ts';

// A province sign, `ICP备`, digits – with whatever white space, with 号 or not, with digits too few or too many.
const ICP =
  /([\u4e00-\u9fa5]?)\s*ICP\s*([备備])\s*(?:案)?\s*(?:[号號]?\s*[:：]?\s*)?(\d[\d ]{2,13})?\s*([号號]?)(?:\s*-\s*(\d{1,4}[A-Z]?))?/gi;
const PROVINCES = '京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯苏蘇浙赣鄂甘晋陕陝吉闽閩贵貴粤粵青川琼宁寧藏新桂蒙';
const POLICE =
  /([\u4e00-\u9fa5])?\s*公\s*网\s*安\s*备\s*(?:案)?\s*(?:号|编号)?\s*[:：]?\s*(\d[\d ]{5,18}\d)\s*(号?)(?:\s*-\s*(\d{1,4}))?/g;
const POLICE_LABEL =
  /(?:公安(?:机关)?(?:联网|网安|备案)?(?:备案)?(?:编号|号)|公安局[\u4e00-\u9fa5]{0,8}(?:分局)?(?:网安)?备案(?:编)?号)\s*[:：]?\s*(\d{11,16})/g;

const compact = (text: string): string => text.replace(/\s+/g, '');

/** ICP filings (备案号) in a line, as shown less white space; those without province or with a wrong count of digits too. */
export function findIcpFilings(line: string): Hit<string>[] {
  const hits: Hit<string>[] = [];
  for (const match of allMatches(line, ICP)) {
    if (!match[3]) continue;
    const before = match[1] ?? '';
    const whole = compact(match[0]);
    // What stands before may be the end of another word (备案号：ICP备…).
    const value =
      before !== '' && !PROVINCES.includes(before) && /[号案站为是：]/.test(before) ? whole.slice(1) : whole;
    hits.push({ value: value.replace(/icp/i, 'ICP'), at: match.index });
  }
  return hits;
}

/** Public-security network filings (公网安备) in a line. */
export function findPoliceFilings(line: string): Hit<string>[] {
  const hits: Hit<string>[] = [];
  for (const match of allMatches(line, POLICE)) {
    const before = match[1] ?? '';
    const whole = compact(match[0]);
    hits.push({
      value: before !== '' && !PROVINCES.includes(before) ? whole.slice(1) : whole,
      at: match.index,
    });
  }
  for (const match of allMatches(line, POLICE_LABEL))
    if (!hits.some((hit) => hit.value.includes(match[1]!))) hits.push({ value: match[1]!, at: match.index });
  return hits;
}
