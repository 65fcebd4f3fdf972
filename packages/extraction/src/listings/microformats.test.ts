// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '../extract-page.ts';

const listings = (html: string) =>
  extractPage({ bytes: new TextEncoder().encode(`<!DOCTYPE html>${html}`), url: 'https://shop.example/p/1' })
    .listings;

test('h-product with its price, picture, brand and code', () => {
  const [one, ...rest] = listings(`<div class="h-product"><h2 class="p-name">仿真陶壶</h2>
    <img class="u-photo" src="/pot.jpg"><a class="u-url" href="/pots/7">more</a><span class="p-price">¥29.95</span>
    <data class="p-identifier" value="POT-7"></data><p class="p-brand h-card"><span class="p-name">某某示例陶坊</span></p>
    <p class="e-description">手工烧制</p></div>`);
  assert.equal(rest.length, 0);
  assert.deepEqual(
    [one?.title, one?.price, one?.brand, one?.url, one?.images, one?.sku, one?.description],
    [
      '仿真陶壶',
      29.95,
      '某某示例陶坊',
      'https://shop.example/pots/7',
      ['https://shop.example/pot.jpg'],
      'POT-7',
      '手工烧制',
    ],
  );
});

test('the older hProduct, several of them a list', () => {
  const found = listings(
    ['A', 'B']
      .map(
        (x, i) =>
          `<div class="hproduct"><span class="fn">Sample kettle ${x}</span> <span class="price">$${i + 1}9.00</span> <a class="url" href="/k/${x}">more</a></div>`,
      )
      .join(''),
  );
  assert.deepEqual(
    found.map((l) => [l.title, l.price, l.currency, l.url]),
    [
      ['Sample kettle A', 19, 'USD', 'https://shop.example/k/A'],
      ['Sample kettle B', 29, 'USD', 'https://shop.example/k/B'],
    ],
  );
});
