// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { nameHash } from '../html/names.ts';
import { type Tape, TEXT } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { codeInAddress } from './address-codes.ts';
import { canBuy } from './availability.ts';
import { type ClassFlags, ELSEWHERE, STRONG } from './class-flags.ts';
import { hasCodeLabel } from './codes.ts';
import { readDescription } from './description.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import { type Heading, shortTitle } from './heading.ts';
import { readLabels } from './labels.ts';
import { type PriceNode, textBefore } from './price-nodes.ts';
import { WITHOUT_TAX } from './price-words.ts';

/** What stands on the button that buys. */
const BUY =
  /^\s*(?:\W\s*)?(?:加入购物车|加入購物車|加购物车|放入购物车|立即购买|立即購買|马上抢|立刻购买|立即抢购|去购买|直接购买|我要购买|发起拼单|add to (?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:warenkorb|einkaufswagen)|カートに(?:入れる|追加)|カートへ|かごに追加|買い物かごに入れる|購入手続き|今すぐ買う|장바구니|구매하기|ajouter au panier|añadir al carrito|agregar al carrito|aggiungi al carrello|adicionar ao carrinho|comprar|в корзину|купить|do koszyka|dodaj do koszyka|in winkelwagen|lägg i varukorg|köp|do košíka|vložit do košíku)/i;
const IMG = nameHash('img');
const A = nameHash('a');
const SRC = ['data-original', 'data-zoom-image', 'data-old-hires', 'data-src', 'jqimg', 'src'].map(nameHash);

export interface DetailInput {
  flags: ClassFlags;
  found: Collected;
  prices: PriceNode[];
  /** Nodes of cards: prices inside belong to other goods. */
  cardNodes: number[];
  context: ListingContext;
  /** The heading that names what the page is about. */
  heading: Heading | null;
  page: string;
}

/** The one product a page is about, from headings, prices and labels; null where nothing says that there is one. */
export function readDetail(input: DetailInput): Draft | null {
  const { found, cardNodes, context, heading } = input;
  const { tape } = found;
  const shown = input.prices.filter((p) => !inCard(tape, cardNodes, p.node));
  // The only price of a page is what one pays, whatever a class calls it.
  const own = shown.length === 1 ? shown.map((p) => ({ ...p, former: false })) : shown;
  const buys = hasBuyButton(tape, cardNodes);
  const evidence = buys || hasCodeLabel(found.text) || codeInAddress(input.page)?.sure === true;
  if (own.length === 0 && !evidence) return null;
  const best = choose(input.flags, own, heading?.node ?? -1);
  if (!evidence && !(best?.named && heading !== null && best.node > heading.node)) return null;
  if (best === null && heading === null) return null;
  const draft = newDraft('markup');
  draft.main = true;
  draft.title = heading && heading.text.length < 400 ? heading.text : shortTitle(found.title);
  readLabels(draft, found, heading?.text ?? '');
  // What can be put into the cart can be had, unless the page says otherwise.
  if (buys && best !== null) draft.availability ??= 'InStock';
  if (best !== null) takePrice(draft, own, best);
  // Without a price only goods that cannot be had are worth a listing: an article may name a code, too.
  else if (canBuy(draft.availability) !== false) return null;
  draft.description = readDescription(tape, heading?.node ?? best?.node ?? -1, cardNodes);
  draft.images = imagesNear(tape, heading && heading.node >= 0 ? heading.node : (best?.node ?? 0), context);
  return draft;
}

function takePrice(draft: Draft, own: PriceNode[], best: PriceNode): void {
  draft.price = best.money.amount;
  draft.priceMax = best.money.max ?? null;
  draft.currency = best.money.currency;
  draft.priceText = best.text;
  const at = own.indexOf(best);
  const former = own.find((p, i) => p.former && Math.abs(i - at) <= 3 && p.money.amount > best.money.amount);
  if (former) draft.originalPrice = former.money.amount;
}

const inCard = (tape: Tape, cards: number[], node: number): boolean =>
  cards.some((c) => node >= c && node < tape.last[c]!);

