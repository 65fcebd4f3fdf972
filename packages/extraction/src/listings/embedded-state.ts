// SPDX-License-Identifier: Apache-2.0
import { collapse } from '../html/text-sink.ts';
import { currencyCode } from '../price/currencies.ts';
import { parsePrice } from '../price/parse-price.ts';
import { availabilityOf } from './availability.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import type { Json } from './lenient-json.ts';
import { plainText } from './products.ts';
import type { ScriptValue } from './script-values.ts';
import * as F from './state-fields.ts';

type Fields = Map<string, Json>;
type JsonObject = { [key: string]: Json };
const isObject = (json: Json | undefined): json is JsonObject =>
  json !== null && typeof json === 'object' && !Array.isArray(json);

const MAX_DRAFTS = 400;
const MAX_VISITS = 200_000;

/** Goods in data that scripts would draw; `shown` is the page's visible text, which tells cents from yuan. */
export function readState(values: ScriptValue[], context: ListingContext, shown: string): Draft[] {
  const reader = new StateReader(context, shown);
  for (const { name, value } of values) reader.visit(value, name, false, 0, null);
  const mains = reader.drafts.filter((draft) => draft.main);
  for (const draft of mains.slice(1)) draft.main = false;
  return reader.drafts;
}

interface Price {
  low: number;
  high: number | null;
  currency: string | null;
}

class StateReader {
  readonly drafts: Draft[] = [];
  readonly seen = new Set<string>();
  readonly context: ListingContext;
  readonly shown: string;
  visits = 0;

  constructor(context: ListingContext, shown: string) {
    this.context = context;
    this.shown = shown;
  }

  visit(json: Json, key: string, inArray: boolean, depth: number, currency: string | null): void {
    if (
      json === null ||
      typeof json !== 'object' ||
      depth > 24 ||
      ++this.visits > MAX_VISITS ||
      this.drafts.length >= MAX_DRAFTS
    )
      return;
    if (Array.isArray(json)) {
      // A list of one is still a list where its name says so, else it is the thing itself.
      const list =
        json.length > 1 || /list|items|products|goods$|results|auctions|recommend|related/i.test(key);
      for (const one of json) this.visit(one, key, inArray || list, depth + 1, currency);
      return;
    }
    const fields: Fields = new Map();
    for (const [name, value] of Object.entries(json)) {
      const plain = F.plainKey(name);
      if (!fields.has(plain)) fields.set(plain, value);
    }
    const here = this.currency(fields) ?? currency;
    const draft = this.product(fields, key, inArray, here);
    if (draft) this.keep(draft);
    for (const [name, value] of Object.entries(json))
      if (typeof value === 'object' && value !== null && !F.ELSEWHERE.test(F.plainKey(name)))
        this.visit(
          value,
          name,
          inArray || /recommend|related|similar|hot|guess/i.test(name),
          depth + 1,
          here,
        );
  }

