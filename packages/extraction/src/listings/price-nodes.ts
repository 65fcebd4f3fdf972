// SPDX-License-Identifier: Apache-2.0
import { BLOCK, elementBits, nameHash, UNSEEN } from '../html/names.ts';
import { type Tape, TEXT } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import type { Money } from '../price/money.ts';
import { normalizePriceText } from '../price/normalize.ts';
import { parsePrice } from '../price/parse-price.ts';

const h = nameHash;
const CLASS = h('class');
const STYLE = h('style');
const ID = h('id');
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

// Digits with a sign of money before or behind; or digits alone where a class says price.
const SIGNED =
  /(?:[¥￥$€£₩₽₹฿₫₺₴₪₱]|\b(?:RMB|CNY|USD|EUR|GBP|HKD|CHF|AUD|CAD|Rs\.?|RM|Rp|kr\.?|R\$|zł|Kč)\s?)\s*\d|\d[\d.,\s]*\s*(?:元|円|원|€|£|₽|руб|zł|Kč|kr\b|лв|Ft|₫|đ|USD|EUR|CHF|块|[万萬]元)/i;
const SIGN_ONLY = /^[¥￥$€£₩₽₹]$/;
const NUMBER = /^(?:[^\d]{0,6})?\d[\d.,\s]*(?:\s*[-~–]\s*\d[\d.,]*)?[^\d]{0,6}$/;
const PRICE_CLASS = /price|jiage|amount|cost(?!omer)|money|preis|prix|precio|kakaku|yen\b/i;
/** Words that stand before the price to pay. */
const KNOWN_WORDS =
  /from|ab|desde|à partir de|incl\.?|inkl\.?|excl\.?|zzgl\.?|mwst\.?|vat|tax|gst|iva|tva|usd|eur|gbp|cny|rmb|hkd|twd|krw|chf|aud|cad|pln|czk|each|now|only|就|仅|约|含税|税込|税抜|税別|包邮|人民币|元|円|起|约|万|块|原|现|到手|券后|每|件|斤|套|kč|zł|kr|ft|lei|руб|원/gi;
const PRICE_LABEL =
  /(?:本店价|商城价|促销价|活动价|会员价|优惠价|批发价|零售价|销售价|售\s?价|现\s?价|特\s?价|秒杀价|拼团价|到手价|券后价?|价\s?格|单\s?价|価格|販売価格|税込|price|preis|prix|precio|prezzo|cena|цена|가격)\s*[:：]?$/i;
const PRICE_LABEL_INSIDE =
  /^(?:本店价|促销价|活动价|优惠价|售\s?价|现\s?价|特\s?价|价\s?格|価格|販売価格|our price|price|preis|now)\s*[:：]?\s*\D{0,2}\d/i;
/** `€ 3,99 / kg`, `(1,20 €/100 g)`: what a unit costs, not what the goods cost. */
const PER_UNIT =
  /(?:\/|per|pro|par|al|por|za)\s*(?:\d+\s*)?(?:kg|g|l|ml|m²|m2|m|lb|oz|stück|stk|unit|ks|kus|100|litre|liter|斤|克|kg|片|粒|枚|件|个|只|ml)\b|\/\s*(?:斤|克|片|粒|枚|件|个|只|月|年)/i;
const NO_PRICE_CLASS =
  /cart|total|shipping|freight|subtotal|coupon|discount-?(?:label|tag|badge)|save|points?\b|range-?slider|filter|minicart|pricing-plan|installment|deposit|sales?-?count|price-?(?:filter|slider|sort|history|trend|range)|filter|facet|history|trend|chart|sort(?:er|ing|-by)?(?:$|[\s_-])|option-?list/i;
const FORMER_CLASS =
  /(?:^|[\s_-])(?:old|was|orig|origin|original|market|del|deleted|line-?through|strike|struck|crossed|before|regular|list|previous|rrp|uvp|msrp|retail|ref|high)(?:$|[\s_-]?(?:price|preis|through|val))|(?:old|was|original|origin|market|regular|list|before|strike|del|through|ref|compare(?:-?at)?)[\s_-]*price|price[\s_-]*(?:old|was|original|origin|market|before|strike|del|line|ref|compare|crossed|list)|line-through|(?:^|\s)(?:y|m|o)_?price(?:$|\s)/i;
const CURRENT_CLASS = /sale|current|now|new|final|special|promo|actual|deal|our|curr/i;
const FORMER_WORD =
  /(?:原\s?价|原價|市场价|市場價|参考价|参考價|吊牌价|划线价|专柜价|指导价|定价|通常価格|メーカー希望小売価格|参考価格|定価|was|list price|rrp|msrp|uvp|statt|retail price|regular price|reg\.?|instead of|antes|avant|old price)[:：]?\s*\D{0,3}$/i;
/** Amounts of money that are no price of goods. */
const OTHER_MONEY =
  /(?:运费|運費|邮费|包邮|满|滿|减|立减|省|优惠券|红包|押金|定金|保证金|积分|月销|销量|库存|起送|配送费|shipping|delivery|versand|送料|over|save|off|above|under|up to|coupon|deposit|from orders|per month|\/mo|月供|分期|每期|ポイント|pt)\s*[:：]?\s*(?:满)?\s*[¥￥$€£]?\s*$/i;

const UNIT_CLASS = /unit-?price|price-?per|base-?price|grundpreis|ppu/i;

export const classOf = (tape: Tape, n: number): string =>
  `${tape.attr(n, CLASS) ?? ''} ${tape.attr(n, ID) ?? ''}`;

/** All prices shown, in document order. */
export function findPrices(tape: Tape, hidden: number[], signs: string | undefined): PriceNode[] {
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
    if (to - from > 400 || !hasDigit(tape.html, from, to)) continue;
    const price = priceAt(tape, n, signs);
    if (price === null) continue;
    done = tape.last[price.node]!;
    found.push(price);
  }
  return found;
}

