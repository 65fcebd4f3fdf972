// SPDX-License-Identifier: Apache-2.0
import { isLocalDate } from '@yiwang/kernel';
import { lightFold } from '../fold/fold-text.ts';
import type { ListingInput, PriceCheck } from '../types.ts';

export interface PriceFault {
  zh: string;
  en: string;
  /** Where the compared price stands, when it is claimed in a text and not in `originalPrice`. */
  place: { field: 'title' | 'description'; start: number; end: number } | null;
}

const DAY_MS = 86_400_000;
const days = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

interface Point {
  day: number;
  date: string;
  price: number;
}

function points(listing: ListingInput): Point[] {
  if (!Array.isArray(listing.priceHistory)) return [];
  const list: Point[] = [];
  for (const entry of listing.priceHistory as unknown[]) {
    if (!Array.isArray(entry)) continue;
    const [date, price] = entry as unknown[];
    if (typeof date !== 'string' || !isLocalDate(date.slice(0, 10))) continue;
    if (typeof price !== 'number' || !Number.isFinite(price) || price < 0) continue;
    list.push({ day: days(date.slice(0, 10)), date: date.slice(0, 10), price });
  }
  return list.sort((a, b) => a.day - b.day);
}

/**
 * The price in force on each day of a span: a price holds until the next entry.
 * `from`…`to` inclusive; gives the lowest with its date, or null when nothing is known.
 */
function lowest(history: readonly Point[], from: number, to: number): Point | null {
  let best: Point | null = null;
  history.forEach((point, i) => {
    const next = history[i + 1];
    const until = next === undefined ? point.day : Math.max(point.day, next.day - 1);
    if (until < from || point.day > to) return;
    if (best === null || point.price < (best as Point).price) best = point;
  });
  return best;
}

const AMOUNT = '(\\d{1,7}(?:\\.\\d{1,2})?|[零一二两三四五六七八九十百千万]{2,12})';
const CLAIMED = new RegExp(`(?:原价|划线价|日常价|平时价|原售价)[:： ]{0,2}[¥￥]?${AMOUNT}`);
/** “Straight down by 700”, “save 310”: the compared price is the present one plus the amount. */
const CUT = new RegExp(`(?:直降|立省|立减|直减|狂降|猛降)[:： ]{0,2}[¥￥]?${AMOUNT}`);

const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** 1899, or 一千八百九十九. NaN when it is no number. */
function amountOf(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  let sum = 0;
  let part = 0;
  let digit = 0;
  for (const char of text.replaceAll('两', '二')) {
    const value = DIGITS.indexOf(char);
    if (value >= 0) digit = value;
    else if (char === '万') {
      sum += (part + digit) * 10_000;
      part = 0;
      digit = 0;
    } else {
      part += (digit === 0 && char === '十' && part === 0 ? 1 : digit) * (UNITS[char] ?? Number.NaN);
      digit = 0;
    }
  }
  return sum + part + digit;
}

/** The compared price: `originalPrice`, else the one that title or description claims (原价899, 直降700). */
function comparedPrice(
  listing: ListingInput,
  now: number,
): { amount: number; place: PriceFault['place'] } | null {
  const { originalPrice } = listing;
  if (typeof originalPrice === 'number' && Number.isFinite(originalPrice))
    return { amount: originalPrice, place: null };
  for (const [pattern, base] of [
    [CLAIMED, 0],
    [CUT, now],
  ] as const)
    for (const field of ['title', 'description'] as const) {
      const text = listing[field];
      if (typeof text !== 'string') continue;
      const found = pattern.exec(lightFold(text));
      const amount = found === null ? Number.NaN : amountOf(found[1]!) + base;
      if (found !== null && Number.isFinite(amount))
        return { amount, place: { field, start: found.index, end: found.index + found[0].length } };
    }
  return null;
}

/**
 * PM 16–17, 20: the compared price may not be above the lowest deal price of the seven days before the promotion in the
 * same place, or, without a deal in them, above the last one; no raise before a cut.
 * The promotion begins on the day of the last change to the present price.
 */
export function checkPrice(check: PriceCheck, listing: ListingInput): PriceFault | null {
  const history = points(listing);
  const last = history.at(-1);
  if (last === undefined) return null;
  const { price } = listing;
  const now = typeof price === 'number' && Number.isFinite(price) ? price : last.price;
  const compared = comparedPrice(listing, now);
  if (compared === null) return null;
  const { amount: originalPrice, place } = compared;
  if (originalPrice <= now) return null;
  // The day on which the present price began: everything before is what buyers paid earlier.
  let begin = history.length - 1;
  if (last.price !== now) begin = history.length;
  else while (begin > 0 && history[begin - 1]!.price === now) begin--;
  // One price through the whole history: nothing was cut, and the compared price was never charged.
  if (begin === 0 && history.length > 1 && last.day > history[0]!.day) begin = history.length - 1;
  const earlier = history.slice(0, begin);
  if (earlier.length === 0) return null;
  const start = begin < history.length ? history[begin]!.day : last.day + 1;
  if (check.kind === 'above-lowest') {
    const reference = lowest(history, start - check.days, start - 1) ?? earlier.at(-1) ?? null;
    if (reference === null || originalPrice <= reference.price * (1 + (check.tolerance ?? 0))) return null;
    return {
      place,
      zh: `划线价${originalPrice}元高于促销前${check.days}日内的最低成交价${reference.price}元（${reference.date}）`,
      en: `the compared price ${originalPrice} is above the lowest price ${reference.price} of the ${check.days} days before (${reference.date})`,
    };
  }
  const before = history.filter((p) => p.day >= start - check.days && p.day < start);
  const base = lowest(history, start - check.days, start - 1);
  const peak = before.reduce<Point | null>((top, p) => (top === null || p.price > top.price ? p : top), null);
  if (base === null || peak === null || peak.day < base.day || peak.price < base.price * check.ratio)
    return null;
  if (originalPrice < peak.price * 0.95 || now >= peak.price) return null;
  return {
    place,
    zh: `${base.date}售价${base.price}元，${peak.date}提到${peak.price}元，再以${now}元称降价`,
    en: `sold at ${base.price} on ${base.date}, raised to ${peak.price} on ${peak.date}, then "reduced" to ${now}`,
  };
}
