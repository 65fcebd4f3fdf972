// SPDX-License-Identifier: Apache-2.0
import type { Offer } from '../goods.ts';
import { type Html, html, scriptJson } from '../html.ts';
import { yuan } from '../pages/layout.ts';
import type { Visit } from '../reply.ts';
import { fair, type Shop } from '../shops.ts';

function product(visit: Visit, shop: Shop, offer: Offer) {
  return {
    '@type': 'Product',
    name: offer.title,
    description: offer.text,
    sku: offer.id,
    category: offer.goods.category,
    image: [1, 2, 3].map((n) => `${visit.base}/img/${offer.id}-${n}.svg`),
    url: visit.base + shop.item(offer.id),
  };
}

const seller = (shop: Shop) => ({ '@type': 'Organization', name: shop.operator.name || shop.name });

/** One Product with one Offer; a struck-through price as a price specification. */
function jsonLd(visit: Visit, shop: Shop, offer: Offer): Html {
  const listPrice = offer.was !== null && {
    priceSpecification: {
      '@type': 'UnitPriceSpecification',
      priceType: 'https://schema.org/StrikethroughPrice',
      price: yuan(offer.was),
      priceCurrency: 'CNY',
    },
  };
  const data = {
    '@context': 'https://schema.org',
    ...product(visit, shop, offer),
    offers: {
      '@type': 'Offer',
      price: yuan(offer.price),
      priceCurrency: 'CNY',
      availability: 'https://schema.org/InStock',
      seller: seller(shop),
      ...listPrice,
    },
  };
  return html`<script type="application/ld+json">${scriptJson(data)}</script>`;
}

/** A graph of the site, the crumbs and the product, with an AggregateOffer: one price, or a range for sets. */
function graph(visit: Visit, shop: Shop, offer: Offer): Html {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'WebSite', '@id': `${visit.base}/#site`, name: fair.name, url: `${visit.base}/` },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: shop.name, item: visit.base + shop.home },
        ],
      },
      {
        ...product(visit, shop, offer),
        offers: {
          '@type': 'AggregateOffer',
          lowPrice: offer.price,
          highPrice: offer.price,
          offerCount: 1,
          priceCurrency: 'CNY',
          seller: seller(shop),
        },
      },
    ],
  };
  return html`<script type="application/ld+json">${scriptJson(data)}</script>`;
}

function openGraph(visit: Visit, shop: Shop, offer: Offer): Html {
  return html`<meta property="og:type" content="product"><meta property="og:title" content="${offer.title}">
<meta property="og:description" content="${offer.text}"><meta property="og:image" content="${visit.base}/img/${offer.id}.png">
<meta property="og:url" content="${visit.base}${shop.item(offer.id)}"><meta property="og:site_name" content="${shop.name}">
<meta property="product:price:amount" content="${yuan(offer.price)}"><meta property="product:price:currency" content="CNY"><meta property="product:retailer_item_id" content="${offer.id}">`;
}

/** What a shop puts into the head of a product page. */
export function structuredHead(visit: Visit, shop: Shop, offer: Offer): Html {
  const canonical = html`<link rel="canonical" href="${visit.base}${shop.item(offer.id)}">`;
  if (shop.markup === 'json-ld') return html`${canonical}\n${jsonLd(visit, shop, offer)}`;
  if (shop.markup === 'graph') return html`${canonical}\n${graph(visit, shop, offer)}`;
  if (shop.markup === 'opengraph') return html`${canonical}\n${openGraph(visit, shop, offer)}`;
  return canonical;
}
