// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeInAddress } from './address-codes.ts';

const cases: [string, string | null, boolean?][] = [
  ['https://shop.example/some-name/dp/B0EXAMPLE1/ref=x', 'B0EXAMPLE1', true],
  ['https://shop.example/itm/some-name/302000000001?hash=1', '302000000001', true],
  ['https://shop.example/goods.php?id=1204', '1204', true],
  ['https://shop.example/item.htm?spm=a.1&id=680000000001', '680000000001', true],
  ['https://shop.example/100012345678.html', '100012345678', false],
  ['https://shop.example/product/00123.html', '00123', true],
  ['https://shop.example/index.php?route=product/product&product_id=42', '42', true],
  ['https://shop.example/p-some-watch-304103-14347.html', '14347', false],
  ['https://shop.example/blog/2024', null],
  ['https://shop.example/news/20240501.html', null],
  ['https://shop.example/products/blue-tea-pot', null],
];
for (const [address, code, sure] of cases)
  test(`the code in ${address}`, () =>
    assert.deepEqual(codeInAddress(address), code === null ? null : { code, sure }));
