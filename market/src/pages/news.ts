// SPDX-License-Identifier: Apache-2.0
import { html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import { layout } from './layout.ts';

export const news = [
  {
    id: '1',
    title: '样集市开集公告',
    text: '样集市于二〇二六年一月十五日开集，十家示例店铺入驻，商品与主体均为虚构。',
  },
  {
    id: '2',
    title: '入驻店铺信息再核验通知',
    text: '请各店铺核对主体名称、统一社会信用代码与许可信息，核验每六个月进行一次。',
  },
  { id: '3', title: '物流调整说明', text: '示例快递线路调整，样板市以外地区时效顺延一日。' },
  { id: '4', title: '退换货规则更新', text: '退换货规则增加了质量问题的换货期限说明，自公示七日后施行。' },
];

/** Addresses that real sites leave behind: moved goods, a page that is gone, a redirect loop. */
export const leftovers = [
  '/old/product_11001.htm',
  '/old/product_23020.htm',
  '/promo/2019/spring',
  '/loop/a',
];

const FILLER = [
  '本公告由样集市示例运营小组发布，所涉名称、时间与数字仅用于演示巡查与测试，不构成任何要约。',
  '如公告内容与平台规则不一致，以平台规则为准；规则修改前会在首页公示征求意见，期限不少于七日。',
  '店铺对公告内容有疑问，可以在工作日拨打平台客服电话，或者通过站内信联系示例运营小组。',
  '消费者可以在订单页查看与本公告有关的订单状态，需要帮助时请说明订单号与所购商品。',
];

/** `/news`: all announcements. */
export function newsList(visit: Visit): Reply {
  const body = html`<h1>公告</h1><ul>${news.map((n) => html`<li><a href="/news/${n.id}">${n.title}</a></li>`)}<li><a href="/news/warehouse">仓库盘点公告（页面较慢）</a></li></ul><h2>历史专题</h2><ul>${leftovers.map((path, i) => html`<li><a href="${path}">往期专题 ${i + 1}</a></li>`)}</ul>${FILLER.map((p) => html`<p>${p}</p>`)}`;
  return page(layout({ visit, title: '公告', body }));
}

/** `/news/{id}`; null where there is none. `warehouse` is the slow page: its answer waits. */
export function newsPage(visit: Visit, id: string): Reply | null {
  const slow = id === 'warehouse';
  const entry = slow
    ? { title: '仓库盘点公告', text: '仓库正在盘点，查询库存需要一些时间，本页故意等待三秒才回答。' }
    : news.find((n) => n.id === id);
  if (!entry) return null;
  const body = html`<nav class="crumbs"><a href="/">首页</a> › <a href="/news">公告</a></nav><article><h1>${entry.title}</h1><p>${entry.text}</p>${FILLER.map((p) => html`<p>${p}</p>`)}</article>`;
  return { ...page(layout({ visit, title: entry.title, body })), ...(slow && { delayMs: 3000 }) };
}
