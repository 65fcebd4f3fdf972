// SPDX-License-Identifier: Apache-2.0
import type { Listing } from '../types.ts';
import { canBuy } from './availability.ts';
import type { Draft } from './draft.ts';

const TRUST = ['json-ld', 'microdata', 'rdfa', 'microformats', 'open-graph', 'state', 'markup'];
const PUNCTUATION = /[\0-\x2f:-@[-`{-\xbf\u2000-\u206f\u3000-\u303f\uff00-\uff0f\uff1a-\uff20]+/g;

/** A draft with what it is compared by: title without blanks and punctuation, address without scheme and fragment. */
interface Keyed {
  draft: Draft;
  title: string;
  url: string | null;
}

const keyed = (draft: Draft): Keyed => ({
  draft,
  title: (draft.title ?? '').toLowerCase().replace(PUNCTUATION, ''),
  url: draft.url === null ? null : urlKey(draft.url),
});

const urlKey = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/, '')
    .replace(/#.*$/, '')
    .replace(/\/$/, '');

/** Whether two sources speak of one product. */
function same(one: Keyed, other: Keyed): boolean {
  const [a, b] = [one.draft, other.draft];
  const titles = titleMatches(one, other);
  if (a.sku !== null && b.sku !== null && a.source === b.source) return a.sku === b.sku && titles !== false;
  if (a.gtin !== null && a.gtin === b.gtin && titles !== false) return true;
  if (a.sku !== null && a.sku === b.sku && titles !== false) return true;
  if (one.url !== null && one.url === other.url) return a.source !== b.source || titles !== false;
  return titles === true && (a.url === null || b.url === null || a.source !== b.source) && pricesFit(a, b);
}

function titleMatches(a: Keyed, b: Keyed): boolean | null {
  if (a.draft.title === null || b.draft.title === null) return null;
  if (a.title === b.title) return true;
  return (
    Math.min(a.title.length, b.title.length) >= 6 &&
    (a.title.startsWith(b.title) || b.title.startsWith(a.title))
  );
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
  // Data for machines often keeps the regular price where the page shows it crossed out beside the one to pay.
  if (
    from.source === 'markup' &&
    from.price !== null &&
    into.price !== null &&
    from.originalPrice === into.price &&
    from.price < into.price
  ) {
    into.originalPrice = into.price;
    into.price = from.price;
    into.priceText = from.priceText;
    into.priceMax = null;
  }
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

interface Merged extends Keyed {
  sources: Set<Draft['source']>;
}

/**
 * Joins what the sources say, the most trustworthy first, the page's own goods before others; `page` is the product
 * page's own address, `mains` how many of the listings are what the page is about.
 */
export function mergeDrafts(
  drafts: Draft[],
  page: string,
  warnings: string[],
): { listings: Listing[]; mains: number } {
  const ordered = drafts
    .map((draft, i) => ({ draft, i }))
    .sort((a, b) => TRUST.indexOf(a.draft.source) - TRUST.indexOf(b.draft.source) || a.i - b.i);
  const merged: Merged[] = [];
  const mains: Merged[] = [];
  const byUrl = new Map<string, Merged>();
  const byTitle = new Map<string, Merged[]>();
  for (const { draft } of ordered) {
    const next = keyed(draft);
    const prefix = next.title.slice(0, 6);
    // Within one source only the very same title can be the same goods; a list may begin all its titles alike.
    const near = (byTitle.get(prefix) ?? []).filter(
      (m) => m.draft.source !== draft.source || m.title === next.title,
    );
    const sameUrl = next.url === null ? undefined : byUrl.get(next.url);
    // A second source of the page's own product is that product, whatever it calls it.
    const twin =
      draft.main && mains.length === 1 && mains[0]!.draft.source !== draft.source ? mains[0] : undefined;
    const found = twin ?? [sameUrl, ...near].find((m) => m !== undefined && same(m, next));
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
    const entry: Merged = { ...next, sources: new Set([draft.source]) };
    merged.push(entry);
    if (draft.main) mains.push(entry);
    if (next.url !== null && !byUrl.has(next.url)) byUrl.set(next.url, entry);
    const list = byTitle.get(prefix);
    if (list) list.push(entry);
    else byTitle.set(prefix, [entry]);
  }
  const named = merged
    .filter(({ draft }) => draft.title !== null && draft.title !== '')
    .sort((a, b) => Number(b.draft.main) - Number(a.draft.main));
  return {
    listings: named.map(({ draft, sources }) => toListing(draft, [...sources], page)),
    mains: named.filter(({ draft }) => draft.main).length,
  };
}

/** The page's own goods live on the page's host, whatever address their data was made with. */
const hostOf = (url: string): string =>
  urlKey(url)
    .replace(/^(?:m|wap)\./, '')
    .split(/[/?#]/, 1)[0]!;

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
    url: draft.main && (draft.url === null || hostOf(draft.url) !== hostOf(page)) ? page : draft.url,
    images: draft.images,
    description: draft.description,
    category: draft.category,
    sources,
  };
}
