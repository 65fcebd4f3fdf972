// SPDX-License-Identifier: Apache-2.0
import { offersOn } from '../goods.ts';
import { type Html, html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import type { Shop } from '../shops.ts';
import { cards } from './cards.ts';
import { drawnHome, isDrawn } from './detail.ts';
import { layout } from './layout.ts';

/** Home page of a shop: everything that it sells today. */
export function shopHome(visit: Visit, shop: Shop): Reply {
  const offers = offersOn(visit.day).filter((offer) => offer.goods.shop === shop.id);
  const list = isDrawn(shop) ? drawnHome(visit, shop) : html`<p>在售 ${offers.length} 件</p>${cards(offers)}`;
  const body = html`<nav class="crumbs"><a href="/">首页</a> › <a href="/shops">店铺</a> › ${shop.name}</nav>
<section class="shop-head"><h1>${shop.name}</h1><p>${shop.motto}</p>${shop.licenceLinked && html`<p><a href="${shop.licence}">经营者信息（营业执照）</a></p>`}</section>${list}`;
  return page(layout({ visit, title: shop.name, body, shop }));
}

function facts(shop: Shop): Html {
  const o = shop.operator;
  if (o.name === '') return html`<p>经营者信息资料整理中，请稍后再来。</p>`;
  const rows: [string, string | null][] = [
    ['店铺名称', shop.name],
    [o.uscc === null ? '经营者姓名' : '企业名称', o.name],
    ['统一社会信用代码', o.uscc],
    ['住所', o.address],
    ['成立日期', o.uscc === null ? null : o.established],
    ['营业期限', o.uscc === null ? null : `${o.established} 至 ${o.until ?? '长期'}`],
    ['经营范围', o.scope],
    ['登记机关', o.uscc === null ? null : '示例省样板市市场监督管理局（虚构）'],
    ['联系电话', o.phone],
    ['电子邮箱', o.mail],
    ['ICP备案号', shop.icp],
  ];
  return html`<table class="facts">${rows.map(([name, value]) => value !== null && html`<tr><th>${name}</th><td>${value}</td></tr>`)}${o.permits.map(
    (p) => html`<tr><th>${p.kind}</th><td>${p.number}（有效期至 ${p.until}）</td></tr>`,
  )}</table>`;
}

/** 经营者信息: who is behind the shop, as far as it tells. */
export function licencePage(visit: Visit, shop: Shop): Reply {
  const picture =
    shop.operator.uscc !== null &&
    html`<p><img src="/img/licence-${shop.id}.${shop.id === 'qinghe' ? 'png' : 'svg'}" width="420" height="300" alt="营业执照（示例）"></p>`;
  const body = html`<nav class="crumbs"><a href="/">首页</a> › <a href="${shop.home}">${shop.name}</a> › 经营者信息</nav>
<h1>经营者信息</h1><p>根据电子商务法第十五条，本店公示以下信息。</p>${facts(shop)}${picture}`;
  return page(layout({ visit, title: `经营者信息 - ${shop.name}`, body, shop }));
}
