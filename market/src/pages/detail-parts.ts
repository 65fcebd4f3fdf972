// SPDX-License-Identifier: Apache-2.0
import { findCategory } from '../categories.ts';
import type { Offer } from '../goods.ts';
import { type Html, html } from '../html.ts';
import { seed } from '../seed.ts';
import { careFor, questionsFor, reviewsFor } from '../talk.ts';
import { yuan } from './layout.ts';

export function specRows(offer: Offer): Html {
  const specs = findCategory(offer.goods.category)?.specs ?? [];
  return html`<table class="specs"><tr><th>编号</th><td>${offer.id}</td></tr>${specs.map(
    ([name, values]) =>
      html`<tr><th>${name}</th><td>${values[seed(`${offer.id}/${name}`) % values.length]}</td></tr>`,
  )}</table>`;
}

/** Deal prices of the last weeks: for people as a table, for programs as JSON in an attribute. */
export function historyTable(offer: Offer): Html {
  return html`<section class="history"><h2>价格走势</h2><table class="price-history" data-price-history="${JSON.stringify(offer.history)}"><caption>近二十日成交价</caption><tr><th>日期</th><th>成交价</th></tr>${offer.history.map(
    ([date, price]) => html`<tr><td><time datetime="${date}">${date}</time></td><td>${yuan(price)}</td></tr>`,
  )}</table></section>`;
}

/** Care, reviews and questions. */
export function detailParts(offer: Offer): Html {
  const reviews = reviewsFor(offer.id);
  return html`<section class="care"><h2>购买须知</h2>${careFor(offer.id).map((p) => html`<p>${p}</p>`)}</section>
<section class="reviews"><h2>买家评价（${reviews.length}）</h2>${reviews.map(
    (r) =>
      html`<blockquote><p>${'★'.repeat(r.stars)}${'☆'.repeat(5 - r.stars)} ${r.text}</p><cite>${r.name}</cite></blockquote>`,
  )}</section>
<section class="questions"><h2>买家提问</h2><dl>${questionsFor(offer.id).map(
    ([q, a]) => html`<dt>问：${q}</dt><dd>答：${a}</dd>`,
  )}</dl></section>`;
}
