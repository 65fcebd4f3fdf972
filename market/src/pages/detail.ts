// SPDX-License-Identifier: Apache-2.0
import { findCategory } from '../categories.ts';
import { type Goods, type Offer, offerOn, offersOn, onSale } from '../goods.ts';
import { type Html, html, scriptJson } from '../html.ts';
import { structuredHead } from '../markup/head.ts';
import { marksFor } from '../markup/marks.ts';
import { homeState, itemState } from '../markup/state.ts';
import { json, page, type Reply, type Visit } from '../reply.ts';
import { pick } from '../seed.ts';
import { findShop, type Shop } from '../shops.ts';
import { cards } from './cards.ts';
import { detailParts, historyTable, specRows } from './detail-parts.ts';
import { notFound, takenDown } from './errors.ts';
import { layout, yuan } from './layout.ts';

function related(visit: Visit, offer: Offer): Offer[] {
  const others = offersOn(visit.day).filter((o) => o.goods.shop === offer.goods.shop && o.id !== offer.id);
  return pick(others, 6, `related/${offer.id}`);
}

/** The usual product page; the markup style shows in its attributes and in its head. */
function usual(shop: Shop, offer: Offer, others: Offer[]): Html {
  const m = marksFor(shop.markup);
  return html`<article class="product"${m.product}>
<div class="gallery"><img${m.image} src="/img/${offer.id}-1.svg" width="420" height="420" alt="${offer.goods.alt ?? offer.title}"><p>${[2, 3].map((n) => html`<img src="/img/${offer.id}-${n}.svg" width="80" height="80" alt="细节图${n}"> `)}</p></div>
<div class="buy"><h1 class="product-title"${m.name}>${offer.title}</h1>
<div class="offer"${m.offer}><p class="price-line">价格 <span class="price"${m.price(offer.price)}>¥${yuan(offer.price)}</span>${offer.was !== null && html` 原价 <del class="original-price">¥${yuan(offer.was)}</del>`}</p>${m.hidden(offer.id)}
<p class="seller"${m.seller}>店铺：<a href="${shop.home}"><span${m.name}>${shop.name}</span></a></p></div>
<p>已售 ${offer.sold} 件 · 库存 ${offer.stock} 件</p><p><a class="button" href="/cart/add?id=${offer.id}" rel="nofollow">加入购物车</a></p></div>
<section class="detail"><h2>商品详情</h2><p class="description"${m.description}>${offer.text}</p>${specRows(offer)}</section>
${historyTable(offer)}${detailParts(offer)}</article>
<aside class="related"><h2>同店其他商品</h2>${cards(others)}</aside>`;
}

/** Plain markup with names of its own: nothing says "product" or "price" but the words and the look. */
function plain(shop: Shop, offer: Offer, others: Offer[]): Html {
  return html`<div class="wrap"><div class="tu"><img src="/img/${offer.id}-1.svg" width="420" height="420" alt="${offer.goods.alt ?? offer.title}"></div>
<div class="xinxi"><h1 class="biaoti">${offer.title}</h1><p class="jiage">售价：<em>￥${yuan(offer.price)}</em> 元${offer.was !== null && html`　原价：<s>￥${yuan(offer.was)}</s>`}</p>
<p>货号：${offer.id}　库存：${offer.stock}　销量：${offer.sold}</p><p>店铺：<a href="${shop.home}">${shop.name}</a></p></div>
<div class="xiangqing"><h2>宝贝描述</h2><p>${offer.text}</p>${specRows(offer)}</div>${historyTable(offer)}${detailParts(offer)}</div>
<div class="tuijian"><h2>看了又看</h2>${cards(others)}</div>`;
}

/** Nested tables, as shops of twenty years ago have them. */
function table(shop: Shop, offer: Offer, others: Offer[]): Html {
  return html`<table width="960" align="center" cellpadding="4"><tr><td width="360" valign="top"><img src="/img/${offer.id}-1.svg" width="340" height="340" alt="${offer.goods.alt ?? offer.title}"></td>
<td valign="top"><table width="100%"><tr><td colspan="2"><font size="5"><b>${offer.title}</b></font></td></tr>
<tr><td width="90">本店价</td><td><font color="#cc0000" size="4">${yuan(offer.price)}元</font></td></tr>${
    offer.was !== null && html`<tr><td>市场价</td><td><strike>${yuan(offer.was)}元</strike></td></tr>`
  }<tr><td>编号</td><td>${offer.id}</td></tr><tr><td>卖家</td><td><a href="${shop.home}">${shop.name}</a></td></tr></table></td></tr>
<tr><td colspan="2"><b>说明</b><br>${offer.text}${specRows(offer)}${historyTable(offer)}${detailParts(offer)}</td></tr></table>
<h3>本店还有</h3>${cards(others)}`;
}

/** An empty page and a script; the state is in the page, or behind a JSON address. */
function shell(shop: Shop, state: unknown, api: string): Html {
  const data =
    shop.markup === 'state' && html`<script>window.__INITIAL_STATE__=${scriptJson(state)};</script>`;
  const source = shop.markup === 'script' && html` data-api="${api}"`;
  return html`<div id="app"${source}><noscript>请打开脚本后查看本店商品。</noscript></div>${data}<script src="/assets/shop-app.js" defer></script>`;
}

export const isDrawn = (shop: Shop): boolean => shop.markup === 'script' || shop.markup === 'state';

/** Home page of a shop that is drawn by script. */
export function drawnHome(visit: Visit, shop: Shop): Html {
  const offers = offersOn(visit.day).filter((o) => o.goods.shop === shop.id);
  return shell(shop, homeState(shop, offers), `/star/api/home.json`);
}

function body(visit: Visit, shop: Shop, offer: Offer): Html {
  const others = related(visit, offer);
  if (isDrawn(shop)) return shell(shop, itemState(shop, offer, others), `/star/api/item/${offer.id}.json`);
  if (shop.markup === 'plain') return plain(shop, offer, others);
  if (shop.markup === 'table') return table(shop, offer, others);
  return usual(shop, offer, others);
}

/** The page of some goods, or that they are gone. */
export function detailPage(visit: Visit, goods: Goods): Reply {
  const shop = findShop(goods.shop);
  if (!onSale(goods, visit.day)) return goods.on ? takenDown(visit, shop, goods) : notFound(visit);
  const offer = offerOn(goods, visit.day);
  const category = findCategory(goods.category);
  const crumbs = html`<nav class="crumbs"><a href="/">首页</a> › <a href="/category/${goods.category}">${category?.name}</a> › <a href="${shop.home}">${shop.name}</a></nav>`;
  // A page that is drawn by script does not name its goods before the script ran.
  const title = shop.markup === 'script' ? shop.name : `${offer.title} - ${shop.name}`;
  const head = structuredHead(visit, shop, offer);
  return page(layout({ visit, title, head, shop, body: html`${crumbs}${body(visit, shop, offer)}` }));
}

/** `/star/api/…`: the data that the script-drawn shop fetches. */
export function starApi(visit: Visit, id: string | null): Reply {
  const shop = findShop('star');
  const offers = offersOn(visit.day).filter((o) => o.goods.shop === shop.id);
  if (id === null) return json(homeState(shop, offers));
  const offer = offers.find((o) => o.id === id);
  return offer ? json(itemState(shop, offer, related(visit, offer))) : json({ error: 'no such goods' }, 404);
}
