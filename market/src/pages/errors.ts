// SPDX-License-Identifier: Apache-2.0
import type { Goods } from '../goods.ts';
import { html } from '../html.ts';
import { page, type Reply, redirect, type Visit } from '../reply.ts';
import type { Shop } from '../shops.ts';
import { layout } from './layout.ts';

export function notFound(visit: Visit): Reply {
  const body = html`<h1>找不到这个页面</h1><p>您要看的页面不存在或者已经移走。</p><p><a href="/">回首页</a></p>`;
  return page(layout({ visit, title: '找不到页面', body }), 404);
}

/** Goods that are not on sale today, in the four ways in which real sites say so. */
export function takenDown(visit: Visit, shop: Shop, goods: Goods): Reply {
  const body = html`<h1>商品已下架</h1><p>很抱歉，编号 ${goods.id} 的商品已下架，无法购买。</p><p><a href="${shop.home}">去店铺看看别的</a></p>`;
  const document = layout({ visit, title: '商品已下架', body, shop });
  switch (shop.gone) {
    case 'gone':
      return page(document, 410);
    case 'notice':
      return page(document, 200);
    case 'home':
      return redirect(shop.home, 302);
    case 'not-found':
      return page(document, 404);
  }
}
