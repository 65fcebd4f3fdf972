// SPDX-License-Identifier: Apache-2.0
import type { Offer } from '../goods.ts';
import { type Html, html } from '../html.ts';
import { findShop } from '../shops.ts';
import { yuan } from './layout.ts';

/** One offer in a list. */
export function card(offer: Offer, suffix = ''): Html {
  const shop = findShop(offer.goods.shop);
  const href = shop.item(offer.id) + suffix;
  // Shops of the old kind have bitmap pictures.
  const bitmap = shop.markup === 'plain' || shop.markup === 'table';
  const picture = bitmap ? '.png' : '-0.svg';
  return html`<li class="card"><a class="pic" href="${href}"><img src="/img/${offer.id}${picture}" width="220" height="${bitmap ? 220 : 157}" loading="lazy" alt="${offer.goods.alt ?? offer.title}"></a>
<p class="name"><a href="${href}">${offer.title}</a></p>
<p class="cost"><b>¥${yuan(offer.price)}</b>${offer.was !== null && html` <del>¥${yuan(offer.was)}</del>`}<span class="sold">已售 ${offer.sold}</span></p>
<p class="by"><a href="${shop.home}">${shop.name}</a></p></li>`;
}

export function cards(offers: readonly Offer[]): Html {
  return offers.length === 0
    ? html`<p class="empty">这里暂时没有商品。</p>`
    : html`<ul class="cards">${offers.map((offer) => card(offer))}</ul>`;
}

/** Page links: `address(n)` is the address of page n. */
export function pager(current: number, pages: number, address: (page: number) => string): Html | null {
  if (pages < 2) return null;
  const numbers = Array.from({ length: pages }, (_, i) => i + 1);
  return html`<nav class="pager" aria-label="分页">${current > 1 && html`<a rel="prev" href="${address(current - 1)}">上一页</a> `}${numbers.map(
    (n) => (n === current ? html`<strong>${n}</strong> ` : html`<a href="${address(n)}">${n}</a> `),
  )}${current < pages && html`<a rel="next" href="${address(current + 1)}">下一页</a>`}</nav>`;
}
