// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import type { Tape } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { availabilityOf } from './availability.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import type { PriceNode } from './price-nodes.ts';

/** What stands on the button that buys. */
const BUY =
  /^\s*(?:\W\s*)?(?:加入购物车|加入購物車|加购物车|放入购物车|立即购买|立即購買|马上抢|立刻购买|立即抢购|去购买|直接购买|我要购买|发起拼单|add to (?:cart|bag|basket|trolley)|buy (?:it )?now|in den (?:warenkorb|einkaufswagen)|カートに(?:入れる|追加)|カートへ|かごに追加|買い物かごに入れる|購入手続き|今すぐ買う|장바구니|구매하기|ajouter au panier|añadir al carrito|agregar al carrito|aggiungi al carrello|adicionar ao carrinho|comprar|в корзину|купить|do koszyka|dodaj do koszyka|in winkelwagen|lägg i varukorg|köp)/i;
const CODE_LABEL =
  /(?:商品编号|商品货号|商品编码|货\s?号[:：\t]|(?:^|\n)编\s?号[:：\t]|SKU\s*[:：]|商品番号|Artikelnummer|Art\.-?\s?Nr)/i;
const SKU =
  /(?:(?<=^|\n)编\s?号|商品编号|商品编码|商品货号|货\s?号|商品ID|商品番号|品番|型番|SKU|Artikel-?(?:nummer|nr\.?)|Art\.-?\s?Nr\.?|Item (?:no\.?|number|#)|Product (?:code|id|sku)|Model|Style|Ref\.?|Référence|Código)\s*[:：#\t ]\s*([A-Za-z0-9][\w\-./]{1,39})/im;
const GTIN =
  /(?:商品条码|条形码|条码|国际条码|EAN(?:-?13)?|GTIN(?:-?\d+)?|UPC|ISBN(?:-?13)?|JANコード|JAN|Barcode)\s*[:：\t ]\s*([\d-]{8,17})/i;
const BRAND =
  /(?:^|[\s|｜])(?:品\s?牌|品牌名称|Brand|Marke|Hersteller|Manufacturer|ブランド|メーカー|Marque|Marca)\s*[:：\t]\s*([^\n\t|｜,，;；]{1,40})/im;
const SHOP = /(?:店铺名称|店\s?铺|所属店铺|店名|ショップ|Shop|Store)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const SELLER =
  /(?:卖\s?家|商\s?家|掌柜|销售商|经销商|Sold by|Seller|Verkäufer|Verkauft von|販売元|出品者)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const STOCK =
  /(?:库\s?存|有无货|货\s?源|Availability|Stock|Verfügbarkeit|在庫|Lagerbestand)\s*(?:状态|状況)?\s*[:：\t]\s*([^\n\t|｜]{1,30})/i;
const STOCK_WORDS =
  /售罄|已售完|已抢光|暂时缺货|缺货|无货|商品已下架|已下架|现货|有货|sold out|out of stock|in stock|auf lager|sofort lieferbar|nicht verfügbar|ausverkauft|在庫あり|在庫なし|売り切れ|pre-?order/i;
const IMG = nameHash('img');
const SRC = ['data-original', 'data-zoom-image', 'data-src', 'jqimg', 'src'].map(nameHash);

export interface DetailInput {
  tape: Tape;
  prices: PriceNode[];
  /** Nodes of cards: prices inside belong to other goods. */
  cardNodes: number[];
  h1: number;
  title: string;
  text: string;
  context: ListingContext;
}

/** The one product a page is about, from headings, prices and labels; null where nothing says that there is one. */
export function readDetail(input: DetailInput): Draft | null {
  const { tape, h1, text, context } = input;
  const own = input.prices.filter((p) => !input.cardNodes.some((c) => p.node >= c && p.node < tape.last[c]!));
  const evidence = CODE_LABEL.test(text) || hasBuyButton(input);
  if (own.length === 0 && !evidence) return null;
  const current = own.filter((p) => !p.former);
  const after = h1 >= 0 ? current.filter((p) => p.node > h1) : current;
  const best =
    after.find((p) => p.named) ??
    after[0] ??
    current.find((p) => p.named) ??
    (evidence ? current[0] : undefined);
  if (best === undefined) return null;
  const heading = h1 >= 0 ? lineOf(tape, h1) : headingByTitle(input);
  if (!evidence && !(best.named && heading !== '' && best.node > h1)) return null;
  const draft = newDraft('markup');
  draft.main = true;
  draft.title = heading.length > 1 && heading.length < 300 ? heading : shortTitle(input.title);
  draft.price = best.money.amount;
  draft.priceMax = best.money.max ?? null;
  draft.currency = best.money.currency;
  draft.priceText = best.text;
  const at = own.indexOf(best);
  const former = own.find((p, i) => p.former && Math.abs(i - at) <= 3 && p.money.amount > best.money.amount);
  if (former) draft.originalPrice = former.money.amount;
  readLabels(draft, text);
  draft.images = imagesNear(tape, h1 >= 0 ? h1 : best.node, context);
  return draft;
}

const CONTROLS = new Set(['button', 'a', 'input'].map(nameHash));
const VALUE = nameHash('value');

/** A button, link or input that buys, outside of cards. */
function hasBuyButton({ tape, cardNodes }: DetailInput): boolean {
  let card = 0;
  for (let n = 0; n < tape.count; n++) {
    while (card < cardNodes.length && tape.last[cardNodes[card]!]! <= n) card++;
    if (card < cardNodes.length && n === cardNodes[card]) {
      n = tape.last[n]! - 1;
      continue;
    }
    if (!CONTROLS.has(tape.hash[n]!) || tape.last[n]! - n > 12) continue;
    const words = tape.attr(n, VALUE) ?? lineOf(tape, n);
    if (words.length < 40 && BUY.test(words)) return true;
  }
  return false;
}

/** Without an `<h1>`: the page's title, if a line of the text repeats its first part. */
function headingByTitle({ title, text }: DetailInput): string {
  const first = shortTitle(title);
  return first.length > 3 && `\n${text}\n`.includes(`\n${first}\n`) ? first : '';
}

function readLabels(draft: Draft, text: string): void {
  draft.sku = SKU.exec(text)?.[1] ?? null;
  draft.gtin = GTIN.exec(text)?.[1]?.replace(/-/g, '') ?? null;
  draft.brand = BRAND.exec(text)?.[1]?.trim() ?? null;
  draft.shop = SHOP.exec(text)?.[1]?.trim() ?? null;
  draft.seller = SELLER.exec(text)?.[1]?.trim() ?? null;
  draft.availability =
    availabilityOf(STOCK.exec(text)?.[1] ?? null) ?? availabilityOf(STOCK_WORDS.exec(text)?.[0] ?? null);
}

/** The page's title less the site's name that most templates hang on. */
export function shortTitle(title: string): string {
  const parts = title
    .split(/\s+[-–—|_·»]\s+|\s*[|｜_]\s*|(?<=[\u4e00-\u9fa5])\s*[-–—]\s*(?=[\u4e00-\u9fa5])/)
    .filter(Boolean);
  return (parts.length > 1 ? parts.reduce((a, b) => (b.length > a.length * 1.5 ? b : a)) : title).trim();
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
