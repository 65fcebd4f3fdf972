// SPDX-License-Identifier: Apache-2.0
import { offersOn } from '../goods.ts';
import { html } from '../html.ts';
import { page, type Reply, type Visit } from '../reply.ts';
import { pick, seed } from '../seed.ts';
import { cards } from './cards.ts';
import { layout } from './layout.ts';

/** `/calendar[/{year}/{month}]`: the calendar trap. There is always a next month; nothing ever stands in one. */
export function calendarPage(visit: Visit, year: number, month: number): Reply | null {
  if (!(year >= 1000 && year <= 9999 && month >= 1 && month <= 12)) return null;
  const step = (by: number) => {
    const at = year * 12 + month - 1 + by;
    return `/calendar/${Math.floor(at / 12)}/${(at % 12) + 1}`;
  };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const body = html`<h1>${year}年${month}月 活动日历</h1><p><a href="${step(-1)}">上个月</a> <a href="${step(1)}">下个月</a></p>
<table class="calendar">${Array.from({ length: days }, (_, i) => html`<tr><th>${month}月${i + 1}日</th><td>暂无活动安排</td></tr>`)}</table>`;
  return page(layout({ visit, title: `${year}年${month}月`, body }));
}

const DEAL_PAGES = 3;

/**
 * `/deals[/{n}]?sid=`: the session trap. Every address carries a session id, and each page offers one more session
 * with the same content; rel=canonical names the address without one.
 */
export function dealsPage(visit: Visit, n: number): Reply | null {
  if (!(n >= 1 && n <= DEAL_PAGES)) return null;
  const sid = visit.query.get('sid') ?? seed(`sid/${visit.day}`).toString(16);
  const next = seed(`sid/${sid}`).toString(16);
  const offers = pick(offersOn(visit.day), 24, `deals/${visit.day}`).slice((n - 1) * 8, n * 8);
  const body = html`<h1>每日特价</h1><p>第 ${n} 组，共 ${DEAL_PAGES} 组。<a href="/deals?sid=${next}">换一批</a></p>${cards(offers)}
<nav class="pager">${Array.from({ length: DEAL_PAGES }, (_, i) => html`<a href="/deals/${i + 1}?sid=${sid}">${i + 1}</a> `)}</nav>`;
  const canonical = `${visit.base}/deals${n > 1 ? `/${n}` : ''}`;
  return page(
    layout({ visit, title: '每日特价', body, head: html`<link rel="canonical" href="${canonical}">` }),
  );
}
