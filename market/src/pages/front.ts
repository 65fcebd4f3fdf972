// SPDX-License-Identifier: Apache-2.0
import { categories } from '../categories.ts';
import { offersOn } from '../goods.ts';
import { html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import { pick } from '../seed.ts';
import { fair, findShop, shops } from '../shops.ts';
import { card, cards } from './cards.ts';
import { layout } from './layout.ts';
import { news } from './news.ts';

/** `/`: banners, categories, shops, and two shelves whose links are not the canonical ones. */
export function frontPage(visit: Visit): Reply {
  const offers = offersOn(visit.day);
  // A shelf with a tracking parameter: same page, another address, rel=canonical tells.
  const shelf = pick(
    offers.filter((o) => findShop(o.goods.shop).item('1').includes('?') === false),
    12,
    `front/${visit.day}`,
  );
  // A shelf with short links that redirect.
  const short = pick(offers, 8, `short/${visit.day}`);
  const fresh = pick(offers, 12, `fresh/${visit.day}`);
  const body = html`<section class="banner"><h1>${fair.name} ${fair.english}</h1><p>十家示例店铺，三百来件示例商品，每天价格有涨有落，有上架也有下架。</p><p><a href="/deals">看每日特价</a> <a href="/calendar">活动日历</a></p></section>
<section><h2>商品分类</h2><ul class="tiles">${categories.map((c) => html`<li><a href="/category/${c.id}"><b>${c.name}</b></a><span>${c.intro}</span></li>`)}</ul></section>
<section><h2>今日推荐</h2><ul class="cards">${shelf.map((offer) => card(offer, '?from=home'))}</ul></section>
<section><h2>入驻店铺</h2><ul class="tiles">${shops.map((s) => html`<li><a href="${s.home}"><b>${s.name}</b></a><span>${s.motto}</span></li>`)}</ul></section>
<section><h2>快捷直达</h2><ol class="short">${short.map((offer) => html`<li><a href="/i/${offer.id}">${offer.title}</a></li>`)}</ol></section>
<section><h2>新近浏览</h2>${cards(fresh)}</section>
<section><h2>公告</h2><ul>${news.map((n) => html`<li><a href="/news/${n.id}">${n.title}</a></li>`)}<li><a href="/news/warehouse">仓库盘点公告（页面较慢）</a></li></ul></section>`;
  return page(
    layout({
      visit,
      title: '首页',
      body,
      head: html`<meta name="description" content="${fair.name}：以网的示例集市，供巡查演示与测试。">`,
    }),
  );
}

/** `/shops`: the ten shops. */
export function shopsPage(visit: Visit): Reply {
  const body = html`<h1>全部店铺</h1><ul class="tiles">${shops.map(
    (s) => html`<li><a href="${s.home}"><b>${s.name}</b></a><span>${s.motto}</span></li>`,
  )}</ul>`;
  return page(layout({ visit, title: '全部店铺', body }));
}
