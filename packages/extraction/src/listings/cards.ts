// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import { CARD, type ClassFlags, NO_CARD } from './class-flags.ts';
import type { Draft, ListingContext } from './draft.ts';
import type { PriceNode } from './price-nodes.ts';
import { readCard } from './read-card.ts';

const h = nameHash;
const A = h('a');
const IMG = h('img');
const H1 = h('h1');
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(h));
const ATTR = { href: h('href'), class: h('class') };
const MAX_CLIMB = 9;

export interface Cards {
  drafts: Draft[];
  /** Nodes of the cards, to tell what belongs to them. */
  nodes: number[];
}

/**
 * Goods shown as repeated cards, rows or items, each with title and price. What holds the page's only `heading` is the
 * page itself, however much it looks like the rows beside it.
 */
export function readCards(
  flags: ClassFlags,
  prices: PriceNode[],
  context: ListingContext,
  heading = -1,
): Cards {
  const { tape } = flags;
  const cards = new Map<number, PriceNode[]>();
  const memo = new Map<number, number>();
  for (const price of prices) {
    const card = cardOf(flags, price.node, prices, memo);
    if (card < 0 || (heading >= card && heading < tape.last[card]!)) continue;
    const list = cards.get(card);
    if (list) list.push(price);
    else cards.set(card, [price]);
  }
  const groups = new Map<number, { node: number; draft: Draft }[]>();
  for (const [node, inside] of cards) {
    if (inside.every((price) => price.former)) continue;
    const draft = readCard(flags, node, inside, context);
    if (draft === null) continue;
    const parent = tape.parent[node]!;
    groups.set(parent, [...(groups.get(parent) ?? []), { node, draft }]);
  }
  const out: Cards = { drafts: [], nodes: [] };
  for (const group of groups.values()) {
    if (!isList(flags, group)) continue;
    for (const { node, draft } of group) {
      out.drafts.push(draft);
      out.nodes.push(node);
    }
  }
  return out;
}

/** Goods of a list lead to pages of their own; rows of a price table or of options do not. */
function isList(flags: ClassFlags, group: { node: number; draft: Draft }[]): boolean {
  const urls = new Set(group.map(({ draft }) => draft.url).filter((url) => url !== null));
  const titles = new Set(group.map(({ draft }) => draft.title));
  const pictures = group.filter(({ draft }) => draft.images.length > 0).length;
  if (group.length === 1) return isLoneCard(flags, group[0]!.node);
  if (urls.size === 0) return titles.size > 1 && pictures * 2 > group.length;
  return urls.size > 1 && titles.size > 1 && (pictures > 0 || group.length > 2);
}

/** The element that repeats beside its like, each with a price of its own, around `node`; -1 where none does. */
function cardOf(flags: ClassFlags, node: number, prices: PriceNode[], memo: Map<number, number>): number {
  const { tape } = flags;
  let child = node;
  for (let step = 0; step < MAX_CLIMB; step++) {
    const parent = tape.parent[child]!;
    if (parent < 0) return -1;
    if (tape.last[child]! - child > 3 && hasTitle(flags, child)) {
      const shape = parent * 65536 + flags.shape(child);
      let like = memo.get(shape);
      if (like === undefined) {
        like = likeChildren(flags, parent, child, prices);
        memo.set(shape, like);
      }
      if ((like >= 2 && !flags.has(child, NO_CARD)) || isLoneCard(flags, child)) return child;
    }
    child = parent;
  }
  return -1;
}

/** How many children of `parent`, shaped like `child`, hold a current price and the makings of a card. */
function likeChildren(flags: ClassFlags, parent: number, child: number, prices: PriceNode[]): number {
  const { tape } = flags;
  const shape = flags.shape(child);
  const size = tape.last[child]! - child;
  let count = 0;
  let looked = 0;
  for (let n = parent + 1; n < tape.last[parent]! && looked < 600; n = tape.last[n]!, looked++) {
    if (tape.isText(n) || flags.shape(n) !== shape) continue;
    // A row with the whole of a product beside a row with reviews is no list of goods.
    const other = tape.last[n]! - n;
    if (Math.max(other, size) > Math.min(other, size) * 5) continue;
    if (holdsPrice(prices, n, tape.last[n]!) && hasTitle(flags, n)) count++;
  }
  return count;
}

const LI = h('li');

/** The only card of a list (a search with one answer): called so, small, and a link to elsewhere with a picture. */
function isLoneCard(flags: ClassFlags, n: number): boolean {
  const { tape } = flags;
  if (tape.last[n]! - n > 60) return false;
  const inList = tape.hash[n] === LI && flags.has(tape.parent[n]!, CARD);
  if (!inList && !flags.has(n, CARD)) return false;
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

function hasTitle(flags: ClassFlags, node: number): boolean {
  const { tape } = flags;
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
