// SPDX-License-Identifier: Apache-2.0
import { elementBits, nameHash, UNSEEN } from '../html/names.ts';
import type { Tape } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { availabilityOf } from './availability.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import type { PriceNode } from './price-nodes.ts';

const h = nameHash;
const A = h('a');
const IMG = h('img');
const H1 = h('h1');
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(h));
const ATTR = { href: h('href'), title: h('title'), alt: h('alt'), class: h('class'), src: h('src') };
const LAZY = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazyload',
  'data-lazy',
  'data-ks-lazyload',
  'data-echo',
  'data-url',
  'src',
].map(h);
const TITLE_CLASS = /title|name|subject|goods-?tit|caption|heading|(?:^|[\s_-])tit(?:$|[\s_-])/i;
const NO_TITLE_CLASS = /shop|store|seller|brand|user|price|subtitle|sub-title|badge|tag|vendor|review|nick/i;
const SHOP_CLASS =
  /(?:shop|store|seller|vendor|merchant|dian|nick)(?:[\s_-]?(?:name|nick|title|link|info))?/i;
const MAX_CLIMB = 9;

export interface Cards {
  drafts: Draft[];
  /** Nodes of the cards, to tell what belongs to them. */
  nodes: number[];
}

/** Goods shown as repeated cards, rows or items, each with title and price. */
export function readCards(tape: Tape, prices: PriceNode[], context: ListingContext): Cards {
  const cards = new Map<number, PriceNode[]>();
  const memo = new Map<string, number>();
  for (const price of prices) {
    const card = cardOf(tape, price.node, prices, memo);
    if (card < 0) continue;
    const list = cards.get(card);
    if (list) list.push(price);
    else cards.set(card, [price]);
  }
  const groups = new Map<number, { node: number; draft: Draft }[]>();
  for (const [node, inside] of cards) {
    if (inside.every((price) => price.former)) continue;
    const draft = readCard(tape, node, inside, context);
    if (draft === null) continue;
    const parent = tape.parent[node]!;
    groups.set(parent, [...(groups.get(parent) ?? []), { node, draft }]);
  }
  const out: Cards = { drafts: [], nodes: [] };
  for (const group of groups.values()) {
    if (!isList(tape, group)) continue;
    for (const { node, draft } of group) {
      out.drafts.push(draft);
      out.nodes.push(node);
    }
  }
  return out;
}

/** Goods of a list lead to pages of their own; rows of a price table or of options do not. */
function isList(tape: Tape, group: { node: number; draft: Draft }[]): boolean {
  const urls = new Set(group.map(({ draft }) => draft.url).filter((url) => url !== null));
  const titles = new Set(group.map(({ draft }) => draft.title));
  const pictures = group.filter(({ draft }) => draft.images.length > 0).length;
  if (group.length === 1) return isLoneCard(tape, group[0]!.node);
  if (urls.size === 0) return titles.size > 1 && pictures * 2 > group.length;
  return urls.size > 1 && titles.size > 1 && (pictures > 0 || group.length > 2);
}

/** The element that repeats beside its like, each with a price of its own, around `node`; -1 where none does. */
function cardOf(tape: Tape, node: number, prices: PriceNode[], memo: Map<string, number>): number {
  let child = node;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = tape.parent[child]!;
    if (parent < 0) return -1;
    if (tape.last[child]! - child > 3 && hasTitle(tape, child)) {
      const shape = `${parent} ${shapeOf(tape, child)}`;
      let like = memo.get(shape);
      if (like === undefined) {
        like = likeChildren(tape, parent, child, prices);
        memo.set(shape, like);
      }
      if ((like >= 2 && !NO_CARD_CLASS.test(tape.attr(child, ATTR.class) ?? '')) || isLoneCard(tape, child))
        return child;
    }
    child = parent;
  }
  return -1;
}

/** What two cards of one list have in common: the element's name and the first word of its class. */
const shapeOf = (tape: Tape, n: number): string =>
  `${tape.hash[n]} ${/[^\s\d]{2,}/.exec(tape.attr(n, ATTR.class) ?? '')?.[0] ?? ''}`;

/** How many children of `parent`, shaped like `child`, hold a current price and the makings of a card. */
function likeChildren(tape: Tape, parent: number, child: number, prices: PriceNode[]): number {
  const shape = shapeOf(tape, child);
  const size = tape.last[child]! - child;
  let count = 0;
  let looked = 0;
  for (let n = parent + 1; n < tape.last[parent]! && looked < 600; n = tape.last[n]!, looked++) {
    if (tape.isText(n) || shapeOf(tape, n) !== shape) continue;
    // A row with the whole of a product beside a row with reviews is no list of goods.
    const other = tape.last[n]! - n;
    if (Math.max(other, size) > Math.min(other, size) * 5) continue;
    if (holdsPrice(prices, n, tape.last[n]!) && hasTitle(tape, n)) count++;
  }
  return count;
}

/** Choices within one product, and navigation. */
const NO_CARD_CLASS =
  /swatch|variation|variant|option|twister|filter|facet|menu|nav(?:$|[\s_-])|accordion|(?:^|[\s_-])price(?:$|[\s_-])/i;
const CARD_CLASS =
  /(?:^|[\s_-])(?:card|goods|product|item|tile)(?:$|[\s_-](?:card|item|box|tile|cell|wrap|inner|miniature|thumb|layout|grid|small|li))/i;
const LI = h('li');

