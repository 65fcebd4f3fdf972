// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import { CHINESE_NUMERAL, parseChineseNumeral } from './chinese-numerals.ts';
import { currencyOf } from './currencies.ts';
import type { Money } from './money.ts';
import { normalizePriceText } from './normalize.ts';
import { parseNumber } from './numbers.ts';
import { signAfter, signBefore } from './sign-at.ts';

export interface PriceOptions {
  /** For prices that name no currency (ISO code). Yuan where absent. */
  currency?: string | undefined;
  /** What `$`, `¥`, `kr` mean on this page (ISO code); `currency` where absent. */
  signs?: string | undefined;
}

const DIGITS = String.raw`\d{1,3}(?:[ '’]\d{3})+(?!\d)(?:[.,]\d+)?|\d[\d.,]*(?:[.,] \d\d(?!\d)|\d)|\d|(?<!\d)[.,]\d+`;
const UNIT = '(?:\\s*(?:百万|百萬|千万|千萬|[万萬亿億千]|lakhs?|crores?)|[kKwW](?![\\p{L}\\d]))?';
const NUMBER = new RegExp(`(?:${DIGITS})${UNIT}`, 'gu');
const FREE =
  /免费|免費|無料|무료|kostenlos|gratis|gratuito|gratuit|бесплатно|(?<![\p{L}])free(?![\p{L}-])(?!\s*(?:shipping|delivery|returns?|postage))/iu;
const RANGE = /^\s*(?:起)?\s*(?:-|–|—|−|~|～|〜|至|到|to|bis|à|a|до|through|－)\s*$/i;
const CURRENT =
  /(?:现价|現價|促销价|促銷價|活动价|券后|到手|特价|特價|秒杀|拼团价|会员价|售价|售價|实付|折后|now|sale|our price|special|offer|jetzt|ahora)[^\d]{0,12}$/i;
const FORMER =
  /(?:原价|原價|市场价|市場價|吊牌价|划线价|专柜价|参考价|建议零售价|定价|参考價|was|list|rrp|msrp|uvp|retail|regular|statt|antes|original|save|you save|省|立减|减|優惠|优惠|shipping|运费|運費|邮费|定金|押金)[^\d]{0,12}$/i;
const NOT_MONEY =
  /^\s*(?:%|％|折|克|千克|公斤|斤|毫升|升|米|厘米|cm|mm|kg|ml|gb|tb|mb|mah|g(?![\p{L}])|l(?![\p{L}])|件|个|個|只|支|包|袋|盒|瓶|片|双|套|台|本|人|期|月|年|天|日|小时|分钟|次|条|号|楼|层|寸|英寸|inch|pcs|pack|stars?|reviews?|x(?=\s*\d)|×)/iu;

const DATE =
  /^\s*(?:\d{1,2}\.\d{1,2}\.(?:19|20)\d\d|(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}:\d\d(?::\d\d)?)\s*$/;

interface Found {
  value: number;
  sign: string | null;
  start: number;
  end: number;
  rank: number;
}

const MULTIPLES: [RegExp, number][] = [
  [/百[万萬]$/, 1e6],
  [/千[万萬]$/, 1e7],
  [/[万萬wW]$/, 1e4],
  [/[亿億]$/, 1e8],
  [/千$/, 1e3],
  [/k$/i, 1e3],
  [/lakhs?$/i, 1e5],
  [/crores?$/i, 1e7],
];

function multiple(text: string): [string, number] {
  for (const [pattern, factor] of MULTIPLES)
    if (pattern.test(text)) return [text.replace(pattern, '').trim(), factor];
  return [text, 1];
}

/** Rounds away what binary fractions add (1.2 × 10,000), never what the text says. */
const times = (value: number, factor: number): number =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));

/** Of two signs at one number (`HKD $`, `$9 CAD`) the one that names one currency only. */
function specific(one: string | null | undefined, other: string | null | undefined): string | null {
  if (!one || !other) return one ?? other ?? null;
  return /^(?:[$＄¥￥£元]|kr\.?)$/.test(one) && /^[A-Z]{3}$|^[A-Z]{1,3}\$$|円|[港美澳]/.test(other)
    ? other
    : one;
}

