// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '../extract-page.ts';

const own = (html: string, url = 'https://shop.example/some-goods') => {
  const facts = extractPage({ bytes: new TextEncoder().encode(`<!DOCTYPE html>${html}`), url });
  return { ...facts.listings[0], warnings: facts.warnings };
};
const ld = (sku: string): string =>
  `<script type="application/ld+json">{"@type":"Product","name":"某某仿真水壶","sku":"${sku}","offers":{"price":"39","priceCurrency":"CNY"}}</script>`;
const page =
  '<title>某某仿真水壶</title><h1>某某仿真水壶</h1><p class="price">¥39.00</p><button>加入购物车</button>';

test('the code shown to readers goes before one only machines are told', () => {
  const listing = own(`${ld('993001-7')}${page}<p>商品编号：KT-2001</p>`);
  assert.equal(listing.sku, 'KT-2001');
  assert.match(listing.warnings.join(), /code: "993001-7" by data for machines, "KT-2001" as shown/);
});

test('a code for machines that stands in the text stays', () => {
  assert.equal(own(`${ld('KT-2001')}${page}<p>货号：A1</p><p>KT-2001</p>`).sku, 'KT-2001');
});

test('words are no code', () => {
  assert.equal(
    own(`${ld('Blue Kettle')}${page}`, 'https://shop.example/itm/302000000001').sku,
    '302000000001',
  );
});

test("the page's address has the code where nothing else does; the maker's goes before an unsure one", () => {
  assert.equal(own(page, 'https://shop.example/item/58001.html').sku, '58001');
  assert.equal(own(`${page}<p>Model: QB-737</p>`, 'https://shop.example/kettle-58001.html').sku, 'QB-737');
});

test('a code in an element that is called one', () => {
  assert.equal(own(`${page}<span class="product-code">0638-K</span>`).sku, '0638-K');
});
