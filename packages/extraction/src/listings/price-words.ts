// SPDX-License-Identifier: Apache-2.0

// The words around a price.

export const SIGNED =
  /(?:[¥￥$€£₩₽₹฿₫₺₴₪₱]|\b(?:RMB|CNY|USD|EUR|GBP|HKD|CHF|AUD|CAD|Rs\.?|RM|Rp|kr\.?|R\$|zł|Kč)\s?)\s*\d|\d[\d.,\s]*\s*(?:元|円|원|€|£|₽|руб|zł|Kč|kr\b|лв|Ft|₫|đ|USD|EUR|CHF|块|[万萬]元)/i;

export const NUMBER = /^(?:[^\d]{0,6})?\d[\d.,\s]*(?:\s*[-~–]\s*\d[\d.,]*)?[^\d]{0,6}$/;

/** A price without a sign that is surely complete: with decimals or a word behind it. */
export const WHOLE = /^\D{0,6}\d[\d.,]*(?:[.,]\d{2}|\s*(?:万|元|块|起|円|원)+)\s*$/;

/** A price less its tax is no lower price. */
export const WITHOUT_TAX = /\b(?:brez|bez|excl|ex|ohne|netto|without|hors|ddv|dph|vat|tax|ht)\b|不含税|税抜/i;

/** What follows the first price of a range. */
export const RANGE_REST =
  /^\s*[-–—~～至]\s*(?:[¥￥$€£₩₽₹]|[A-Z]{1,3}\$?)?\s?\d[\d.,]*\s?(?:€|元|円|zł|Kč|kr)?$/;

/** `10 Sets`, `3 件`: how many, not how much. */
export const COUNTED =
  /\d\s*(?:sets?|pieces?|pcs|pairs?|units?|packs?|items?|reviews?|sold|件|个|個|只|支|台|套|双|箱|人|次|条|期|天|%)\.?\s*$/i;

/** Words that stand before the price to pay. */
export const KNOWN_WORDS =
  /from|ab|desde|à partir de|incl\.?|inkl\.?|excl\.?|zzgl\.?|mwst\.?|vat|tax|gst|iva|tva|usd|eur|gbp|cny|rmb|hkd|twd|krw|chf|aud|cad|pln|czk|each|now|only|就|仅|约|含税|税込|税抜|税別|包邮|人民币|元|円|起|约|万|块|原|现|到手|券后|每|件|斤|套|kč|zł|kr|ft|lei|руб|원/gi;

export const PRICE_LABEL =
  /(?:本店价|商城价|促销价|活动价|会员价|优惠价|批发价|零售价|销售价|售\s?价|现\s?价|特\s?价|秒杀价|拼团价|到手价|券后价?|价\s?格|单\s?价|価格|販売価格|税込|price|preis|prix|precio|prezzo|cena|цена|가격)\s*[:：]?$/i;

export const PRICE_LABEL_INSIDE =
  /^(?:本店价|促销价|活动价|优惠价|售\s?价|现\s?价|特\s?价|价\s?格|価格|販売価格|our price|price|preis|now)\s*[:：]?\s*\D{0,2}\d/i;

/** `€ 3,99 / kg`, `(1,20 €/100 g)`: what a unit costs, not what the goods cost. */
export const PER_UNIT =
  /(?:\/|per|pro|par|al|por|za)\s*(?:\d+\s*)?(?:kg|g|l|ml|m²|m2|m|lb|oz|stück|stk|unit|ks|kus|100|litre|liter|斤|克|kg|片|粒|枚|件|个|只|ml)\b|\/\s*(?:斤|克|片|粒|枚|件|个|只|月|年)/i;

export const FORMER_WORD =
  /(?<![a-z])(?:原\s?价|原價|市场价|市場價|参考价|参考價|吊牌价|划线价|专柜价|指导价|定价|通常価格|メーカー希望小売価格|参考価格|定価|was|list price|rrp|msrp|uvp|statt|retail price|regular price|reg\.?|instead of|antes|avant|old price)[:：]?\s*\D{0,3}$/i;

/** Amounts of money that are no price of goods. */
export const OTHER_MONEY =
  /(?<![a-z])(?:运费|運費|邮费|包邮|满|滿|减|立减|省|优惠券|红包|押金|定金|保证金|积分|月销|销量|库存|起送|配送费|shipping|delivery|versand|送料|over|save|off|above|under|up to|coupon|deposit|from orders|per month|\/mo|月供|分期|每期|ポイント|pt)\s*[:：]?\s*(?:满)?\s*[¥￥$€£]?\s*$/i;

/** `50元以下`, `100-200元`: a filter, not a price. */
export const BOUND =
  /\d\s*(?:元|円|€|\$)?\s*(?:以下|以上|以内|之间|未満|up\b|and (?:up|under|above|below)|\+$|↓|↑)|(?:under|below|less than|up to|over|unter|über|moins de|meno di|menos de|bis)\s*[€$£]?\s*\d/i;
