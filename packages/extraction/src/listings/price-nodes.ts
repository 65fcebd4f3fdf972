// SPDX-License-Identifier: Apache-2.0
import { BLOCK, elementBits, nameHash, UNSEEN } from '../html/names.ts';
import { type Tape, TEXT } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import type { Money } from '../price/money.ts';
import { normalizePriceText } from '../price/normalize.ts';
import { parsePrice } from '../price/parse-price.ts';
import { type ClassFlags, CURRENT, FORMER, NO_PRICE, PRICE, UNIT } from './class-flags.ts';
import * as W from './price-words.ts';

const h = nameHash;
const STYLE = h('style');
const A = h('a');
const HREF = h('href');
const STRUCK = new Set(['del', 's', 'strike'].map(h));

/** A price a reader sees: the smallest element that holds the whole of it. */
export interface PriceNode {
  node: number;
  money: Money;
  text: string;
  /** Crossed out or called a former price. */
  former: boolean;
  /** Its class or label calls it a price. */
  named: boolean;
  /** The price of a unit of measure. */
  unit: boolean;
}

/** A word for a price; `评价（7）` counts opinions. */
const PRICE_WORD = /(?<![评評])[价價]|価格|price|preis|prix/i;

/** All prices shown, in document order; `hidden` are the ranges not shown. */
export function findPrices(flags: ClassFlags, hidden: number[], signs: string | undefined): PriceNode[] {
  const { tape } = flags;
  const found: PriceNode[] = [];
  let done = -1;
  let range = 0;
  for (let n = 0; n < tape.count && found.length < 3000; n++) {
    if (n === hidden[range]) {
      n = hidden[range + 1]! - 1;
      range += 2;
      continue;
    }
    const hash = tape.hash[n]!;
    if (hash !== TEXT) {
      if (elementBits(hash) & UNSEEN) {
        n = tape.last[n]! - 1;
        while (hidden[range] !== undefined && hidden[range]! <= n) range += 2;
      }
      continue;
    }
    if (n < done) continue;
    const from = tape.start[n]!;
    const to = tape.end[n]!;
    if (to - from > 400 || !hasDigit(tape.html, from, to) || !mayBePrice(flags, n, from, to)) continue;
    if (isPercentage(tape.html, from, to)) continue;
    const price = priceAt(flags, n, signs);
    if (price === null) continue;
    done = tape.last[price.node]!;
    found.push(price);
  }
  markFormer(flags, found);
  return found;
}

/** `219.99 -50% 110.00`: of two neighbours of which the second is what the percentage leaves of the first, the first is past. */
function markFormer(flags: ClassFlags, found: PriceNode[]): void {
  const { tape } = flags;
  for (const [i, price] of found.entries()) {
    const next = found[i + 1];
    if (price.former || next === undefined || next.former || next.money.currency !== price.money.currency)
      continue;
    const [high, low] = [price.money.amount, next.money.amount];
    if (low >= high || next.node - price.node > 40) continue;
    // `regular-price` is the price where it stands alone, and the former one before a `current-price`.
    if (
      calledInside(flags, price.node, FORMER) &&
      calledInside(flags, next.node, CURRENT) &&
      !W.WITHOUT_TAX.test(tape.html.slice(tape.start[price.node], tape.start[next.node]! + 60))
    )
      price.former = true;
    const between = tape.html.slice(tape.start[price.node], tape.start[next.node]);
    const percent = /(?<![\w.])[-–−]\s?(\d{1,2})\s?%/.exec(between)?.[1];
    if (percent !== undefined && Math.abs(high * (1 - Number(percent) / 100) - low) <= high * 0.011)
      price.former = true;
  }
}

/** Whether an element or one inside it is called so, and not the contrary. */
function calledInside(flags: ClassFlags, node: number, bit: number): boolean {
  const other = bit === FORMER ? CURRENT : FORMER;
  for (let n = node; n < flags.tape.last[node]!; n++)
    if (!flags.tape.isText(n) && flags.has(n, bit) && !flags.has(n, other)) return true;
  return false;
}

function hasDigit(html: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = html.charCodeAt(i);
    if ((c >= 48 && c <= 57) || (c >= 0xff10 && c <= 0xff19)) return true;
  }
  return false;
}

