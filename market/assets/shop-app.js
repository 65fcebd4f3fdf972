// SPDX-License-Identifier: Apache-2.0
// Draws the pages of the shops whose server sends only data: from the state in the page, or from a JSON address.
const root = document.getElementById('app');

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children.filter((child) => child !== null));
  return node;
}

const yuan = (amount) => `¥${amount.toFixed(2)}`;

function card(goods) {
  return element(
    'li',
    { class: 'card' },
    element(
      'a',
      { href: goods.url },
      element('img', { src: goods.image, width: 220, height: 157, alt: goods.imageAlt }),
    ),
    element('p', { class: 'name' }, element('a', { href: goods.url }, goods.goodsName)),
    element(
      'p',
      { class: 'cost' },
      element('b', {}, yuan(goods.salePrice)),
      goods.marketPrice === null ? null : element('del', {}, yuan(goods.marketPrice)),
    ),
  );
}

function priceHistory(rows) {
  const head = element('tr', {}, element('th', {}, '日期'), element('th', {}, '成交价'));
  const body = rows.map(([date, price]) =>
    element('tr', {}, element('td', {}, date), element('td', {}, price.toFixed(2))),
  );
  return element(
    'table',
    { class: 'price-history', 'data-price-history': JSON.stringify(rows) },
    head,
    ...body,
  );
}

function detail({ goods, shop }) {
  return element(
    'article',
    { class: 'product' },
    element(
      'div',
      { class: 'gallery' },
      element('img', { src: goods.images[0], width: 420, height: 420, alt: goods.imageAlt }),
    ),
    element(
      'div',
      { class: 'buy' },
      element('h1', { class: 'product-title' }, goods.goodsName),
      element(
        'p',
        { class: 'price-line' },
        '价格 ',
        element('span', { class: 'price' }, yuan(goods.salePrice)),
        goods.marketPrice === null ? null : ' 原价 ',
        goods.marketPrice === null
          ? null
          : element('del', { class: 'original-price' }, yuan(goods.marketPrice)),
      ),
      element('p', { class: 'seller' }, '店铺：', element('a', { href: shop.home }, shop.name)),
      element('p', {}, `已售 ${goods.sold} 件 · 库存 ${goods.stock} 件`),
    ),
    element(
      'section',
      { class: 'detail' },
      element('h2', {}, '商品详情'),
      element('p', { class: 'description' }, goods.desc),
      ...goods.care.map((line) => element('p', {}, line)),
    ),
    element('section', { class: 'history' }, element('h2', {}, '价格走势'), priceHistory(goods.priceHistory)),
    element(
      'section',
      { class: 'reviews' },
      element('h2', {}, '买家评价'),
      ...goods.reviews.map((r) =>
        element('blockquote', {}, `${'★'.repeat(r.stars)} ${r.text} `, element('cite', {}, r.name)),
      ),
    ),
    element(
      'section',
      { class: 'questions' },
      element('h2', {}, '买家提问'),
      ...goods.questions.map(([q, a]) => element('p', {}, `问：${q} 答：${a}`)),
    ),
  );
}

async function start() {
  const state = window.__INITIAL_STATE__ ?? (await (await fetch(root.dataset.api)).json());
  const heading = state.goods ? '同店其他商品' : '在售商品';
  root.replaceChildren(
    ...(state.goods ? [detail(state)] : []),
    element('h2', {}, heading),
    element('ul', { class: 'cards' }, ...state.list.map(card)),
  );
  document.title = `${state.goods ? `${state.goods.goodsName} - ` : ''}${state.shop.name} - 样集市`;
}

start();