/** The price to pay among those shown: near below the heading, called a price, alone in its element. */
function choose(flags: ClassFlags, own: PriceNode[], heading: number): PriceNode | null {
  const { tape } = flags;
  let best: PriceNode | null = null;
  let bestScore = -Infinity;
  let below = 0;
  const taxless = (price: PriceNode): boolean =>
    WITHOUT_TAX.test(`${textBefore(tape, price.node)} ${price.text}`);
  // Whatever its class calls it, a price with nothing beside it but itself less tax is the one to pay.
  const lone = own.some(taxless) && own.every((price) => price.former || taxless(price));
  for (const price of own) {
    if (lone ? taxless(price) : price.former) continue;
    let score = 0;
    if (price.node > heading) score += Math.max(0, 4 - below++);
    else score -= 3;
    if (price.named) score += 3;
    if (price.unit) score -= 5;
    if (price.text.length > 24) score -= 2;
    if (/from|options|ab |desde|à partir|起/i.test(price.text)) score -= 1;
    for (let n = price.node, step = 0; n >= 0 && step < 7; n = tape.parent[n]!, step++) {
      const bits = flags.of(n);
      if (step < 4 && bits & STRONG) {
        score += 3;
        break;
      }
      if (bits & ELSEWHERE) {
        score -= 5;
        break;
      }
      if (tape.hash[n] === A) score -= 2;
    }
    if (/运费|shipping|versand|delivery|配送|livraison|spedizione|envío/i.test(textBefore(tape, price.node)))
      score -= 4;
    if (score > bestScore) [best, bestScore] = [price, score];
  }
  return bestScore > -3 ? best : null;
}

const CONTROLS = new Set(['button', 'a', 'input'].map(nameHash));
const VALUE = nameHash('value');
const DISABLED = nameHash('disabled');
/** What programs call that button, whatever language stands on it. */
const BUYS =
  /(?:^|[\s_.-])(?:(?:single_)?add[-_]?(?:to|2)[-_]?(?:cart|bag|basket|trolley)|addcart|joincart|buy-?now|(?:btn|button)[-_](?:cart|buy|basket))(?:$|[\s_.(-])|addToCart\b/i;
const GONE =
  /sold ?out|out of stock|售罄|缺货|缺貨|無貨|无货|已下架|补货|補貨|notify|ausverkauft|épuisé|agotado|esgotado/i;
const NAMING = ['class', 'id', 'name', 'onclick', 'data-action'].map(nameHash);

/** A button, link or input that buys, outside of cards. */
function hasBuyButton(tape: Tape, cardNodes: number[]): boolean {
  let card = 0;
  for (let n = 0; n < tape.count; n++) {
    if (tape.hash[n] === TEXT) continue;
    while (card < cardNodes.length && tape.last[cardNodes[card]!]! <= n) card++;
    if (card < cardNodes.length && n === cardNodes[card]) {
      n = tape.last[n]! - 1;
      continue;
    }
    if (!CONTROLS.has(tape.hash[n]!) || tape.last[n]! - n > 12) continue;
    const words = tape.attr(n, VALUE) ?? lineOf(tape, n);
    if (words.length < 40 && BUY.test(words)) return true;
    // The same button says "sold out" when it is shut.
    if (tape.attrIndex(n, DISABLED) < 0 && NAMING.some((key) => BUYS.test(tape.attr(n, key) ?? '')))
      return !GONE.test(words);
  }
  return false;
}

function imagesNear(tape: Tape, node: number, context: ListingContext): string[] {
  const images: string[] = [];
  for (let n = Math.max(0, node - 400); n < Math.min(tape.count, node + 400) && images.length < 8; n++) {
    if (tape.hash[n] !== IMG) continue;
    const src = SRC.map((key) => tape.attr(n, key)).find((value) => value && !value.startsWith('data:'));
    if (!src || /logo|icon|sprite|blank|loading|avatar|qrcode|banner|btn/i.test(src)) continue;
    const url = context.resolve(src);
    if (url !== null && !images.includes(url)) images.push(url);
  }
  return images;
}
