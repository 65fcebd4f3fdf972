// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { availabilityOf } from './availability.ts';
import { shownCode } from './codes.ts';
import type { Draft } from './draft.ts';

const GTIN =
  /(?:商品条码|条形码|条码|国际条码|EAN(?:-?13)?|GTIN(?:-?\d+)?|UPC|ISBN(?:-?1[03])?|JANコード|JAN|Barcode|Штрихкод|Čiarový kód|EAN-Nummer)\s*[:：\t ]\s*([\d-]{8,17}[\dXx]?)/i;
const BRAND =
  /(?:^|[\n|｜])\s*(?:品\s?牌|品牌名称|商品品牌|Brand(?: name)?|Marke|Hersteller|Manufacturer|ブランド|メーカー|Marque|Marca|Merk|Značka|Бренд|브랜드|Producent)\s*[:：\t]\s*([^\n\t|｜,，;；]{1,40})/i;
const SHOP =
  /(?:店铺名称|店\s?铺|所属店铺|店名|ショップ名?|Shop name|Store name)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const SELLER =
  /(?:卖\s?家|商\s?家|掌柜|销售商|经销商|Sold by|Seller|Verkäufer|Verkauft von|Vendu par|Vendedor|Venduto da|販売元|出品者|Продавец|판매자)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const STOCK =
  /(?:(?<![起订])库\s?存(?:状态)?|有无货|货\s?源|现货状态|Availability|Stock(?: status)?|Verfügbarkeit|在庫(?:状況|数)?|Lagerbestand|Lieferstatus|Disponibilité|Disponibilidad|Disponibilità|Disponibilitate|Dostępność|Razpoložljivost|Raspoloživost|Készlet|Raktárkészlet|Beschikbaarheid|Lagerstatus|Доступность|庫存|庫存狀態|在库|Dostupnosť|Dostupnost|Наличие|재고)\s*[:：\t]\s*([^\n\t|｜]{1,40})/i;
const STOCK_WORDS =
  /售罄|已售完|已抢光|暂时缺货|缺货|无货|商品已下架|已下架|该商品已失效|现货|有货|sold out|out of stock|currently unavailable|derzeit nicht verfügbar|actuellement indisponible|attualmente non disponibile|in stock|auf lager|sofort lieferbar|nicht verfügbar|ausverkauft|en stock|skladem|na sklade|в наличии|нет в наличии|在庫あり|在庫なし|売り切れ|品切れ|pre-?order|na stanju|na zalogi|skladom|raktáron|în stoc|in stoc|stoc epuizat|op voorraad|niet op voorraad|uitverkocht|i lager|slut i lager|på lager|varastossa|vyprodáno|vypredané|brak w magazynie|rupture de stock|disponibilità immediata|non disponibile|agotado|esgotado|品切|補貨中|現貨|有貨|缺貨|已售完|完售|即將到貨|품절/i;

/** Fills a product's code, bar code, brand, seller and stock from labelled lines; those after its name first. */
export function readLabels(draft: Draft, found: Collected, heading: string): void {
  const { text } = found;
  const at = heading === '' ? -1 : text.indexOf(heading);
  const after = text.slice(Math.max(0, at), Math.max(0, at) + 16_000);
  const before = at > 0 ? text.slice(Math.max(0, at - 2_000), at) : '';
  const find = (pattern: RegExp): string | null =>
    (pattern.exec(after) ?? pattern.exec(before))?.[1]?.trim() || null;
  draft.sku = shownCode(after, before);
  draft.gtin = find(GTIN)?.replace(/-/g, '') ?? null;
  draft.brand = find(BRAND);
  draft.shop = find(SHOP);
  draft.seller = find(SELLER);
  // Stock is told near the top of the product, not in the reviews below or the bar above.
  const near = after.slice(0, 4000);
  draft.availability =
    stockOf(STOCK.exec(near)?.[1] ?? null) ?? availabilityOf(STOCK_WORDS.exec(near)?.[0] ?? null);
}

/** `库存 408 件` is in stock, `库存 0` is not. */
function stockOf(text: string | null): string | null {
  if (text === null) return null;
  const count = /^\D{0,3}(\d+)\s*(?:件|个|pcs|Stück|ks|ст|点|개)?/.exec(text.trim())?.[1];
  if (count !== undefined) return Number(count) > 0 ? 'InStock' : 'OutOfStock';
  return availabilityOf(text);
}