/** The only card of a list (a search with one answer): called so, small, and a link to elsewhere with a picture. */
function isLoneCard(tape: Tape, n: number): boolean {
  if (tape.last[n]! - n > 60) return false;
  const inList = tape.hash[n] === LI && CARD_CLASS.test(tape.attr(tape.parent[n]!, ATTR.class) ?? '');
  if (!inList && !CARD_CLASS.test(tape.attr(n, ATTR.class) ?? '')) return false;
  let link = false;
  let picture = false;
  for (let m = n; m < tape.last[n]!; m++) {
    if (tape.hash[m] === A && !/^(?:#|javascript:)/i.test(tape.attr(m, ATTR.href) ?? '#')) link = true;
    else if (tape.hash[m] === IMG) picture = true;
    else if (tape.hash[m] === H1) return false;
  }
  return link && picture;
}

function holdsPrice(prices: PriceNode[], from: number, to: number): boolean {
  let low = 0;
  let high = prices.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (prices[mid]!.node < from) low = mid + 1;
    else high = mid;
  }
  for (let i = low; i < prices.length && prices[i]!.node < to; i++) if (!prices[i]!.former) return true;
  return false;
}

const isPageLink = (href: string | null): boolean =>
  href !== null && href !== '' && !/^\s*(?:#|javascript:|mailto:|tel:)/i.test(href);

function hasTitle(tape: Tape, node: number): boolean {
  const last = tape.last[node]!;
  let words = 0;
  for (let n = node; n < last; n++) {
    const hash = tape.hash[n]!;
    if (HEADINGS.has(hash)) return true;
    if (hash === A && isPageLink(tape.attr(n, ATTR.href))) return true;
    if (tape.isText(n) && tape.end[n]! - tape.start[n]! > 4) words++;
  }
  return (
    words >= 2 &&
    tape.parent[node]! >= 0 &&
    /item|product|goods|card|good|sku/i.test(tape.attr(node, ATTR.class) ?? '')
  );
}

function readCard(tape: Tape, card: number, prices: PriceNode[], context: ListingContext): Draft | null {
  const draft = newDraft('markup');
  const current = prices.filter((price) => !price.former);
  const whole = current.filter((price) => !price.unit);
  const best = whole.find((price) => price.named) ?? whole[0] ?? current[0]!;
  // A price beside a higher one of the same card that nothing marks: the lower is the one to pay.
  draft.price = best.money.amount;
  draft.priceMax = best.money.max ?? null;
  draft.currency = best.money.currency;
  draft.priceText = best.text;
  const former = prices.find((price) => price.former && price.money.amount > best.money.amount);
  if (former) draft.originalPrice = former.money.amount;
  const inPrice = (n: number): boolean => prices.some((p) => n >= p.node && n < tape.last[p.node]!);
  let title: { text: string; rank: number } | null = null;
  const offer = (text: string | null, rank: number): void => {
    const clean = text?.trim() ?? '';
    if (clean.length < 2 || clean.length > 300 || /^[\d\s.,¥￥$€£%+-]+$/.test(clean)) return;
    if (title === null || rank > title.rank) title = { text: clean, rank };
  };
  let link: { href: string; rank: number } | null = null;
  const last = tape.last[card]!;
  for (let n = card; n < last; n++) {
    if (tape.isText(n)) continue;
    const hash = tape.hash[n]!;
    if (n !== card && elementBits(hash) & UNSEEN) {
      n = tape.last[n]! - 1;
      continue;
    }
    const name = tape.attr(n, ATTR.class) ?? '';
    if (hash === IMG) {
      offer(tape.attr(n, ATTR.alt), 1);
      const image = LAZY.map((key) => tape.attr(n, key)).find((src) => src && !src.startsWith('data:'));
      const url = image ? context.resolve(image) : null;
      if (url !== null && draft.images.length < 5 && !draft.images.includes(url)) draft.images.push(url);
      continue;
    }
    if (inPrice(n)) continue;
    if (HEADINGS.has(hash))
      offer(
        lineOf(tape, n, (m) => !inPrice(m)),
        6,
      );
    else if (name !== '' && TITLE_CLASS.test(name) && !NO_TITLE_CLASS.test(name) && tape.last[n]! - n < 20)
      offer(
        lineOf(tape, n, (m) => !inPrice(m)),
        5,
      );
    else if (
      name !== '' &&
      draft.shop === null &&
      SHOP_CLASS.test(name) &&
      tape.last[n]! - n < 12 &&
      !/icon|btn|shopping|shop-?cart|add/i.test(name)
    ) {
      const shop = lineOf(tape, n);
      if (shop.length > 1 && shop.length < 40 && !/^[\d\s.]+$/.test(shop)) draft.shop = shop;
    }
    if (hash === A) {
      const href = tape.attr(n, ATTR.href);
      const text = lineOf(tape, n, (m) => !inPrice(m));
      const isShop = NO_TITLE_CLASS.test(name);
      if (!isShop) {
        offer(text, text.length >= 6 ? 4 : 3);
        const hint = tape.attr(n, ATTR.title);
        if (hint)
          offer(
            hint,
            title !== null && hint.startsWith((title as { text: string }).text.replace(/[.…]+$/, ''))
              ? 7
              : 3.5,
          );
      }
      if (href && !/^(?:#|javascript:|mailto:|tel:)/i.test(href.trim())) {
        const rank =
          (isShop ? 0 : 2) +
          (text.length > 3 ? 1 : 0) -
          (/cart|add|buy|wish|compare|login/i.test(href + name) ? 3 : 0);
        if (link === null || rank > (link as { rank: number }).rank) link = { href, rank };
      }
    }
  }
  const found = title as { text: string; rank: number } | null;
  if (found === null) return null;
  draft.title = found.text;
  draft.url = link === null ? null : context.resolve((link as { href: string }).href);
  draft.availability = availabilityOf(
    /售罄|已抢光|sold out|out of stock|缺货|无货|売り切れ|ausverkauft/i.exec(lineOf(tape, card))?.[0] ?? null,
  );
  return draft;
}
