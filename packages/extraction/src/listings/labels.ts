// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Collected } from '../html/collect.ts';
import { availabilityOf } from './availability.ts';
import type { Draft } from './draft.ts';

const CODE_WORD =
  "商品编号|商品编码|商品货号|货\\s?号|商品ID|商品款号|款号|商品番号|品番|型番|管理番号|SKU|Artikel-?(?:nummer|nr\\.?|code)|Art\\.?-?\\s?(?:Nr|No)\\.?|Best\\.?-?Nr\\.?|Item (?:no\\.?|number|code|id|#)|eBay item number|Product (?:code|id|no\\.?|number|sku)|(?:Stock|Catalog(?:ue)?|Part|Model) (?:no\\.?|number|code)|Model|Style|Ref\\.?|Référence|Référence produit|Réf\\.?|Código|Cod\\.?|Codice|Kód|Kod produktu|Symbol|Артикул|Код товара|상품번호|ASIN|Numero oggetto eBay|Numéro de l'objet eBay|eBay-Artikelnummer|Anzeigennummer|post id";
const CODE_END = new RegExp(`(?:^编\\s?号|(?<![\\p{L}\\d])(?:${CODE_WORD}))\\s*$`, 'iu');
const CODE_VALUE = /[:：#\t]\s*([A-Za-z0-9][\w\-./]{1,39})/g;

/** The first labelled code: looked for from each separator backwards, for separators are few and labels many. */
function labelledCode(text: string): string | null {
  for (const match of allMatches(text, CODE_VALUE)) {
    const from = Math.max(0, match.index - 30, text.lastIndexOf('\n', match.index - 1) + 1);
    if (!CODE_END.test(text.slice(from, match.index))) continue;
    const code = codeOf(match[1]!);
    if (code !== null) return code;
  }
  return null;
}

const LOOSE_CODE =
  /(?<![\p{L}\d])(?:SKU|Art\.?-?\s?Nr\.?|Item #|货号|Артикул)\s+#?([A-Za-z]{0,6}[-_]?\d[\w\-./]{2,30})/iu;
const GTIN =
  /(?:商品条码|条形码|条码|国际条码|EAN(?:-?13)?|GTIN(?:-?\d+)?|UPC|ISBN(?:-?1[03])?|JANコード|JAN|Barcode|Штрихкод|Čiarový kód|EAN-Nummer)\s*[:：\t ]\s*([\d-]{8,17}[\dXx]?)/i;
const BRAND =
  /(?:^|[\n|｜])\s*(?:品\s?牌|品牌名称|商品品牌|Brand(?: name)?|Marke|Hersteller|Manufacturer|ブランド|メーカー|Marque|Marca|Merk|Značka|Бренд|브랜드|Producent)\s*[:：\t]\s*([^\n\t|｜,，;；]{1,40})/i;
const SHOP =
  /(?:店铺名称|店\s?铺|所属店铺|店名|ショップ名?|Shop name|Store name)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const SELLER =
  /(?:卖\s?家|商\s?家|掌柜|销售商|经销商|Sold by|Seller|Verkäufer|Verkauft von|Vendu par|Vendedor|Venduto da|販売元|出品者|Продавец|판매자)\s*[:：\t]\s*([^\n\t|｜,，;；。]{2,40})/i;
const STOCK =
  /(?:(?<![起订])库\s?存(?:状态)?|有无货|货\s?源|现货状态|Availability|Stock(?: status)?|Verfügbarkeit|在庫(?:状況|数)?|Lagerbestand|Lieferstatus|Disponibilité|Disponibilidad|Disponibilità|Dostupnosť|Dostupnost|Наличие|재고)\s*[:：\t]\s*([^\n\t|｜]{1,40})/i;
const STOCK_WORDS =
  /售罄|已售完|已抢光|暂时缺货|缺货|无货|商品已下架|已下架|该商品已失效|现货|有货|sold out|out of stock|currently unavailable|derzeit nicht verfügbar|actuellement indisponible|attualmente non disponibile|in stock|auf lager|sofort lieferbar|nicht verfügbar|ausverkauft|en stock|skladem|na sklade|в наличии|нет в наличии|在庫あり|在庫なし|売り切れ|品切れ|pre-?order/i;

const FIELD =
  /^(?:sku|goods_?id|product_?id|item_?id|pid|asin|id_product|goods_?sn|productsku|skuid|add-to-cart|productid|itemid)$/i;

/** Whether a text has a label that only the page of one product has. */
export const hasCodeLabel = (text: string): boolean =>
  labelledCode(text.length > 40_000 ? text.slice(0, 40_000) : text) !== null;

/** Fills a product's code, bar code, brand, seller and stock from labelled lines; those after its name first. */
export function readLabels(draft: Draft, found: Collected, heading: string): void {
  const { text } = found;
  const at = heading === '' ? -1 : text.indexOf(heading);
  const after = text.slice(Math.max(0, at), Math.max(0, at) + 16_000);
  const before = at > 0 ? text.slice(Math.max(0, at - 2_000), at) : '';
  const find = (pattern: RegExp): string | null =>
    (pattern.exec(after) ?? pattern.exec(before))?.[1]?.trim() || null;
  draft.sku =
    labelledCode(after) ?? labelledCode(before) ?? codeOf(find(LOOSE_CODE)) ?? fieldCode(found.fields);
  draft.gtin = find(GTIN)?.replace(/-/g, '') ?? null;
  draft.brand = find(BRAND);
  draft.shop = find(SHOP);
  draft.seller = find(SELLER);
  // Stock is told near the top of the product, not in the reviews below or the bar above.
  const near = after.slice(0, 4000);
  draft.availability =
    stockOf(STOCK.exec(near)?.[1] ?? null) ?? availabilityOf(STOCK_WORDS.exec(near)?.[0] ?? null);
}

const codeOf = (text: string | null): string | null => {
  const code = text?.replace(/[./-]+$/, '') ?? null;
  return code !== null && /\d/.test(code) && !/^(?:19|20)\d\d$/.test(code) ? code : null;
};

/** `库存 408 件` is in stock, `库存 0` is not. */
function stockOf(text: string | null): string | null {
  if (text === null) return null;
  const count = /^\D{0,3}(\d+)\s*(?:件|个|pcs|Stück|ks|ст|点|개)?/.exec(text.trim())?.[1];
  if (count !== undefined) return Number(count) > 0 ? 'InStock' : 'OutOfStock';
  return availabilityOf(text);
}

function fieldCode(fields: Map<string, string>): string | null {
  for (const [name, value] of fields)
    if (FIELD.test(name) && /^[\w-]{1,40}$/.test(value) && value !== '0') return value;
  return null;
}
