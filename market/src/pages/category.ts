// SPDX-License-Identifier: Apache-2.0
import { categories, findCategory } from '../categories.ts';
import { type Offer, offersOn } from '../goods.ts';
import { html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import { seed } from '../seed.ts';
import { findShop } from '../shops.ts';
import { cards, pager } from './cards.ts';
import { layout } from './layout.ts';

const PAGE_SIZE = 12;

// The mild trap: the same goods again in other orders and through filters, each at an address of its own.
const SORTS: Record<string, [name: string, order: (a: Offer, b: Offer) => number]> = {
  price: ['价格', (a, b) => a.price - b.price],
  sales: ['销量', (a, b) => b.sold - a.sold],
  new: ['新品', (a, b) => seed(`new/${b.id}`) - seed(`new/${a.id}`)],
};
const BANDS: Record<string, [name: string, min: number, max: number]> = {
  '0-50': ['50元以下', 0, 50],
  '50-200': ['50至200元', 50, 200],
  '200-': ['200元以上', 200, Number.POSITIVE_INFINITY],
};

function pageNumber(query: URLSearchParams): number {
  const n = Number(query.get('page') ?? '1');
  return Number.isInteger(n) && n > 0 ? n : 1;
}

function shelf(visit: Visit, offers: Offer[], address: (page: number) => string) {
  const pages = Math.max(1, Math.ceil(offers.length / PAGE_SIZE));
  const current = Math.min(pageNumber(visit.query), pages);
  return html`${cards(offers.slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE))}${pager(current, pages, address)}`;
}

/** `/category/{id}?sort=&price=&page=`; null where there is no such category. */
export function categoryPage(visit: Visit, id: string): Reply | null {
  const category = findCategory(id);
  if (!category) return null;
  const path = `/category/${category.id}`;
  const sort = visit.query.get('sort') ?? '';
  const band = visit.query.get('price') ?? '';
  let offers = offersOn(visit.day).filter((offer) => offer.goods.category === category.id);
  const limits = BANDS[band];
  if (limits) offers = offers.filter((offer) => offer.price >= limits[1] && offer.price < limits[2]);
  const order = SORTS[sort]?.[1];
  if (order) offers.sort(order);
  const query = limits ? `price=${band}` : order ? `sort=${sort}` : '';
  const body = html`<nav class="crumbs"><a href="/">首页</a> › ${category.name}</nav><h1>${category.name}</h1><p>${category.intro}</p>
<p class="sorts">排序：<a href="${path}">综合</a> ${Object.entries(SORTS).map(([key, [name]]) => html`<a href="${path}?sort=${key}">${name}</a> `)}
筛选：${Object.entries(BANDS).map(([key, [name]]) => html`<a href="${path}?price=${key}">${name}</a> `)}</p>
${shelf(visit, offers, (n) => `${path}?${query && `${query}&`}page=${n}`)}
<aside class="more"><h2>其他分类</h2><ul>${categories.map((c) => c !== category && html`<li><a href="/category/${c.id}">${c.name}</a></li>`)}</ul></aside>`;
  const canonical = html`<link rel="canonical" href="${visit.base}${path}">`;
  return page(layout({ visit, title: category.name, body, head: query && canonical }));
}

/** `/search?q=&page=`: goods and shops whose words contain the query. */
export function searchPage(visit: Visit): Reply {
  const q = (visit.query.get('q') ?? '').trim().slice(0, 60);
  const found = q
    ? offersOn(visit.day).filter(
        (o) => o.title.includes(q) || o.text.includes(q) || findShop(o.goods.shop).name.includes(q),
      )
    : [];
  const body = html`<h1>搜索：${q || '（未输入）'}</h1><p>找到 ${found.length} 件商品。</p>${shelf(
    visit,
    found,
    (n) => `/search?q=${encodeURIComponent(q)}&page=${n}`,
  )}`;
  return page(
    layout({ visit, title: `搜索 ${q}`, body, head: html`<meta name="robots" content="noindex">` }),
  );
}
