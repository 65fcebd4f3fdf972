// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { extractPage } from './extract-page.ts';

const page = (html: string, url = 'https://shop.example/p/1') =>
  extractPage({ bytes: new TextEncoder().encode(html), url, contentType: 'text/html; charset=utf-8' });

test('says who trades, what is offered and where it links', () => {
  const facts = page(
    '<html lang="zh-CN"><title>示例茶 - 某某店</title><meta name="robots" content="noindex, NOFOLLOW"><h1>示例茶</h1><p class="price">¥12.50</p>' +
      '<button>加入购物车</button><a href="/next">下一页</a><footer>企业名称：某某示例茶业有限公司 浙ICP备20200001号</footer>',
  );
  assert.equal(facts.language, 'zh-CN');
  assert.equal(facts.kindHint, 'product');
  assert.deepEqual(facts.robotsMeta, ['noindex', 'nofollow']);
  assert.equal(facts.listings[0]?.title, '示例茶');
  assert.equal(facts.listings[0]?.price, 12.5);
  assert.equal(facts.operators[0]?.name, '某某示例茶业有限公司');
  assert.deepEqual(facts.links, ['https://shop.example/next']);
  assert.match(facts.text, /示例茶\n¥12.50/);
});

test('the only price is what one pays whatever its class says; opinions are counted, not paid', () => {
  const facts = page(
    '<title>面膜 十片 - 某某店</title><h1>面膜 十片</h1><p class="price-line">价格 <span class="price">¥88.00</span></p>' +
      '<h2>买家评价（7）</h2><p>不错</p>',
  );
  assert.deepEqual([facts.listings[0]?.title, facts.listings[0]?.price], ['面膜 十片', 88]);
});

test('plain markup tells what it says of the goods', () => {
  const shop = (words: string) =>
    page(
      `<title>草药膏 - 某某店</title><h1>草药膏</h1><p>售价：<em>￥19.90</em> 元</p><p>货号：16001</p>${words}`,
    ).listings[0]?.description;
  assert.equal(
    shop('<div class="x"><h2>宝贝描述</h2><p>三天见效。</p><table><tr><td>产地</td></tr></table></div>'),
    '三天见效。',
  );
  assert.equal(
    shop(
      '<section><h2>商品详情</h2><p class="description">治疗湿疹。</p><p>如需发票请填写抬头。</p></section>',
    ),
    '治疗湿疹。',
  );
  assert.equal(
    shop(
      '<table><tr><td><b>说明</b><br>冷榨，凉拌用。<table><tr><td>编号</td></tr></table></td></tr></table>',
    ),
    '冷榨，凉拌用。',
  );
  assert.equal(shop('<p>没有别的</p>'), null);
});

test('one page after another is read afresh, also after a large one', () => {
  const small = JSON.stringify(page('<h1>a</h1><p class=price>¥1</p><button>立即购买</button>'));
  page(`<ul>${'<li class="x"><a href="/a">b</a></li>'.repeat(20_000)}</ul>`);
  assert.equal(JSON.stringify(page('<h1>a</h1><p class=price>¥1</p><button>立即购买</button>')), small);
});

test('random bytes never make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      extractPage({ bytes, url: 'https://shop.example/', contentType: null });
    }),
  );
});

test('random markup never makes it throw', () => {
  const piece = fc.constantFrom(
    '<div class="price">',
    '</div>',
    '<a href="',
    '">',
    '¥',
    '12.',
    '9',
    ',',
    '元',
    '<del>',
    '<li>',
    '<script type="application/ld+json">',
    '{"@type":"Product","offers":',
    '[{"price":',
    '}',
    ']',
    '</script>',
    '<p itemscope itemprop="x" itemref="a">',
    '<b id="a" typeof="Product" property="offers" rel="y">',
    '<meta property="og:type" content="product">',
    '企业名称：',
    '有限公司',
    '统一社会信用代码：',
    '9133',
    '浙ICP备',
    '号',
    '<!--',
    '-->',
    '<svg>',
    '<template>',
    '<table>',
    '<td>',
    '\u0000',
    '&#x110000;',
    '<base href="::">',
    '<script>window.a={price:',
    'JSON.parse("',
    '<textarea>',
    '<h1>',
    'http://[',
    '<iframe src=',
    '<noscript>',
    'window.__NUXT__=(function(a){return {',
    'price:a',
    '}}(1));',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (parts) => {
      const facts = page(parts.join(''));
      for (const listing of facts.listings) assert.ok(listing.title.length > 0);
    }),
    { numRuns: 400 },
  );
});

test('hostile pages stay within time', () => {
  const cases = [
    `<script type="application/ld+json">${'['.repeat(100_000)}</script>`,
    `<script type="application/ld+json">${'{"a":'.repeat(50_000)}</script>`,
    `<script>window.a = ${'{"price":['.repeat(30_000)}</script>`,
    `<p>${'企业名称：'.repeat(40_000)}</p>`,
    `<p>${'某某'.repeat(100_000)}有限公司</p>`,
    `<p>${'1'.repeat(300_000)}</p>`,
    `<p>${'1 '.repeat(150_000)}电话</p>`,
    `${'<li class="item"><a href="/a">x</a>¥1'.repeat(5_000)}`,
    `${'<div class="price">¥1'.repeat(5_000)}`,
    `<a href="${'a'.repeat(1_000_000)}">x</a>`,
    `${'<div itemscope itemprop="a">'.repeat(3_000)}`,
    `<div itemscope itemref="a"></div>${'<i id="a" itemscope itemprop="b" itemref="a">'.repeat(500)}`,
  ];
  for (const html of cases) {
    const started = performance.now();
    page(html);
    assert.ok(
      performance.now() - started < 4000,
      `${html.slice(0, 40)} took ${performance.now() - started} ms`,
    );
  }
});

test('a list of one is a card, never the product of the page', () => {
  const html = `<h1>食品茶饮</h1><ul class="cards"><li class="card"><a href="/p/8"><img src="/8.svg" alt=""></a>
    <p class="name"><a href="/p/8">示例礼盒 熟茶</a></p><p class="cost"><b>¥388.00</b></p></li></ul>`;
  const { listings } = extractPage({
    bytes: new TextEncoder().encode(html),
    url: 'https://shop.example/category/food?price=200-',
    contentType: 'text/html; charset=utf-8',
  });
  assert.deepEqual(
    listings.map(({ title, url }) => [title, url]),
    [['示例礼盒 熟茶', 'https://shop.example/p/8']],
  );
});
