// SPDX-License-Identifier: Apache-2.0
import type { ListingSource } from '../types.ts';

/** What one source says of one product; sources are merged into a listing later. */
export interface Draft {
  source: ListingSource;
  /** The product the page is about, as opposed to one of many shown. */
  main: boolean;
  title: string | null;
  price: number | null;
  priceMax: number | null;
  currency: string | null;
  originalPrice: number | null;
  priceText: string | null;
  seller: string | null;
  shop: string | null;
  sku: string | null;
  gtin: string | null;
  brand: string | null;
  availability: string | null;
  url: string | null;
  images: string[];
  description: string | null;
  category: string | null;
}

export const newDraft = (source: ListingSource): Draft => ({
  source,
  main: false,
  title: null,
  price: null,
  priceMax: null,
  currency: null,
  originalPrice: null,
  priceText: null,
  seller: null,
  shop: null,
  sku: null,
  gtin: null,
  brand: null,
  availability: null,
  url: null,
  images: [],
  description: null,
  category: null,
});

/** What the readers of listings know of the page around them. */
export interface ListingContext {
  resolve(reference: string): string | null;
  /** What `$`, `¥`, `kr` mean here. */
  signs: string | undefined;
}
