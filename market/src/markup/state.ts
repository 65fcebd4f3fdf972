// SPDX-License-Identifier: Apache-2.0
import type { Offer } from '../goods.ts';
import type { Shop } from '../shops.ts';
import { careFor, questionsFor, reviewsFor } from '../talk.ts';

function brief(shop: Shop, offer: Offer) {
  return {
    goodsId: offer.id,
    goodsName: offer.title,
    salePrice: offer.price,
    marketPrice: offer.was,
    sold: offer.sold,
    image: `/img/${offer.id}-0.svg`,
    imageAlt: offer.goods.alt ?? offer.title,
    url: shop.item(offer.id),
  };
}

/** State of a shop's home page, for the pages that a script draws. */
export function homeState(shop: Shop, offers: readonly Offer[]) {
  return {
    page: 'home',
    shop: { name: shop.name, motto: shop.motto, home: shop.home },
    goods: null,
    list: offers.map((offer) => brief(shop, offer)),
  };
}

/** State of a product page, for the pages that a script draws. */
export function itemState(shop: Shop, offer: Offer, related: readonly Offer[]) {
  return {
    page: 'detail',
    shop: { name: shop.name, motto: shop.motto, home: shop.home },
    goods: {
      ...brief(shop, offer),
      currency: 'CNY',
      desc: offer.text,
      stock: offer.stock,
      images: [1, 2, 3].map((n) => `/img/${offer.id}-${n}.svg`),
      priceHistory: offer.history,
      care: careFor(offer.id),
      reviews: reviewsFor(offer.id),
      questions: questionsFor(offer.id),
    },
    list: related.map((other) => brief(shop, other)),
  };
}
