// SPDX-License-Identifier: Apache-2.0
import { type Html, html, raw } from '../html.ts';
import { yuan } from '../pages/layout.ts';
import type { Markup } from '../shops.ts';

/** Attributes that a markup style puts on the elements of a product page. */
export interface Marks {
  product: Html;
  name: Html;
  image: Html;
  description: Html;
  offer: Html;
  price: (amount: number) => Html;
  /** Facts without a visible element: currency, number, availability. */
  hidden: (id: string) => Html | null;
  seller: Html;
}

const NONE = raw('');

const none: Marks = {
  product: NONE,
  name: NONE,
  image: NONE,
  description: NONE,
  offer: NONE,
  price: () => NONE,
  hidden: () => null,
  seller: NONE,
};

const microdata: Marks = {
  product: raw(' itemscope itemtype="https://schema.org/Product"'),
  name: raw(' itemprop="name"'),
  image: raw(' itemprop="image"'),
  description: raw(' itemprop="description"'),
  offer: raw(' itemprop="offers" itemscope itemtype="https://schema.org/Offer"'),
  price: (amount) => html` itemprop="price" content="${yuan(amount)}"`,
  hidden: (id) =>
    html`<meta itemprop="priceCurrency" content="CNY"><link itemprop="availability" href="https://schema.org/InStock"><meta itemprop="sku" content="${id}">`,
  seller: raw(' itemprop="seller" itemscope itemtype="https://schema.org/Organization"'),
};

const rdfa: Marks = {
  product: raw(' vocab="https://schema.org/" typeof="Product"'),
  name: raw(' property="name"'),
  image: raw(' property="image"'),
  description: raw(' property="description"'),
  offer: raw(' property="offers" typeof="Offer"'),
  price: (amount) => html` property="price" content="${yuan(amount)}"`,
  hidden: (id) =>
    html`<meta property="priceCurrency" content="CNY"><link property="availability" href="https://schema.org/InStock"><meta property="sku" content="${id}">`,
  seller: raw(' property="seller" typeof="Organization"'),
};

export function marksFor(markup: Markup): Marks {
  if (markup === 'microdata') return microdata;
  if (markup === 'rdfa') return rdfa;
  return none;
}
