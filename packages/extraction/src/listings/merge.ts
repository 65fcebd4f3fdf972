// SPDX-License-Identifier: Apache-2.0
import type { Listing } from '../types.ts';
import { canBuy } from './availability.ts';
import type { Draft } from './draft.ts';

const TRUST = ['json-ld', 'microdata', 'rdfa', 'open-graph', 'state', 'markup'];
const PUNCTUATION = /[\0-\x2f:-@[-`{-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]+/g;
const keys = new WeakMap<Draft, string>();

/** A title without blanks and punctuation, kept per draft: it is compared often. */
function titleKey(draft: Draft): string {
  let key = keys.get(draft);
  if (key === undefined) {
    key = (draft.title ?? '').toLowerCase().replace(PUNCTUATION, '');
    keys.set(draft, key);
  }
  return key;
}

const urlKey = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');

/** Whether two sources speak of one product. */
function same(a: Draft, b: Draft): boolean {
  if (a.sku !== null && b.sku !== null && a.source === b.source)
    return a.sku === b.sku && titleMatches(a, b) !== false;
  if (a.gtin !== null && a.gtin === b.gtin && titleMatches(a, b) !== false) return true;
  if (a.sku !== null && a.sku === b.sku && titleMatches(a, b) !== false) return true;
  if (a.url !== null && b.url !== null && urlKey(a.url) === urlKey(b.url))
    return a.source !== b.source || titleMatches(a, b) !== false;
  return (
    titleMatches(a, b) === true &&
    (a.url === null || b.url === null || a.source !== b.source) &&
    pricesFit(a, b)
  );
}

function titleMatches(a: Draft, b: Draft): boolean | null {
  if (a.title === null || b.title === null) return null;
  const [x, y] = [titleKey(a), titleKey(b)];
  if (x === y) return true;
  return Math.min(x.length, y.length) >= 6 && (x.startsWith(y) || y.startsWith(x));
}

const pricesFit = (a: Draft, b: Draft): boolean =>
  a.price === null || b.price === null || a.price === b.price;

/** Fills what `into` does not know from a less trusted source, and notes where they contradict. */
function fill(into: Draft, from: Draft, warnings: string[]): void {
  const name = (into.title ?? from.title ?? '').slice(0, 60);
  if (
    into.price !== null &&
    from.price !== null &&
    into.price !== from.price &&
    into.source !== from.source &&
    !inRange(into, from)
  )
    warnings.push(`price: "${name}" is ${into.price} by ${into.source}, ${from.price} by ${from.source}`);
  const [a, b] = [canBuy(into.availability), canBuy(from.availability)];
  if (a !== null && b !== null && a !== b)
    warnings.push(
      `stock: "${name}" is ${into.availability} by ${into.source}, ${from.availability} by ${from.source}`,
    );
  if (into.price === null && from.price !== null) {
    into.price = from.price;
    into.priceMax = from.priceMax;
    into.currency = from.currency;
    into.priceText = from.priceText;
    into.originalPrice = from.originalPrice;
  } else if (
    into.originalPrice === null &&
    from.originalPrice !== null &&
    into.price !== null &&
    from.originalPrice > into.price &&
    from.price === into.price
  )
    into.originalPrice = from.originalPrice;
  if (into.currency === null && from.price === into.price) into.currency = from.currency;
  for (const key of [
    'title',
    'seller',
    'shop',
    'sku',
    'gtin',
    'brand',
    'availability',
    'url',
    'description',
    'category',
  ] as const)
    into[key] ??= from[key];
  if (into.images.length === 0) into.images = from.images;
  // What a reader sees is the better price text.
  if (from.source === 'markup' && from.price === into.price && from.priceText !== null)
    into.priceText = from.priceText;
}

const inRange = (a: Draft, b: Draft): boolean =>
  (a.priceMax !== null && b.price! >= a.price! && b.price! <= a.priceMax) ||
  (b.priceMax !== null && a.price! >= b.price! && a.price! <= b.priceMax);

interface Merged {
  draft: Draft;
  sources: Set<Draft['source']>;
}

/** Joins what the sources say, the most trustworthy first; `page` is the product page's own address. */
export function mergeDrafts(drafts: Draft[], page: string, warnings: string[]): Listing[] {
  const ordered = drafts
    .map((draft, i) => ({ draft, i }))
    .sort((a, b) => TRUST.indexOf(a.draft.source) - TRUST.indexOf(b.draft.source) || a.i - b.i);
  const merged: Merged[] = [];
  const mains: Merged[] = [];
  const byUrl = new Map<string, Merged>();
  const byTitle = new Map<string, Merged[]>();
  for (const { draft } of ordered) {
    const near = draft.title === null ? [] : (byTitle.get(titleKey(draft).slice(0, 6)) ?? []);
    const sameUrl = draft.url === null ? undefined : byUrl.get(urlKey(draft.url));
    // A second source of the page's own product is that product, whatever it calls it.
    const twin =
      draft.main && mains.length === 1 && mains[0]!.draft.source !== draft.source ? mains[0] : undefined;
    const found = twin ?? [sameUrl, ...near].find((m) => m !== undefined && same(m.draft, draft));
    if (found) {
      fill(found.draft, draft, warnings);
      found.sources.add(draft.source);
      if (draft.main && !found.draft.main) {
        found.draft.main = true;
        mains.push(found);
      }
      continue;
    }
    // Variants stand for the page already; looser sources add nothing to them.
    if (draft.main && mains.length > 1 && mains[0]!.draft.source !== draft.source) continue;
    const entry: Merged = { draft, sources: new Set([draft.source]) };
    merged.push(entry);
    if (draft.main) mains.push(entry);
    if (draft.url !== null && !byUrl.has(urlKey(draft.url))) byUrl.set(urlKey(draft.url), entry);
    if (draft.title !== null) {
      const key = titleKey(draft).slice(0, 6);
      byTitle.set(key, [...(byTitle.get(key) ?? []), entry]);
    }
  }
  return merged
    .filter(({ draft }) => draft.title !== null && draft.title !== '')
    .sort((a, b) => Number(b.draft.main) - Number(a.draft.main))
    .map(({ draft, sources }) => toListing(draft, [...sources], page));
}

function toListing(draft: Draft, sources: Draft['source'][], page: string): Listing {
  return {
    title: draft.title!,
    price: draft.price,
    ...(draft.priceMax !== null && draft.price !== null && draft.priceMax > draft.price
      ? { priceMax: draft.priceMax }
      : {}),
    currency: draft.price === null ? null : (draft.currency ?? 'CNY'),
    originalPrice: draft.originalPrice,
    priceText: draft.priceText,
    seller: draft.seller,
    shop: draft.shop,
    sku: draft.sku,
    gtin: draft.gtin,
    brand: draft.brand,
    availability: draft.availability,
    url: draft.url ?? (draft.main ? page : null),
    images: draft.images,
    description: draft.description,
    category: draft.category,
    sources,
  };
}
