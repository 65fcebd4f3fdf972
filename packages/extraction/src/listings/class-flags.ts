// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import type { Tape } from '../html/tape.ts';

const CLASS = nameHash('class');
const ID = nameHash('id');

// What the class and id of an element give away, as bits of one number.
export const PRICE = 1;
/** Sums, coupons, filters, histories: money that is no price of goods. */
export const NO_PRICE = 2;
/** A former price (unless it is CURRENT, too). */
export const FORMER = 4;
export const CURRENT = 8;
/** The price of a unit of measure. */
export const UNIT = 16;
export const TITLE = 32;
export const NO_TITLE = 64;
export const SHOP = 128;
export const CARD = 256;
/** Choices within one product, and navigation. */
export const NO_CARD = 512;
/** Surely the price to pay. */
export const STRONG = 1024;
/** A part of the page that shows other goods, or none. */
export const ELSEWHERE = 2048;
const KNOWN = 1 << 30;

const TABLE: [number, RegExp][] = [
  [PRICE, /price|jiage|amount|cost(?!omer)|money|preis|prix|precio|kakaku|yen\b/i],
  [
    NO_PRICE,
    /(?<!(?:add|in)[-_]?(?:to[-_]?)?)cart(?![-_]?(?:wrap|box|form|button|btn|area|block|section|price))|total|shipping|freight|subtotal|coupon|discount-?(?:label|tag|badge)|save|points?\b|range-?slider|filter|minicart|pricing-plan|installment|deposit|sales?-?count|price-?(?:filter|slider|sort|history|trend|range)|filter|facet|history|trend|chart|sort(?:er|ing|-by)?(?:$|[\s_-])|option-?list/i,
  ],
  [
    FORMER,
    /(?:^|[\s_-])(?:old|was|orig|origin|original|market|del|deleted|line-?through|strike|struck|crossed|before|regular|list|previous|rrp|uvp|msrp|retail|ref|high)(?:$|[\s_-]?(?:price|preis|through|val))|(?:old|was|original|origin|market|regular|list|before|strike|del|through|ref|compare(?:-?at)?)[\s_-]*price|price[\s_-]*(?:old|was|original|origin|market|before|strike|del|line-?through|ref|compare|crossed|list)|line-through|(?:^|\s)(?:y|m|o)_?price(?:$|\s)/i,
  ],
  [CURRENT, /sale|current|now|new|final|special|promo|actual|deal|our|curr/i],
  [UNIT, /unit-?price|price-?per|base-?price|grundpreis|ppu/i],
  [TITLE, /title|name|subject|goods-?tit|caption|heading|(?:^|[\s_-])tit(?:$|[\s_-])/i],
  [NO_TITLE, /shop|store|seller|brand|user|price|subtitle|sub-title|badge|tag|vendor|review|nick/i],
  [SHOP, /(?:shop|store|seller|vendor|merchant|dian|nick)(?:[\s_-]?(?:name|nick|title|link|info))?/i],
  [
    CARD,
    /(?:^|[\s_-])(?:card|goods|product|item|tile)(?:\s*$|[\s_-](?:card|item|box|tile|cell|wrap|inner|miniature|thumb|layout|grid|small|li))/i,
  ],
  [
    NO_CARD,
    /swatch|variation|variant|option|twister|filter|facet|menu|nav(?:$|[\s_-])|accordion|(?:^|[\s_-])price(?:$|[\s_-])/i,
  ],
  [
    STRONG,
    /our-?_?price|sale-?_?price|deal-?_?price|product-?_?price|price-?-?main|main-?price|current-?price|price-?_?(?:current|now|final|sale|value|box|inside)|final-?price|special-?price|now-?price|buybox|buying-?price|shop_?price|detail-?price|summary-price|salePrice/i,
  ],
  [
    ELSEWHERE,
    /recommend|related|similar|also|upsell|cross-?sell|carousel|slider|recent|sponsor|bundle|accessor|suggest|footer|header|nav|menu|compare|tuijian/i,
  ],
];

/** Class words of one page, each distinct class attribute judged once: cards repeat theirs by the dozen. */
export class ClassFlags {
  readonly tape: Tape;
  readonly #byNode: Int32Array;
  readonly #byText = new Map<string, number>();
  readonly #shapes = new Map<string, number>();

  constructor(tape: Tape) {
    this.tape = tape;
    this.#byNode = new Int32Array(tape.count);
  }

  of(n: number): number {
    if (n < 0) return 0;
    const known = this.#byNode[n]!;
    if (known !== 0) return known;
    const { tape } = this;
    const first = tape.attrIndex(n, CLASS);
    const id = tape.attrIndex(n, ID);
    let bits = KNOWN;
    if (first >= 0 || id >= 0) {
      const text = `${first < 0 ? '' : tape.valueAt(first)} ${id < 0 ? '' : tape.valueAt(id)}`;
      let found = this.#byText.get(text);
      if (found === undefined) {
        found = KNOWN;
        for (const [bit, pattern] of TABLE) if (pattern.test(text)) found |= bit;
        this.#byText.set(text, found);
      }
      bits = found;
    }
    this.#byNode[n] = bits;
    return bits;
  }

  has(n: number, bit: number): boolean {
    return (this.of(n) & bit) !== 0;
  }

  /** What two cards of one list have in common: the element's name and the first word of its class, as a number. */
  shape(n: number): number {
    const { tape } = this;
    const at = tape.attrIndex(n, CLASS);
    const word = at < 0 ? '' : (/[^\s\d]{2,}/.exec(tape.valueAt(at))?.[0] ?? '');
    const key = `${tape.hash[n]} ${word}`;
    let shape = this.#shapes.get(key);
    if (shape === undefined) {
      shape = this.#shapes.size + 1;
      this.#shapes.set(key, shape);
    }
    return shape;
  }
}