function findNumbers(text: string, hint?: string): Found[] {
  const found: Found[] = [];
  if (DATE.test(text)) return found;
  const suffixed = /\d\s*[^\d\s]{1,3}$/.test(text) && !/^\D{0,3}[¥￥$€£]/.test(text);
  let free = 0;
  for (const match of allMatches(text, NUMBER)) {
    const [digits, factor] = multiple(match[0].trim());
    const numberEnd = match.index + match[0].length;
    const first = signBefore(text, match.index, free);
    const second = first === null ? null : signBefore(text, first.start, free);
    const behind = signAfter(text, numberEnd);
    // In `减20 ¥89` the sign belongs to the second number, unless signs follow their numbers all along.
    const taken =
      behind !== null &&
      (suffixed || !/^\s*\d/.test(text.slice(behind.end)) || /[\p{L}元块円€]/u.test(behind.sign));
    const end = taken ? behind.end : numberEnd;
    const sign = specific(specific(first?.sign, second?.sign), taken ? behind.sign : null);
    free = end;
    const value = parseNumber(digits, sign ? currencyOf(sign, hint) : (hint ?? null));
    if (value === null) continue;
    const start = second?.start ?? first?.start ?? match.index;
    found.push({ value: times(value, factor), sign, start, end, rank: rankOf(text, start, end, sign) });
  }
  return found;
}

function rankOf(text: string, start: number, end: number, sign: string | null): number {
  const lead = text.slice(Math.max(0, start - 24), start);
  const rest = text.slice(end, end + 12);
  let rank = sign ? 4 : 0;
  if (lead !== '') {
    if (CURRENT.test(lead)) rank += 2;
    if (FORMER.test(lead)) rank -= 3;
    if (!sign && /\p{Script=Latin}$/u.test(lead)) rank -= 2;
  }
  if (rest !== '') {
    if (!sign && NOT_MONEY.test(rest)) rank -= 6;
    if (/^\s*[%％]/.test(rest)) rank -= 10;
  }
  return rank;
}

/** 9块9, 3元5角, 12元5角8分, 5毛, 19€99: money told in two units. */
function inTwoUnits(text: string, hint?: string): Money | null {
  const yuan =
    /(\d+)\s*(?:元|块|塊)\s*(?:(\d)\s*[角毛](?:\s*(\d)\s*分)?|(\d{1,2})(?![\d.,%]|\s*[\p{L}\p{N}]))/u.exec(
      text,
    );
  if (yuan) {
    const part = yuan[4] ?? `${yuan[2]}${yuan[3] ?? ''}`;
    return {
      amount: Number(`${yuan[1]}.${part}`),
      currency: hint && /^(?:HKD|TWD|MOP)$/.test(hint) ? hint : 'CNY',
    };
  }
  const jiao = /^\D*?(\d)\s*[角毛](?:\s*(\d)\s*分)?\s*(?:钱)?\s*$/.exec(text);
  if (jiao) return { amount: Number(`0.${jiao[1]}${jiao[2] ?? ''}`), currency: 'CNY' };
  const fen = /^\s*(\d+)\s*分(?:钱)?\s*$/.exec(text);
  if (fen) return { amount: Number(fen[1]) / 100, currency: 'CNY' };
  const split = /(?<![\d.,])(\d+)\s*([€$£])\s*(\d{2})(?![\d.,])/.exec(text);
  if (split) return { amount: Number(`${split[1]}.${split[3]}`), currency: currencyOf(split[2]!, hint)! };
  const cents = /^\s*(\d{1,2})\s*(¢|c|cents?|p|ct)\.?\s*$/i.exec(text);
  if (cents)
    return {
      amount: Number(cents[1]) / 100,
      currency: cents[2] === 'p' ? 'GBP' : cents[2] === 'ct' ? 'EUR' : 'USD',
    };
  return null;
}

