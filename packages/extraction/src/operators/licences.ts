// SPDX-License-Identifier: Apache-2.0

import { parseIcp } from '@yiwang/kernel';
import { allMatches } from '../all-matches.ts';
import type { Licence } from '../types.ts';
import { isMod1110 } from './check-digits.ts';

export interface Hit<T> {
  value: T;
  at: number;
}

type Valid = (number: string) => boolean | null;
const noCheck: Valid = () => null;

const PROVINCE = '[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂甘晋陕吉闽贵粤青川琼宁藏新桂蒙]';
const foodNumber: Valid = (number) => {
  const match = /^(?:JY|SC|SP|YB|QS)(\d+)$/i.exec(number);
  if (!match) return null;
  if (/^(?:JY|SC)/i.test(number)) return match[1]!.length === 14 && isMod1110(match[1]!);
  return null;
};
const telecomNumber: Valid = (number) => {
  if (/ICP/i.test(number)) return parseIcp(number).ok;
  const digits = /(\d+)(?:号?(?:-\d{1,4})?)?$/.exec(number.replace(/号.*$/, ''))?.[1];
  return digits !== undefined && digits.length === 8;
};

/** Numbers whose own form tells what they are, label or not. */
const FORMS: { kind: string; pattern: RegExp; valid: Valid }[] = [
  {
    kind: 'icp',
    pattern: new RegExp(
      `(?:${PROVINCE}\\s*)?ICP\\s*[证證]\\s*[A-Z\\d-]*\\d{3,}\\s*[号號]?(?:-\\d{1,3})?`,
      'gi',
    ),
    valid: telecomNumber,
  },
  {
    kind: 'telecom',
    pattern: new RegExp(
      `(?:${PROVINCE}|合字)?\\s*(?:[AB][12][.、]?){1,4}-\\d{6,10}(?:-\\d{1,3})?\\s*[号號]?`,
      'g',
    ),
    valid: telecomNumber,
  },
  { kind: 'food', pattern: /(?<![A-Za-z\d])(?:JY|SC|SP|YB|QS)\s?\d{8,18}(?!\d)/gi, valid: foodNumber },
  {
    kind: 'drug',
    pattern:
      /(?:[（(]\s*[\u4e00-\u9fa5]\s*[）)]|(?<![\u4e00-\u9fa5])[\u4e00-\u9fa5])\s*-?\s*[（(]?\s*(?:非)?(?:经营|营业)性\s*[）)]?\s*-\s*\d{4}\s*-\s*\d{3,5}(?:号)?/g,
    valid: noCheck,
  },
  { kind: 'drug', pattern: /(?<![A-Za-z])国[ABC]20\d{6}(?!\d)/g, valid: noCheck },
  {
    kind: 'device',
    pattern: new RegExp(
      `${PROVINCE}[\\u4e00-\\u9fa5]{0,6}械(?:经营|网|生产|备)[\\u4e00-\\u9fa5]{0,4}\\s*[（(\\[〔【]?\\s*\\d{4}\\s*[）)\\]〕】]?\\s*第?\\s*\\d{3,10}\\s*号?`,
      'g',
    ),
    valid: noCheck,
  },
  {
    kind: 'device',
    pattern:
      /[（(]?[\u4e00-\u9fa5][）)]?\s*网械(?:平台|信息?)备字\s*[（([〔【]?\s*\d{4}\s*[）)\]〕】]?\s*第?\s*\d{3,10}\s*号?/g,
    valid: noCheck,
  },
  {
    kind: 'drug',
    pattern:
      /[（(]?[\u4e00-\u9fa5][）)]?\s*网药(?:械信息|平台|品信息)?备字\s*[（([〔【]?\s*\d{4}\s*[）)\]〕】]?\s*第?\s*\d{3,10}\s*号?/g,
    valid: noCheck,
  },
  { kind: 'farming', pattern: /农药经许\s*[（(][\u4e00-\u9fa5]{1,2}[）)]\s*\d{6,16}\s*号?/g, valid: noCheck },
  { kind: 'algorithm', pattern: /网信算备\s*\d{15,24}\s*号?/g, valid: noCheck },
  {
    kind: 'medical',
    pattern: /[\u4e00-\u9fa5]卫网审\s*[（([〔【]\s*\d{4}\s*[）)\]〕】]\s*第?\s*\d{1,6}\s*号/g,
    valid: noCheck,
  },
  {
    kind: 'publication',
    pattern: /新出发[\u4e00-\u9fa5（）()\s]{1,8}字\s*第?\s*[\u4e00-\u9fa5A-Z]{0,4}\s*[-\d]{2,14}\s*号?/g,
    valid: noCheck,
  },
  {
    kind: 'publication',
    pattern:
      /(?:[（(]署[）)]\s*网出证|新出网证)\s*[（(][\u4e00-\u9fa5]{1,2}[）)]\s*字\s*第?\s*\d{1,6}\s*号?/g,
    valid: noCheck,
  },
  {
    kind: 'culture',
    pattern: new RegExp(
      `${PROVINCE}网文\\s*[（(\\[〔【]\\s*\\d{4}\\s*[）)\\]〕】]\\s*\\d{3,5}\\s*-\\s*\\d{2,4}\\s*号?`,
      'g',
    ),
    valid: noCheck,
  },
];

