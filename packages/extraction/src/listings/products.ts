// SPDX-License-Identifier: Apache-2.0

import { collapse } from '../html/text-sink.ts';
import type { ListingSource } from '../types.ts';
import { availabilityOf } from './availability.ts';
import { type Draft, type ListingContext, newDraft } from './draft.ts';
import { Item, Shown, type Value, valueText } from './item.ts';
import { Linked } from './microdata.ts';
import { joinOffers, type OfferFacts, readOffer } from './offers.ts';

const PRODUCTS = [
  'product',
  'productgroup',
  'productmodel',
  'individualproduct',
  'someproducts',
  'vehicle',
  'car',
  'motorcycle',
  'bicycle',
  'productorservicemodel',
  'productorservicesomeinstancesplaceholder',
  'actualproductorserviceinstance',
  'hproduct',
];
/** Goods only when they are offered at a price. */
const MAYBE = [
  'book',
  'menuitem',
  'softwareapplication',
  'mobileapplication',
  'webapplication',
  'videogame',
  'movie',
  'musicalbum',
  'musicrelease',
  'course',
  'event',
  'service',
  'drug',
  'hotelroom',
  'apartment',
  'house',
  'creativework',
  'tripproduct',
];
const OFFERS = ['offer', 'aggregateoffer', 'offering', 'offerforpurchase'];
const RELATED = [
  'isrelatedto',
  'issimilarto',
  'isaccessoryorsparepartfor',
  'isconsumablefor',
  'itemlistelement',
  'hasofferingcatalog',
  'offercatalog',
];
const MAX_VARIANTS = 200;

/** Every product that items (of JSON-LD, microdata, RDFa) describe, variants of a group each for itself. */
export function productDrafts(roots: Item[], source: ListingSource, context: ListingContext): Draft[] {
  const reader = new ProductReader(source, context);
  for (const root of roots) reader.walk(root, true, 0);
  const { drafts } = reader;
  const mains = drafts.filter((draft) => draft.main);
  // Many equal products at the top are a list, none of them what the page is about.
  if (mains.length > 1 && !reader.grouped) for (const draft of mains) draft.main = false;
  return drafts;
}

class ProductReader {
  readonly drafts: Draft[] = [];
  readonly seen = new Set<Item>();
  readonly source: ListingSource;
  readonly context: ListingContext;
  grouped = false;

  constructor(source: ListingSource, context: ListingContext) {
    this.source = source;
    this.context = context;
  }

  walk(item: Item, main: boolean, depth: number): void {
    if (this.seen.has(item) || depth > 40) return;
    this.seen.add(item);
    const isProduct = item.is(...PRODUCTS);
    if (isProduct || (item.is(...MAYBE) && item.props.has('offers'))) {
      const variants = item
        .items('hasvariant', 'model')
        .filter((v) => v.props.has('offers'))
        .slice(0, MAX_VARIANTS);
      if (variants.length > 0) this.group(item, variants, main, depth);
      else this.product(item, main, isProduct);
    } else if (item.is(...OFFERS)) this.offer(item, main, depth);
    for (const [name, values] of item.props) {
      if (name === 'review' || name === 'reviews' || name === 'itemreviewed' || name === 'isvariantof')
        continue;
      const below = main && !RELATED.includes(name);
      for (const value of values) if (value instanceof Item) this.walk(value, below && !isProduct, depth + 1);
    }
  }

  group(group: Item, variants: Item[], main: boolean, depth: number): void {
    this.grouped ||= main;
    const parent = this.draft(group);
    for (const variant of variants) {
      this.seen.add(variant);
      const draft = this.product(variant, main, true);
      if (draft === null) continue;
      draft.title ??= parent.title;
      draft.brand ??= parent.brand;
      draft.description ??= parent.description;
      draft.category ??= parent.category;
      draft.url ??= parent.url;
      draft.currency ??= parent.currency;
      if (draft.images.length === 0) draft.images = parent.images;
      for (const value of variant.all('offers'))
        if (value instanceof Item) this.walk(value, false, depth + 2);
    }
  }

  product(item: Item, main: boolean, certain: boolean): Draft | null {
    const draft = this.draft(item);
    if (draft.title === null && draft.price === null) return null;
    if (!certain && draft.price === null) return null;
    draft.main = main;
    this.drafts.push(draft);
    return draft;
  }

  /** An offer that stands alone names its goods itself, or in `itemOffered`. */
  offer(offer: Item, main: boolean, depth: number): void {
    const offered = offer.items('itemoffered', 'includesobject')[0];
    const goods = offered ?? offer;
    if (offered) {
      if (this.seen.has(offered)) return;
      this.seen.add(offered);
    }
    const name = goods.text('name') ?? offer.text('name');
    if (name === null) return;
    const draft = this.draft(goods, [offer]);
    draft.title ??= collapse(name);
    draft.url ??= this.address(offer.all('url')[0]);
    if (draft.price === null) return;
    draft.main = main && depth === 0;
    this.drafts.push(draft);
  }

