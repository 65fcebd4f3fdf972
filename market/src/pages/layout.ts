// SPDX-License-Identifier: Apache-2.0
import { dateOf } from '../calendar.ts';
import { categories } from '../categories.ts';
import { type Html, type HtmlValue, html, raw } from '../html.ts';
import type { Visit } from '../reply.ts';
import { fair, type Shop } from '../shops.ts';

export interface Sheet {
  visit: Visit;
  title: string;
  body: HtmlValue;
  /** More for the head: structured data, canonical links. */
  head?: HtmlValue;
  shop?: Shop;
}

/** Prices as the fair writes them: `59.00`. */
export function yuan(amount: number): string {
  return amount.toFixed(2);
}

const HOT = ['收纳箱', '绿茶', '积木', '帐篷', '文具', '花盆'];

function header(visit: Visit): Html {
  return html`<header class="top"><div class="bar"><span>今天是 ${dateOf(visit.day)}，欢迎来到${fair.name}（示例站点，不发货）</span>
<nav><a href="/account/login" rel="nofollow">登录</a> <a href="/cart" rel="nofollow">购物车</a> <a href="/help/contact">联系我们</a> <a href="/help/rules">平台规则</a></nav></div>
<div class="brand"><a class="logo" href="/">${fair.name}<small>${fair.english}</small></a>
<form action="/search" method="get" role="search"><input name="q" aria-label="搜索商品" placeholder="搜商品、店铺"><button>搜索</button>
<p class="hot">热门：${HOT.map((word) => html`<a href="/search?q=${encodeURIComponent(word)}">${word}</a> `)}</p></form></div>
<nav class="cats"><ul><li><a href="/">首页</a></li>${categories.map((c) => html`<li><a href="/category/${c.id}">${c.name}</a></li>`)}<li><a href="/shops">全部店铺</a></li><li><a href="/deals">每日特价</a></li></ul></nav></header>`;
}

const PROMISES: [string, string][] = [
  [
    '购物指南',
    '挑选商品、加入购物车、填写收货地址、确认付款，四步完成。首次购物请先阅读平台规则与示例站点说明。',
  ],
  ['配送方式', '样板市区次日送达，其他地区二至五日。偏远地区运费在结算页显示，签收时请当面检查外包装。'],
  [
    '售后服务',
    '签收七日内不影响二次销售的商品可以退货，质量问题十五日内可以换货，具体以商品页写明的例外为准。',
  ],
  ['商家入驻', '入驻店铺须提交主体身份与许可信息，平台核验登记，每六个月再核验一次，并在店铺首页公示。'],
  ['投诉与举报', '对商品或店铺有意见，可以联系店铺客服或平台客服，也可以向市场监督管理部门投诉举报。'],
];

function footer(shop: Shop | undefined): Html {
  const shopLine =
    shop &&
    html`<div class="shop-foot"><p>本店由 <strong>${shop.footerName ?? (shop.operator.name || shop.name)}</strong> 经营${
      shop.licenceLinked && html` · <a href="${shop.licence}">经营者信息</a>`
    }${shop.icp && html` · ${shop.icp}`}</p>${
      shop.emark &&
      html`<p><a class="e-mark" href="${shop.emark}" title="电子营业执照亮照标识"><img src="/img/emark.svg" width="60" height="20" alt="电子标识"></a></p>`
    }</div>`;
  return html`<footer>${shopLine}<dl class="promises">${PROMISES.map(([name, text]) => html`<dt>${name}</dt><dd>${text}</dd>`)}</dl>
<p class="links"><a href="/help/about">关于${fair.name}</a> | <a href="/help/rules">平台规则</a> | <a href="/help/forbidden-goods">禁限售目录</a> | <a href="/help/returns">退换货说明</a> | <a href="/help/licence">平台证照信息</a> | <a href="/news">公告</a> | <a href="/calendar">活动日历</a> | 友情链接：<a href="https://shop.example/" rel="external">某某示例商城</a> <a href="https://other-fair.example/index.html" rel="external">另一个样集市</a></p>
<p class="fine">平台经营者：${fair.operator} 统一社会信用代码：${fair.uscc} 客服电话：${fair.phone}</p>
<p class="fine"><a href="https://icp.example/">${fair.icp}</a> <a href="https://police.example/">${fair.police}</a> © 2026 ${fair.english}。本站所有店铺、主体、证照与商品均为虚构示例。</p></footer>`;
}

/** A whole document: head, the fair's header, the body, the footer. */
export function layout({ visit, title, body, head, shop }: Sheet): Html {
  const lang = raw('<!DOCTYPE html>\n<html lang="zh-CN">');
  return html`${lang}<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - ${fair.name}</title>
<link rel="stylesheet" href="/assets/fair.css"><link rel="icon" href="/img/icon.svg">
${head}
</head>
<body class="${shop ? `shop-${shop.id}` : 'fair'}">
${header(visit)}
<main>${body}</main>
${footer(shop)}
</body></html>
`;
}
