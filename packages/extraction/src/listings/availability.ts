// SPDX-License-Identifier: Apache-2.0

const NAMES = [
  'InStock',
  'OutOfStock',
  'PreOrder',
  'PreSale',
  'BackOrder',
  'SoldOut',
  'LimitedAvailability',
  'OnlineOnly',
  'InStoreOnly',
  'Discontinued',
  'MadeToOrder',
  'Reserved',
];
const byLower = new Map(NAMES.map((name) => [name.toLowerCase(), name]));

// Order matters: `not available` before `available`, 无货 before 有货.
const WORDS: [RegExp, string][] = [
  [/pre-?\s?order|预售|預售|预订|予約|vorbestell|précommande/i, 'PreOrder'],
  [/back-?\s?order|缺货登记|取り寄せ|补货中/i, 'BackOrder'],
  [/discontinued|停产|已下架|下架|停售|販売終了|nicht mehr lieferbar/i, 'Discontinued'],
  [
    /sold\s*out|ausverkauft|售罄|售完|已抢光|已抢完|抢光|売り切れ|完売|품절|agotado|épuisé|esaurito|esgotado|нет в наличии|vyprodáno|vypredané|stoc epuizat|uitverkocht|slut i lager|품절|rasprodano|razprodano|wyprzedan/i,
    'SoldOut',
  ],
  [
    /out[\s-]*of[\s-]*stock|outofstock|not\s+available|unavailable|no\s+stock|无货|無貨|缺货|缺貨|暂无库存|库存不足|库存[:：]?\s*0\s*(?:件|$)|在庫なし|在庫切れ|nicht\s+(?:auf lager|verfügbar|vorrätig)|rupture|sin existencias|temporarily|not in stock|nedostupn|není skladem|nie je na sklade|ni na zalogi|niet op voorraad|brak w magazynie|niedostępn|no disponible|non disponibile|indisponible|indisponível|in arrivo|не в наличии|无库存|無庫存|庫存不足|已无货|nincs raktáron/i,
    'OutOfStock',
  ],
  [/limited|only\s+\d+\s+left|仅剩|僅剩|库存紧张|残りわずか|nur noch/i, 'LimitedAvailability'],
  [
    /in[\s_-]*stock|^\s*available|现货|現貨|有货|有貨|库存充足|在庫あり|即納|auf lager|sofort lieferbar|vorrätig|lieferbar|en stock|disponible|disponibile|op voorraad|в наличии|재고\s*있음|skladem|na sklade|skladom|na zalogi|na stanju|dobavljivo|raktáron|în stoc|\bin stoc|dostępny|dostupné|disponível|på lager|i lager|varastossa|em estoque|庫存充足|库存充裕|可购买|可售/i,
    'InStock',
  ],
];

/** Local schema.org name of what a page says of its stock, in an address, a code or words; null where it says nothing. */
export function availabilityOf(text: string | null): string | null {
  if (!text) return null;
  const clean = text.trim();
  const local = clean.slice(
    Math.max(clean.lastIndexOf('/'), clean.lastIndexOf('#'), clean.lastIndexOf(':')) + 1,
  );
  const named = byLower.get(local.toLowerCase().replace(/[\s_-]/g, ''));
  if (named) return named;
  if (/^(?:oos|false|0)$/i.test(clean)) return 'OutOfStock';
  if (/^(?:true|instock|yes|1)$/i.test(clean)) return 'InStock';
  for (const [pattern, name] of WORDS) if (pattern.test(clean)) return name;
  return null;
}

/** Whether it can be bought now: true, false, or null for neither. */
export function canBuy(availability: string | null): boolean | null {
  if (availability === null) return null;
  if (/^(?:InStock|LimitedAvailability|OnlineOnly|InStoreOnly|MadeToOrder)$/.test(availability)) return true;
  return /^(?:OutOfStock|SoldOut|Discontinued)$/.test(availability) ? false : null;
}