/** Numerals in characters before a money word become digits: 三十九元 → 39元. */
const withDigits = (text: string): string =>
  text
    .replace(
      new RegExp(
        `(?<!\\d|[\\d.,]\\s?)(${CHINESE_NUMERAL}(?:[点點]${CHINESE_NUMERAL})?)(?=\\s*(?:元|块|塊|圆|圓|[美港日欧歐澳韩]元|人民币|万元|萬元))`,
        'g',
      ),
      (numeral) => String(parseChineseNumeral(numeral) ?? numeral),
    )
    .replace(
      /(\d\s*(?:元|块|塊)\s*)([一二三四五六七八九])(?![\p{L}])/gu,
      (_, head: string, digit: string) => `${head}${parseChineseNumeral(digit)}`,
    )
    .replace(
      /(\d\s*(?:元|块|塊)\s*)([一二三四五六七八九])(?=\s*[角毛])/gu,
      (_, head: string, digit: string) => `${head}${parseChineseNumeral(digit)}`,
    );

const PLAIN = /^[¥￥]\s?(\d{1,8}(?:\.\d{1,2})?)$/;

/**
 * Reads one price text: sign or word of the currency before or after, thousands by comma, point, space or apostrophe,
 * decimals by either, ranges, 万/千/k, 块 and 角, numerals in characters, 免费. The current price wins over a former
 * one named in the same text; percentages and quantities are no prices. Null where there is none. Yuan by default.
 */
export function parsePrice(input: string, options: PriceOptions = {}): Money | null {
  // What nine price tags of ten say.
  const plain = PLAIN.exec(input);
  if (plain && !(options.signs ?? options.currency)) return { amount: Number(plain[1]), currency: 'CNY' };
  const text = normalizePriceText(input);
  if (text === '') return null;
  const hint = options.signs ?? options.currency ?? (/円|税込|税抜|税別/.test(text) ? 'JPY' : undefined);
  const fallback = options.currency ?? (hint === 'JPY' && options.signs === undefined ? 'JPY' : 'CNY');
  if (!/\d/.test(text) && !new RegExp(CHINESE_NUMERAL).test(text))
    return FREE.test(text) ? { amount: 0, currency: fallback } : null;
  const prepared = /[一二三四五六七八九十百千万萬两兩]/.test(text) ? withDigits(text) : text;
  if (!/\d/.test(prepared)) return FREE.test(prepared) ? { amount: 0, currency: fallback } : null;
  const split = inTwoUnits(prepared, hint);
  if (split) return split;
  const found = findNumbers(prepared, hint);
  const best = found.reduce<Found | null>(
    (top, one) => (top === null || one.rank > top.rank ? one : top),
    null,
  );
  if (best === null || best.rank <= -10) return null;
  return withRange(prepared, found, best, hint, fallback);
}

function withRange(
  text: string,
  found: Found[],
  best: Found,
  hint: string | undefined,
  fallback: string,
): Money {
  const at = found.indexOf(best);
  let low = best;
  let high: Found | undefined = found[at + 1];
  const joined = (a: Found, b: Found): boolean => RANGE.test(text.slice(a.end, b.start));
  if (!high || !joined(low, high)) {
    const previous = found[at - 1];
    // In `10-20元` only the second has the sign.
    if (previous && joined(previous, best) && previous.sign === null && previous.value < best.value)
      [low, high] = [previous, best];
    else high = undefined;
  }
  const sign = low.sign ?? high?.sign ?? null;
  const currency = (sign ? currencyOf(sign, hint) : null) ?? fallback;
  let amount = low.value;
  if (high) {
    // In `12-15万` the unit stands once.
    const unit =
      /[万萬]/.test(text.slice(high.start, high.end)) && !/[万萬]/.test(text.slice(low.start, low.end));
    if (unit && amount < high.value / 1000) amount = times(amount, 1e4);
    if (high.value > amount) return { amount, max: high.value, currency };
  }
  return { amount, currency };
}