/** Words that name a permit, and the kind it is. The first that fits counts. */
const KINDS: [RegExp, string][] = [
  [/食品|预包装|餐饮|保健品/, 'food'],
  [/农药|兽药|种子/, 'farming'],
  [/医疗器械|器械/, 'device'],
  [/药品|药/, 'drug'],
  [/出版|图书|音像/, 'publication'],
  [/网络文化|演出|视听|广播电视|文化经营/, 'culture'],
  [/电信/, 'telecom'],
  [/ICP/i, 'icp'],
  [/化妆品/, 'cosmetics'],
  [/烟草/, 'tobacco'],
  [/酒类|酒/, 'alcohol'],
  [/危险化学品|危化/, 'hazard'],
  [/旅行社/, 'travel'],
  [/新闻/, 'news'],
  [/拍卖/, 'auction'],
  [/营业执照|注册号|工商/, 'registration'],
];

const LABELLED = new RegExp(
  '([\\u4e00-\\u9fa5A-Z（）()]{2,28}?(?:许可证|許可證|资格证书?|资质证书?|备案凭证|备案登记|备案证|备案|登记证书?|许可))' +
    '\\s*(?:编号|证号|号码|备案号|号)?\\s*[:：\\s]?\\s*' +
    `((?=[\\dA-Z（(\\[〔【]|${PROVINCE}|示例|新出|工商)[^\\s，,；;|｜。、:：<>·]{4,40})`,
  'g',
);
const REGISTRATION =
  /(?:营业执照)?(?:注册号|工商注册号|执照号|执照编号|营业执照编号|营业执照号)(?:码)?\s*[:：\s]\s*(\d{13})?(\d{2})?(?:\/|$|\s|[^\dA-Z])/g;

const compact = (text: string): string => text.replace(/\s+/g, '');

/** Permits in one line of text, each with its place in the line. */
export function findLicences(line: string): Hit<Licence>[] {
  const hits: Hit<Licence>[] = [];
  if (!/[许許备備证證械号字号B国CYJSQ]/.test(line)) return hits;
  const taken: [number, number][] = [];
  const free = (from: number, to: number): boolean => taken.every(([a, b]) => to <= a || from >= b);
  for (const { kind, pattern, valid } of FORMS)
    for (const match of allMatches(line, pattern)) {
      const end = match.index + match[0].length;
      if (!free(match.index, end)) continue;
      taken.push([match.index, end]);
      const number = compact(match[0]);
      hits.push({
        value: { kind: kindBefore(line, match.index, kind), number, valid: valid(number) },
        at: match.index,
      });
    }
  for (const match of allMatches(line, LABELLED)) {
    const number = compact(match[2]!)
      .replace(/[（(]?有效期.*$/, '')
      .replace(/[)）\]】]+$/, (tail) => (/[（([【]/.test(match[2]!) ? tail : ''));
    const from = match.index + match[0].length - match[2]!.length;
    const digits = number.match(/\d/g)?.length ?? 0;
    if (digits < (/[批字第]/.test(number) ? 3 : 4) || !free(match.index, match.index + match[0].length))
      continue;
    if (/公网安备|公安|ICP\s*[备備]|网站备案/i.test(match[0])) continue;
    const kind = KINDS.find(([pattern]) => pattern.test(match[1]!))?.[1] ?? 'other';
    taken.push([match.index, from + match[2]!.length]);
    hits.push({
      value: {
        kind,
        number,
        valid:
          kind === 'food'
            ? // A permit's number of another form is malformed; filings have forms of their own.
              (foodNumber(number) ?? (/许可证?$|許可證$/.test(match[1]!) ? false : null))
            : kind === 'telecom' || kind === 'icp'
              ? telecomNumber(number)
              : null,
      },
      at: match.index,
    });
  }
  for (const match of allMatches(line, REGISTRATION)) {
    const number = `${match[1] ?? ''}${match[2] ?? ''}`;
    if (number.length === 15)
      hits.push({ value: { kind: 'registration', number, valid: isMod1110(number) }, at: match.index });
  }
  return hits;
}

/** A B2 number is the telecom permit, but a label before a number may say better what it is for. */
function kindBefore(line: string, at: number, kind: string): string {
  if ((kind !== 'food' && kind !== 'drug') || /网药/.test(line.slice(at, at + 8))) return kind;
  const label = line.slice(Math.max(0, at - 16), at);
  return KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? kind;
}
