// SPDX-License-Identifier: Apache-2.0
import { elementBits, nameHash, UNSEEN } from '../html/names.ts';
import { lineOf } from '../html/text-of.ts';
import { availabilityOf } from './availability.ts';
import { type ClassFlags, NO_TITLE, SHOP, TITLE } from './class-flags.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import type { PriceNode } from './price-nodes.ts';

const h = nameHash;
const A = h('a');
const IMG = h('img');
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(h));
const ATTR = { href: h('href'), title: h('title'), alt: h('alt'), class: h('class') };
const LAZY = [
  'data-original',
  'data-lazy-img',
  'data-imgsrc',
  'data-lazyload-src',
  'data-src',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-ks-lazyload',
  'data-echo',
  'data-url',
  'src',
].map(h);
const CODES = new Map(
  [
    'data-sku',
    'data-product_sku',
    'data-product-sku',
    'data-skuid',
    'data-sku-id',
    'data-asin',
    'data-goods-id',
    'data-goodsid',
    'data-product-id',
    'data-product_id',
    'data-productid',
    'data-itemid',
    'data-item-id',
    'data-nid',
  ].map((name, rank) => [h(name), rank]),
);
const STOCK = /售罄|已抢光|sold out|out of stock|缺货|无货|売り切れ|ausverkauft|temporarily unavailable/i;

interface Ranked {
  text: string;
  rank: number;
}

/** One card's facts; `prices` are those inside it. Null where it names nothing. */
export function readCard(
  flags: ClassFlags,
  card: number,
  prices: PriceNode[],
  context: ListingContext,
): Draft | null {
  const reader = new CardReader(flags, prices, context);
  reader.walk(card);
  return reader.finish(card);
}

class CardReader {
  readonly flags: ClassFlags;
  readonly prices: PriceNode[];
  readonly context: ListingContext;
  readonly draft = newDraft('markup');
  title: Ranked | null = null;
  link: Ranked | null = null;
  cardCode: string | null = null;
  codeRank = Infinity;

  constructor(flags: ClassFlags, prices: PriceNode[], context: ListingContext) {
    this.flags = flags;
    this.prices = prices;
    this.context = context;
  }

  readonly outsidePrices = (n: number): boolean =>
    !this.prices.some((p) => n >= p.node && n < this.flags.tape.last[p.node]!);

  offer(text: string | null, rank: number): void {
    const clean = text?.trim() ?? '';
    if (clean.length < 2 || clean.length > 300 || /^[\d\s.,¥￥$€£%+-]+$/.test(clean)) return;
    if (this.title === null || rank > this.title.rank) this.title = { text: clean, rank };
  }

  walk(card: number): void {
    const { flags } = this;
    const { tape } = flags;
    for (let n = card; n < tape.last[card]!; n++) {
      if (tape.isText(n)) continue;
      if (tape.firstAttr[n] !== tape.firstAttr[n + 1]) this.code(n);
      const hash = tape.hash[n]!;
      if (n !== card && elementBits(hash) & UNSEEN) {
        n = tape.last[n]! - 1;
        continue;
      }
      if (hash === IMG) this.image(n);
      else if (this.outsidePrices(n)) this.element(n, hash);
    }
  }

  /** Codes that a card carries for its own scripts; a sku goes before an id. */
  code(n: number): void {
    const { tape } = this.flags;
    for (let a = tape.firstAttr[n]!; a < tape.firstAttr[n + 1]!; a++) {
      const rank = CODES.get(tape.attrHash[a]!);
      if (rank === undefined || rank >= this.codeRank) continue;
      const value = tape.valueAt(a).trim();
      if (!/^[\w\-./]{2,40}$/.test(value) || !/\d/.test(value)) continue;
      this.codeRank = rank;
      this.cardCode = value;
    }
  }

  image(n: number): void {
    const { tape } = this.flags;
    const { images } = this.draft;
    this.offer(tape.attr(n, ATTR.alt), 1);
    if (images.length >= 5) return;
    for (const key of LAZY) {
      const source = tape.attr(n, key);
      if (!source || source.startsWith('data:')) continue;
      const url = this.context.resolve(source);
      if (url !== null && !images.includes(url)) images.push(url);
      return;
    }
  }

  element(n: number, hash: number): void {
    const { tape } = this.flags;
    const bits = this.flags.of(n);
    if (HEADINGS.has(hash)) this.offer(lineOf(tape, n, this.outsidePrices), 6);
    else if (bits & TITLE && !(bits & NO_TITLE) && tape.last[n]! - n < 20)
      this.offer(lineOf(tape, n, this.outsidePrices), 5);
    else if (bits & SHOP && this.draft.shop === null && tape.last[n]! - n < 12) this.shop(n);
    if (hash === A) this.anchor(n, (bits & NO_TITLE) !== 0);
  }

  shop(n: number): void {
    const { tape } = this.flags;
    if (/icon|btn|shopping|shop-?cart|add/i.test(tape.attr(n, ATTR.class) ?? '')) return;
    const shop = lineOf(tape, n);
    if (shop.length > 1 && shop.length < 40 && !/^[\d\s.]+$/.test(shop)) this.draft.shop = shop;
  }

  anchor(n: number, isShop: boolean): void {
    const { tape } = this.flags;
    const text = lineOf(tape, n, this.outsidePrices);
    if (!isShop) {
      this.offer(text, text.length >= 6 ? 4 : 3);
      const hint = tape.attr(n, ATTR.title);
      // The title attribute holds what the line was too short for.
      if (hint)
        this.offer(
          hint,
          this.title !== null && hint.startsWith(this.title.text.replace(/[.…]+$/, '')) ? 7 : 3.5,
        );
    }
    const href = tape.attr(n, ATTR.href);
    if (!href || /^\s*(?:#|javascript:|mailto:|tel:)/i.test(href)) return;
    const act = /cart|add|buy|wish|compare|login/i.test(`${href} ${tape.attr(n, ATTR.class) ?? ''}`);
    const rank = (isShop ? 0 : 2) + (text.length > 3 ? 1 : 0) - (act ? 3 : 0);
    if (this.link === null || rank > this.link.rank) this.link = { text: href, rank };
  }

  finish(card: number): Draft | null {
    const { draft, prices } = this;
    if (this.title === null) return null;
    const current = prices.filter((price) => !price.former);
    const whole = current.filter((price) => !price.unit);
    const best = whole.find((price) => price.named) ?? whole[0] ?? current[0]!;
    draft.price = best.money.amount;
    draft.priceMax = best.money.max ?? null;
    draft.currency = best.money.currency;
    draft.priceText = best.text;
    const former = prices.find((price) => price.former && price.money.amount > best.money.amount);
    if (former) draft.originalPrice = former.money.amount;
    draft.title = this.title.text;
    draft.sku = this.cardCode;
    draft.url = this.link === null ? null : this.context.resolve(this.link.text);
    draft.availability = this.stock(card);
    return draft;
  }

  /** Seldom told on a card: its source is searched before its text is made. */
  stock(card: number): string | null {
    const { tape } = this.flags;
    const next = tape.last[card]!;
    const source = tape.html.slice(tape.start[card], next < tape.count ? tape.start[next] : undefined);
    if (!STOCK.test(source)) return null;
    return availabilityOf(STOCK.exec(lineOf(tape, card))?.[0] ?? null);
  }
}