  keep(draft: Draft): void {
    const key = `${draft.title} ${draft.sku} ${draft.price}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.drafts.push(draft);
  }

  product(fields: Fields, key: string, inArray: boolean, currency: string | null): Draft | null {
    const title = this.text(fields, F.TITLE);
    if (title === null || title.length < 2 || title.length > 400) return null;
    const code = this.text(fields, F.SKU);
    const price = this.price(fields, F.PRICE, currency);
    const product = /product|goods|item|sku|detail|ware|offer/i.test(key);
    if (price === null && !(product && code !== null && /^(?:product|goods|item)/i.test(key) && !inArray))
      return null;
    // A name and a number alone may be a delivery or an option; goods have a code, a picture or an address too.
    const image = this.images(fields);
    const url = this.url(fields);
    if (code === null && image.length === 0 && url === null && !product) return null;
    const draft = newDraft('state');
    draft.main = !inArray;
    draft.title = plainText(title);
    if (price) {
      draft.price = price.low;
      draft.currency = price.currency;
      draft.priceMax = price.high ?? this.price(fields, F.MAX, currency)?.low ?? null;
      draft.priceText = String(price.low);
      const former = this.price(fields, F.FORMER, currency);
      if (former && former.low > price.low) draft.originalPrice = former.low;
    }
    draft.sku = code;
    draft.gtin = this.text(fields, F.GTIN);
    draft.brand = this.text(fields, F.BRAND);
    draft.shop = this.text(fields, F.SHOP);
    draft.availability = this.stock(fields);
    draft.description = plainText(this.text(fields, F.DESCRIPTION));
    draft.category = this.text(fields, F.CATEGORY);
    draft.url = url;
    draft.images = image;
    return draft;
  }

  text(fields: Fields, names: string[]): string | null {
    for (const name of names) {
      let value = fields.get(name);
      if (isObject(value)) value = value['name'] ?? value['title'] ?? value['nick'] ?? value['shopName'];
      if (Array.isArray(value)) value = value[0];
      if (typeof value === 'number' && (names === F.SKU || names === F.GTIN)) return String(value);
      if (typeof value === 'string' && value.trim() !== '') return collapse(value);
    }
    return null;
  }

  currency(fields: Fields): string | null {
    const text = this.text(fields, F.CURRENCY);
    return text === null ? null : currencyCode(text, this.context.signs);
  }

  price(fields: Fields, names: string[], currency: string | null): Price | null {
    for (const name of names) {
      const value = fields.get(name);
      if (value === undefined || value === null || value === '') continue;
      const price = this.amount(value, name, fields, currency);
      if (price !== null) return price;
    }
    return null;
  }

  amount(value: Json, name: string, fields: Fields, currency: string | null): Price | null {
    if (typeof value === 'number')
      return value > 0 || name === 'price'
        ? { low: this.units(value, name, fields), high: null, currency }
        : null;
    if (typeof value === 'string') {
      if (/^\d+$/.test(value)) return { low: this.units(Number(value), name, fields), high: null, currency };
      if (/^\d+\.\d+$/.test(value)) return { low: Number(value), high: null, currency };
      const money =
        value.length < 60
          ? parsePrice(value, { currency: currency ?? undefined, signs: currency ?? this.context.signs })
          : null;
      return money ? { low: money.amount, high: money.max ?? null, currency: money.currency } : null;
    }
    if (Array.isArray(value)) {
      const all = value
        .map((one) => this.amount(one, name, fields, currency))
        .filter((one): one is Price => one !== null);
      if (all.length === 0 || all.length > 2) return all[0] ?? null;
      const [low, high] = [Math.min(...all.map((p) => p.low)), Math.max(...all.map((p) => p.low))];
      return { low, high: high > low ? high : null, currency: all[0]!.currency };
    }
    if (!isObject(value)) return null;
    const inner: Fields = new Map(Object.entries(value).map(([key, one]) => [F.plainKey(key), one]));
    const code = this.currency(inner) ?? currency;
    for (const key of [
      'centamount',
      'amount',
      'value',
      'finalprice',
      'current',
      'price',
      'sale',
      'now',
      'min',
      'minvariantprice',
      'lowprice',
      'low',
      'raw',
      'gross',
      'regularprice',
      'text',
      'formatted',
      'display',
    ]) {
      const one = inner.get(key);
      if (one === undefined || one === null) continue;
      const price = this.amount(one, key === 'centamount' ? 'cents' : `${name}${key}`, inner, code);
      if (price === null) continue;
      const max = inner.get('max') ?? inner.get('maxvariantprice') ?? inner.get('highprice');
      const high = max === undefined || max === null ? null : this.amount(max, name, inner, code);
      return high && high.low > price.low ? { ...price, high: high.low } : price;
    }
    return null;
  }

  /** Whole numbers may be cents: by their name, by the program's habit, or by what the page shows. */
  units(value: number, name: string, fields: Fields): number {
    if (!Number.isInteger(value)) return value;
    if (/cent|fen$|minor/.test(name)) return value / 100;
    if (value < 100) return value;
    const shopify =
      fields.has('variants') &&
      (fields.has('pricemin') ||
        fields.has('handle') ||
        fields.has('compareatprice') ||
        fields.has('vendor'));
    if (shopify && !(fields.get('price') ?? '').toString().includes('.')) return value / 100;
    if (/^(?:mingroupprice|minnormalprice)$/.test(name) && fields.has('goodsid')) return value / 100;
    const cents = (value / 100).toFixed(2);
    const whole = String(value);
    const seen = (text: string): boolean =>
      new RegExp(`(?<![\\d.,])${text.replace('.', '[.,]')}(?![\\d])`).test(
        this.shown.replace(/(\d),(?=\d{3})/g, '$1'),
      );
    return seen(cents) && !seen(whole) ? value / 100 : value;
  }

  stock(fields: Fields): string | null {
    for (const name of F.STOCK) {
      const value = fields.get(name);
      if (value === undefined || value === null) continue;
      const no = name === 'soldout' || name === 'issoldout';
      if (typeof value === 'boolean') return value !== no ? 'InStock' : 'OutOfStock';
      if (typeof value === 'number') return value > 0 !== no ? 'InStock' : 'OutOfStock';
      if (typeof value === 'string') {
        const state = /^\d+$/.test(value)
          ? Number(value) > 0
            ? 'InStock'
            : 'OutOfStock'
          : availabilityOf(value.replace(/_/g, ' '));
        if (state) return state;
      }
    }
    return null;
  }

  url(fields: Fields): string | null {
    const text = this.text(fields, F.URL);
    if (text !== null && !/\s/.test(text)) return this.context.resolve(text);
    const handle = fields.get('handle');
    return typeof handle === 'string' && fields.has('variants')
      ? this.context.resolve(`/products/${handle}`)
      : null;
  }

  images(fields: Fields): string[] {
    const urls: string[] = [];
    for (const name of F.IMAGE) {
      const value = fields.get(name);
      for (const one of Array.isArray(value) ? value.slice(0, 10) : [value]) {
        const text = isObject(one) ? (one['url'] ?? one['src'] ?? one['originalSrc']) : one;
        if (typeof text !== 'string' || text === '' || text.startsWith('data:') || /\s/.test(text)) continue;
        const url = this.context.resolve(text);
        if (url !== null && !urls.includes(url)) urls.push(url);
      }
      if (urls.length > 0) break;
    }
    return urls;
  }
}
