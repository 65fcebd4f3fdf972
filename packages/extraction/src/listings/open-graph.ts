// SPDX-License-Identifier: Apache-2.0

import { collapse } from '../html/text-sink.ts';
import { currencyCode } from '../price/currencies.ts';
import { availabilityOf } from './availability.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import { amountOf } from './offers.ts';

/** The product that OpenGraph (ogp.me, `product:*` of the commerce vocabulary) and shop meta tags name, if any. */
export function readOpenGraph(metas: Map<string, string[]>, context: ListingContext): Draft | null {
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const value = metas.get(name)?.find((text) => text.trim() !== '');
      if (value !== undefined) return collapse(value);
    }
    return null;
  };
  const type = first('og:type')?.toLowerCase() ?? '';
  const code = first(
    'product:sale_price:currency',
    'product:price:currency',
    'og:price:currency',
    'product:pricecurrency',
  );
  const currency = code ? currencyCode(code, context.signs) : null;
  const money = (...names: string[]) => {
    const text = first(...names);
    return text === null ? null : amountOf(text, context, currency);
  };
  const regular = money('product:price:amount', 'og:price:amount', 'product:price', 'og:product:price');
  const sale = money('product:sale_price:amount', 'og:price:sale_amount');
  const former = money('product:original_price:amount', 'og:price:standard_amount', 'product:original_price');
  const isProduct =
    /product|(?:^|[:.])item$|og:product|goods/.test(type) || regular !== null || sale !== null;
  if (!isProduct) return null;
  const draft = newDraft('open-graph');
  draft.main = true;
  draft.title = first('og:title', 'twitter:title');
  const price = sale ?? regular;
  if (price) {
    draft.price = price.value;
    draft.priceMax = price.max;
    draft.priceText = price.text;
    draft.currency = currency ?? price.currency;
  }
  const before = former ?? (sale ? regular : null);
  if (before && price && before.value > price.value) draft.originalPrice = before.value;
  draft.sku = first('product:retailer_item_id', 'product:retailer_part_no', 'product:sku');
  draft.gtin = first('product:ean', 'product:gtin', 'product:upc', 'product:isbn', 'book:isbn');
  draft.brand = first('product:brand', 'og:brand', 'product:brand:name');
  draft.availability = availabilityOf(first('product:availability', 'og:availability'));
  draft.category = first('product:category', 'og:product:category');
  draft.description = first('og:description');
  draft.url = context.resolve(first('og:url', 'product:product_link') ?? '');
  draft.images = (metas.get('og:image') ?? metas.get('og:image:secure_url') ?? [])
    .map((image) => context.resolve(image.trim()))
    .filter((url): url is string => url !== null)
    .filter((url, i, all) => all.indexOf(url) === i);
  return draft;
}