const isPercentage = (html: string, from: number, to: number): boolean =>
  to - from < 12 && /^\s*[-–−(]?\s*\d+\s?[%％]/.test(html.slice(from, to));

/** Letters of words that have nothing to do with money. */
const letters = (line: string): number => line.replace(W.KNOWN_WORDS, '').match(/\p{L}/gu)?.length ?? 0;

const SIGN_ONLY = /^(?:[¥￥$€£₩₽₹]|NT\$|HK\$|US\$|RMB)$/;
const SIGN_CHARS = new Uint8Array(65536);
for (const c of '¥￥$＄€£￡₩￦₽₹฿₫₺₴₪₱元円圆圓块塊원价價') SIGN_CHARS[c.charCodeAt(0)] = 1;
const SIGN_WORDS =
  /\b(?:RMB|CNY|USD|EUR|GBP|HKD|CHF|AUD|CAD|RM|Rp|Rs|kr|Ft|lei|TL|SEK|NOK|DKK|PLN|JPY|price|preis|prix|cena|precio|prezzo)|zł|Kč|руб|лв|грн|&(?:yen|euro|pound);|&#(?:165|8364|163|65509|x)/i;

/** Most numbers of a page are no prices: a sign close by in the source, or a class or word for prices, is asked for first. */
function mayBePrice(flags: ClassFlags, n: number, from: number, to: number): boolean {
  const { tape } = flags;
  const { html } = tape;
  const start = Math.max(0, from - 70);
  const end = Math.min(html.length, to + 50);
  let worded = false;
  for (let i = start; i < end; i++) {
    const c = html.charCodeAt(i);
    if (SIGN_CHARS[c] === 1) return true;
    // Words for money count in the text itself; a sign may also be written as a character reference nearby.
    if (c === 38 || (i >= from && i < to && ((c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c > 0xbf)))
      worded = true;
  }
  const parent = tape.parent[n]!;
  if (flags.has(parent, PRICE)) return true;
  const above = parent < 0 ? -1 : tape.parent[parent]!;
  return flags.has(above, PRICE) || (worded && SIGN_WORDS.test(html.slice(start, end)));
}

function priceAt(flags: ClassFlags, text: number, signs: string | undefined): PriceNode | null {
  const { tape } = flags;
  let node = tape.parent[text]!;
  if (node < 0) return null;
  let line = normalizePriceText(lineOf(tape, node));
  if (line.length > 60) line = normalizePriceText(lineOf(tape, text));
  let named = flags.has(node, PRICE);
  // The sign often stands in an element of its own right before.
  const sign = W.SIGNED.test(line) ? '' : textBefore(tape, node);
  const joined = SIGN_ONLY.test(sign);
  if (joined) line = sign + line;
  // Sign, whole and decimals often stand in elements of their own: climb while the text stays one short price.
  for (let step = 0; step < 4; step++) {
    const up = tape.parent[node]!;
    if (up < 0 || tape.last[up]! - up > 24) break;
    if (!onlyText(tape, up, text)) {
      const whole = W.SIGNED.test(line) || (named && W.WHOLE.test(line));
      const wider = normalizePriceText(lineOf(tape, up));
      const range = whole && wider.startsWith(line) && W.RANGE_REST.test(wider.slice(line.length));
      // A whole price with decimals is not part of a longer one, but it may begin a range.
      if (whole && !range && !joined && wider !== line && !/^[^\d]*\d[\d,]*[.,]?$/.test(line)) break;
      if (wider.length > 28) break;
      if (!(joined && wider.replace(/\s/g, '') === line.replace(/\s/g, ''))) {
        if ((wider.match(/\d[\d.,]*/g)?.length ?? 0) > 2) break;
        if (whole && !range && wider !== line && !splitDecimals(line, wider)) break;
        if (whole && !range && wider !== line && named && elementBits(tape.hash[up]!) & BLOCK) break;
      }
      line = wider;
    }
    node = up;
    named ||= flags.has(up, PRICE);
  }
  const signed = W.SIGNED.test(line);
  const lead = line.slice(0, Math.max(0, line.search(/[¥￥$€£₩]?\s*\d/)));
  named ||= flags.has(tape.parent[node]!, PRICE) || (lead.length > 1 && PRICE_WORD.test(lead));
  const before = textBefore(tape, node);
  named ||= W.PRICE_LABEL.test(before) || W.PRICE_LABEL_INSIDE.test(line);
  // A sentence with an amount in it (`满199元送…`) is no price tag.
  if (!named && line.length > 10 && (line.replace(W.KNOWN_WORDS, '').match(/[\p{L}]/gu)?.length ?? 0) > 5)
    return null;
  if (!signed && !(named && W.NUMBER.test(line) && !W.COUNTED.test(line) && letters(line) < 3)) return null;
  if (isOther(flags, node, line, lead, before)) return null;
  const money = parsePrice(line, { signs });
  if (money === null) return null;
  const unit = W.PER_UNIT.test(line) || flags.has(node, UNIT);
  return { node, money, text: line, former: isFormer(flags, node, line, lead, before), named, unit };
}

/** Whether `text` is all that an element shows. */
function onlyText(tape: Tape, node: number, text: number): boolean {
  for (let n = node + 1; n < tape.last[node]!; n++) if (tape.hash[n] === TEXT && n !== text) return false;
  return true;
}

/** `¥12` within `¥12.90`: the decimals stand in an element beside. */
const splitDecimals = (part: string, whole: string): boolean =>
  /^[^\d]*\d[\d,]*[.,]?$/.test(part) &&
  whole.startsWith(part) &&
  /^\s?[.,]?\s?\d{2}(?!\d)/.test(whole.slice(part.length));

/** A link whose words are a price and whose address narrows a list by it. */
function isFilterLink(tape: Tape, node: number, line: string): boolean {
  for (let n = node, step = 0; n >= 0 && step < 3; n = tape.parent[n]!, step++)
    if (tape.hash[n] === A)
      return (
        /price|min|max|range|jiage/i.test(tape.attr(n, HREF) ?? '') &&
        normalizePriceText(lineOf(tape, n)) === line
      );
  return false;
}

function isOther(flags: ClassFlags, node: number, line: string, lead: string, before: string): boolean {
  const { tape } = flags;
  if (W.BOUND.test(line) || isFilterLink(tape, node, line)) return true;
  if (lead !== '' && W.OTHER_MONEY.test(lead)) return true;
  if (/\d\s*(?:off|元券|元优惠券|积分|% )/i.test(line)) return true;
  for (let n = node, step = 0; n >= 0 && step < 5; n = tape.parent[n]!, step++)
    if (flags.has(n, NO_PRICE)) return true;
  return before !== '' && W.OTHER_MONEY.test(before);
}

/** The words right before an element, on its own line. */
export function textBefore(tape: Tape, node: number): string {
  for (let n = node - 1, step = 0; n >= 0 && step < 6; n--, step++) {
    if (tape.hash[n] !== TEXT) continue;
    const length = tape.end[n]! - tape.start[n]!;
    return length < 80 ? normalizePriceText(tape.html.slice(tape.start[n], tape.end[n])) : '';
  }
  return '';
}

const isStruck = (tape: Tape, n: number): boolean => /line-through/i.test(tape.attr(n, STYLE) ?? '');

function isFormer(flags: ClassFlags, node: number, line: string, lead: string, before: string): boolean {
  const { tape } = flags;
  for (let n = node, step = 0; n >= 0 && step < 4; n = tape.parent[n]!, step++) {
    if (STRUCK.has(tape.hash[n]!)) return true;
    if (step < 3 && isStruck(tape, n)) return true;
    const bits = flags.of(n);
    if (bits & FORMER && !(bits & CURRENT) && tape.last[n]! - n < 24 && pricesWithin(tape, n) === 1)
      return true;
  }
  // A struck element inside, filling it wholly.
  for (let n = node + 1; n < tape.last[node]!; n++)
    if (
      !tape.isText(n) &&
      (STRUCK.has(tape.hash[n]!) || isStruck(tape, n) || (flags.has(n, FORMER) && !flags.has(n, CURRENT))) &&
      lineOf(tape, n).length >= line.length - 3
    )
      return true;
  return (lead !== '' && W.FORMER_WORD.test(lead)) || (lead.length <= 1 && W.FORMER_WORD.test(before));
}

const pricesWithin = (tape: Tape, n: number): number =>
  Math.max(1, lineOf(tape, n).match(/[¥￥$€£₩]\s*\d|\d[\d.,]*\s*(?:元|円|€|원)/g)?.length ?? 1);