function hasDigit(html: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const c = html.charCodeAt(i);
    if ((c >= 48 && c <= 57) || (c >= 0xff10 && c <= 0xff19)) return true;
  }
  return false;
}

function priceAt(tape: Tape, text: number, signs: string | undefined): PriceNode | null {
  let node = tape.parent[text]!;
  if (node < 0) return null;
  let line = normalizePriceText(lineOf(tape, node));
  if (line.length > 60) line = normalizePriceText(lineOf(tape, text));
  let named = PRICE_CLASS.test(classOf(tape, node));
  // Sign, whole and decimals often stand in elements of their own: climb while the text stays one short price.
  for (let step = 0; step < 4; step++) {
    const up = tape.parent[node]!;
    if (up < 0 || tape.last[up]! - up > 24) break;
    const wider = normalizePriceText(lineOf(tape, up));
    if (wider.length > 28 || (wider.match(/\d[\d.,]*/g)?.length ?? 0) > 2) break;
    const upClass = classOf(tape, up);
    const joins = wider === line || !SIGNED.test(line) || splitDecimals(line, wider);
    if (!joins) break;
    if (elementBits(tape.hash[up]!) & BLOCK && named && SIGNED.test(line) && wider !== line) break;
    node = up;
    line = wider;
    named ||= PRICE_CLASS.test(upClass);
  }
  named ||= PRICE_CLASS.test(classOf(tape, Math.max(0, tape.parent[node]!)));
  named ||= PRICE_LABEL.test(textBefore(tape, node)) || PRICE_LABEL_INSIDE.test(line);
  named ||= /价|價|価格|price|preis|prix/i.test(line.slice(0, Math.max(0, line.search(/\d/))));
  const signed = SIGNED.test(line);
  // A sentence with an amount in it (`满199元送…`) is no price tag.
  if (!named && (line.replace(KNOWN_WORDS, '').match(/[\p{L}]/gu)?.length ?? 0) > 5) return null;
  if (!signed && !(named && NUMBER.test(line))) return null;
  if (isOther(tape, node, line)) return null;
  const money = parsePrice(line, { signs });
  if (money === null || (!signed && SIGN_ONLY.test(line))) return null;
  const unit = PER_UNIT.test(line) || UNIT_CLASS.test(classOf(tape, node));
  return { node, money, text: line, former: isFormer(tape, node, line), named, unit };
}

/** `¥12` within `¥12.90`: the decimals stand in an element beside. */
const splitDecimals = (part: string, whole: string): boolean =>
  /^[^\d]*\d[\d,]*$/.test(part) &&
  whole.startsWith(part) &&
  /^\s?[.,]?\s?\d{2}(?!\d)/.test(whole.slice(part.length));

/** `50元以下`, `100-200元`: a filter, not a price. */
const BOUND =
  /\d\s*(?:元|円|€|\$)?\s*(?:以下|以上|以内|之间|未満|up\b|and (?:up|under|above|below)|\+$|↓|↑)|(?:under|below|less than|up to|over|unter|über|moins de|meno di|menos de|bis)\s*[€$£]?\s*\d/i;

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

function isOther(tape: Tape, node: number, line: string): boolean {
  if (BOUND.test(line) || isFilterLink(tape, node, line)) return true;
  const at = line.search(/[¥￥$€£₩]?\s*\d/);
  if (OTHER_MONEY.test(line.slice(0, Math.max(0, at)))) return true;
  if (/\d\s*(?:off|元券|元优惠券|积分|% )/i.test(line)) return true;
  for (let n = node, step = 0; n >= 0 && step < 5; n = tape.parent[n]!, step++)
    if (NO_PRICE_CLASS.test(tape.attr(n, CLASS) ?? '')) return true;
  return OTHER_MONEY.test(textBefore(tape, node));
}

/** The words right before an element, on its own line. */
export function textBefore(tape: Tape, node: number): string {
  for (let n = node - 1, step = 0; n >= 0 && step < 6; n--, step++) {
    const hash = tape.hash[n]!;
    if (hash === TEXT && tape.end[n]! - tape.start[n]! < 80)
      return normalizePriceText(tape.html.slice(tape.start[n], tape.end[n]));
    if (hash === TEXT) return '';
  }
  return '';
}

function isFormer(tape: Tape, node: number, line: string): boolean {
  for (let n = node, step = 0; n >= 0 && step < 4; n = tape.parent[n]!, step++) {
    if (STRUCK.has(tape.hash[n]!)) return true;
    if (step < 3 && /line-through/i.test(tape.attr(n, STYLE) ?? '')) return true;
    const name = tape.attr(n, CLASS) ?? '';
    if (
      name !== '' &&
      FORMER_CLASS.test(name) &&
      !CURRENT_CLASS.test(name) &&
      tape.last[n]! - n < 24 &&
      pricesWithin(tape, n) === 1
    )
      return true;
  }
  // A struck element inside, filling it wholly.
  for (let n = node + 1; n < tape.last[node]!; n++)
    if (STRUCK.has(tape.hash[n]!) && lineOf(tape, n).length >= line.length - 3) return true;
  const at = line.search(/[¥￥$€£₩]?\s*\d/);
  return (
    FORMER_WORD.test(line.slice(0, Math.max(0, at))) || (at <= 1 && FORMER_WORD.test(textBefore(tape, node)))
  );
}

const pricesWithin = (tape: Tape, n: number): number =>
  Math.max(1, lineOf(tape, n).match(/[¥￥$€£₩]\s*\d|\d[\d.,]*\s*(?:元|円|€|원)/g)?.length ?? 1);