  draft(item: Item, given?: Item[]): Draft {
    const { context } = this;
    const draft = newDraft(this.source);
    const values: Value[] = given ?? item.all('offers', 'offer', 'offerdetails', 'hasoffer');
    const loose = item.all('pricecurrency', 'currency')[0];
    for (const value of values) if (value instanceof Item) this.markOffer(value);
    const offers = values.map((value) =>
      readOffer(
        value,
        context,
        loose === undefined ? null : (readOffer(item, context, null).currency ?? null),
      ),
    );
    // Prices written on the product itself are wrong by the book and common.
    if (offers.every((o) => o.low === null) && (item.props.has('price') || item.props.has('lowprice')))
      offers.push(readOffer(item, context, null));
    const joined = joinOffers(offers);
    if (joined) this.takeOffer(draft, joined);
    this.takeNames(draft, item, joined);
    return draft;
  }

  markOffer(offer: Item): void {
    this.seen.add(offer);
    for (const nested of offer.items('offers')) this.markOffer(nested);
  }

  takeOffer(draft: Draft, offer: OfferFacts): void {
    draft.price = offer.low;
    draft.priceMax = offer.high;
    draft.currency = offer.currency;
    draft.priceText = offer.priceText;
    if (offer.former !== null && offer.low !== null && offer.former > offer.low)
      draft.originalPrice = offer.former;
    draft.availability = offer.availability;
    draft.seller = offer.seller;
  }

  takeNames(draft: Draft, item: Item, offer: OfferFacts | null): void {
    const line = (...names: string[]): string | null => {
      const text = item.text(...names);
      return text === null ? null : collapse(text) || null;
    };
    draft.title = line('name', 'title', 'fn');
    draft.sku = clean(
      item.text('sku') ??
        offer?.item?.text('sku') ??
        item.text('productid', 'identifier') ??
        offer?.item?.text('identifier') ??
        item.text('productgroupid', 'mpn') ??
        null,
    );
    draft.gtin = gtinOf(item) ?? (offer?.item ? gtinOf(offer.item) : null);
    draft.brand = line('brand', 'manufacturer', 'hasbrand');
    draft.availability ??= availabilityOf(item.text('availability'));
    draft.description = plainText(item.text('description', 'summary'));
    draft.category = line('category');
    draft.url =
      this.address(item.all('url')[0]) ??
      this.address(offer?.item?.all('url')[0]) ??
      addressOfId(item.id, this.context);
    draft.seller ??= line('seller', 'soldby');
    draft.images = item
      .all('image', 'images', 'photo')
      .map((value) =>
        this.address(value instanceof Item ? value.all('contenturl', 'url', 'thumbnailurl')[0] : value),
      )
      .filter((url): url is string => url !== null)
      .filter((url, i, all) => all.indexOf(url) === i);
  }

  address(value: Value | undefined): string | null {
    if (value === undefined || value instanceof Item)
      return value instanceof Item ? addressOfId(value.id, this.context) : null;
    const text = value instanceof Linked ? value.href : value instanceof Shown ? value.text : String(value);
    return text.trim() === '' || /\s/.test(text.trim()) ? null : this.context.resolve(text.trim());
  }
}

const addressOfId = (id: string | null, context: ListingContext): string | null =>
  id !== null && /^https?:\/\/|^\//.test(id) && !id.includes('#') ? context.resolve(id) : null;

const clean = (text: string | null): string | null =>
  text === null
    ? null
    : text
        .replace(/^(?:sku|mpn|item|art(?:ikel)?(?:-?nr\.?)?|商品编号|货号|商品番号|品番)\s*[:：]\s*/i, '')
        .trim() || null;

function gtinOf(item: Item): string | null {
  const direct = item.text(
    'gtin13',
    'gtin',
    'gtin14',
    'gtin12',
    'gtin8',
    'isbn',
    'ean',
    'ean13',
    'upc',
    'jan',
  );
  const found =
    direct ??
    /^(?:ean|upc|gtin|isbn|jan)[\s:_-]*([\d\s-]{8,17})$/i.exec(
      item.text('productid', 'identifier') ?? '',
    )?.[1] ??
    null;
  return found === null
    ? null
    : found.replace(/^(?:ean|upc|gtin|isbn|jan)\d*\s*[:：]\s*/i, '').replace(/[\s-]/g, '') || null;
}

/** Descriptions hold markup in half of all shops. */
export function plainText(text: string | null): string | null {
  if (text === null) return null;
  const stripped = /<[a-z!/]/i.test(text)
    ? text.replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^<>]{0,2000}>/gi, ' ')
    : text;
  return collapse(stripped.slice(0, 20_000)) || null;
}

export { valueText };
