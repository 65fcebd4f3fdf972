// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { normaliseUrl, urlKey } from '@yiwang/collector';
import type { Listing, PageFacts } from '@yiwang/extraction';
import { canonicalJson, type LocalDate } from '@yiwang/kernel';
import type { Finding, Learned } from '@yiwang/screening';
import { loadRules } from '../rules/engine.ts';

/** A listing with where it lives. */
export type PlacedListing = Listing & { key: string; place: string };

/** A listing as this page shows it, ready to be recorded. */
export interface SeenListing {
  key: string;
  url: string;
  title: string;
  /** Name of the shop as the page shows it. */
  shop: string | null;
  /** The texts that findings point into, by field. */
  texts: Record<string, string>;
  price: number | null;
  originalPrice: number | null;
  currency: string | null;
  images: string[];
  /** Digest of text, price and pictures: the content that a verdict speaks of. */
  digest: string;
  risk: number;
  findings: Finding[];
}

/** Prices by day that we know from earlier visits, by listing key. */
export type PriceHistory = ReadonlyMap<string, [LocalDate, number][]>;

const digestOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

const textsOf = (listing: Listing): Record<string, string> => {
  const texts: Record<string, string> = { title: listing.title };
  if (listing.description) texts['description'] = listing.description;
  if (listing.category) texts['category'] = listing.category;
  if (listing.ocrText) texts['ocrText'] = listing.ocrText;
  const shop = listing.shop ?? listing.seller;
  if (shop) texts['shop'] = shop;
  return texts;
};

/** Days the page itself tells, and days of our own visits; ours win. */
const pricesOf = (shown: readonly [LocalDate, number][] | undefined, own: readonly [LocalDate, number][]) =>
  [...new Map([...(shown ?? []), ...own])].sort(([a], [b]) => (a < b ? -1 : 1));

/**
 * Where a listing lives: its own page if it names one, else this page and its article number or title. A teaser on a
 * category page thus has the key of the page it leads to.
 */
function placeOf(listing: Listing, pageUrl: string): { url: string; key: string; own: boolean } {
  const target = listing.url ? normaliseUrl(listing.url, pageUrl) : null;
  const pageKey = urlKey(pageUrl);
  if (target !== null && urlKey(target) !== pageKey) return { url: target, key: urlKey(target), own: false };
  return { url: pageUrl, key: pageKey, own: true };
}

/**
 * The listings for which this page is the place to judge them: its own, and teasers whose page will not be visited.
 * A teaser that leads to a page of this patrol is judged there, with its whole text.
 */
export function ownListings(
  facts: PageFacts,
  pageUrl: string,
  willBeVisited: (url: string) => boolean,
): PlacedListing[] {
  const placed = facts.listings.map((listing) => ({ listing, at: placeOf(listing, pageUrl) }));
  const own = placed.filter(({ at }) => at.own);
  return placed
    .filter(({ at }) => at.own || !willBeVisited(at.url))
    .map(({ listing, at }) => {
      // Several listings on one page are told apart by article number, else by title.
      const mark = at.own && own.length > 1 ? `#${listing.sku || digestOf(listing.title).slice(0, 16)}` : '';
      return { ...listing, key: at.key + mark, place: at.url };
    });
}

/** Judges the listings of a page. Pure but for the compiled packs. */
export function screenListings(
  listings: readonly PlacedListing[],
  site: { name: string; observedOn: LocalDate; history: PriceHistory; learned?: Learned },
): SeenListing[] {
  const { engine } = loadRules();
  return listings.map((listing) => {
    const texts = textsOf(listing);
    const { price, originalPrice, currency } = listing;
    const yuan = (currency ?? 'CNY') === 'CNY';
    const prices = pricesOf(listing.priceHistory, site.history.get(listing.key) ?? []);
    const shop = listing.shop ?? listing.seller;
    const result = engine.screen(
      {
        id: listing.key,
        title: listing.title,
        description: listing.description,
        category: listing.category,
        shop,
        platform: site.name,
        price: yuan ? price : null,
        originalPrice: yuan ? originalPrice : null,
        priceHistory: yuan && prices.length > 0 ? prices : null,
        observedOn: site.observedOn,
        source: 'listing',
        ocrText: listing.ocrText ?? null,
      },
      site.learned,
    );
    return {
      key: listing.key,
      url: listing.place,
      title: listing.title,
      shop,
      texts,
      price,
      originalPrice,
      currency,
      images: listing.images,
      digest: digestOf({ texts, price, originalPrice, currency, images: listing.images.toSorted() }),
      risk: result.risk,
      // What counts as a label is what an officer is asked about; the rest stays unsaid.
      findings: result.findings.filter((finding) => result.labels.includes(finding.label)),
    };
  });
}
