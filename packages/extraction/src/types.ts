// SPDX-License-Identifier: Apache-2.0

/** A licence, permit or filing an operator shows. */
export interface Licence {
  /** `icp` `food` `drug` `device` `publication` `telecom` `culture` `cosmetics` `hazard` `tobacco` `alcohol` … */
  kind: string;
  /** As shown, white space removed. */
  number: string;
  /** By the form's own check; null where the form has none. */
  valid: boolean | null;
}

/** Who trades here, as far as the page says so. */
export interface Operator {
  name: string | null;
  /** As shown, malformed ones too. */
  uscc: string | null;
  /** Null where no code is shown. */
  usccValid: boolean | null;
  icp: string[];
  police: string[];
  phones: string[];
  mails: string[];
  address: string | null;
  licences: Licence[];
  /** Address of the picture it was read from; absent where the page's own text says it. */
  picture?: string;
}

/** A picture of a page whose words may count. */
export interface PagePicture {
  /** Absolute, or a `data:` address for one that stands in the page itself. */
  url: string;
  /** Of a licence or permit, or part of a product's description. */
  role: 'licence' | 'detail';
}

/** Where a listing's facts were read, most trustworthy first. */
export type ListingSource =
  | 'json-ld'
  | 'microdata'
  | 'rdfa'
  | 'microformats'
  | 'open-graph'
  | 'state'
  | 'markup';

export interface Listing {
  title: string;
  price: number | null;
  /** Upper end, where a range is shown. */
  priceMax?: number;
  /** ISO 4217, null without a price. */
  currency: string | null;
  /** The crossed-out or former price. */
  originalPrice: number | null;
  /** The price as shown. */
  priceText: string | null;
  seller: string | null;
  shop: string | null;
  sku: string | null;
  gtin: string | null;
  brand: string | null;
  /** Local name of a schema.org ItemAvailability: InStock, OutOfStock, PreOrder … */
  availability: string | null;
  url: string | null;
  images: string[];
  description: string | null;
  category: string | null;
  /** Prices of past days that the page itself tells, `[YYYY-MM-DD, price]`, oldest first. */
  priceHistory?: [string, number][];
  /** Words read in the pictures of its description, where somebody read them. */
  ocrText?: string;
  sources: ListingSource[];
}

export type PageKind = 'product' | 'list' | 'shop' | 'licence' | 'other';

/** What one page says. */
export interface PageFacts {
  url: string;
  charset: string;
  language: string | null;
  title: string;
  operators: Operator[];
  listings: Listing[];
  /** Links to official electronic marks and licence displays (亮照, 电子标识). */
  emarks: string[];
  /** Absolute http(s) addresses in order, without duplicates and without those marked nofollow. */
  links: string[];
  nofollow: string[];
  canonical: string | null;
  /** Pictures whose words may count: licences, and descriptions made of pictures. */
  pictures: PagePicture[];
  robotsMeta: string[];
  /** The page shows hardly anything before its scripts have run. */
  needsScript: boolean;
  kindHint: PageKind;
  warnings: string[];
  /** Visible text, a line a block. */
  text: string;
}
