// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imageKeys, textBands, textLikeness } from './text-print.ts';

const TEXT = '高仿样本手表 一比一复刻机芯 支持验货 七天包换 量大从优 全国包邮 送礼盒 送发票样式';
const share = (a: string, b: string) => textBands(a).filter((band) => textBands(b).includes(band)).length;

test('the same goods under slightly other words share a band, other goods none', () => {
  assert.ok(share(TEXT, `【新店】${TEXT.replace('全国包邮', '顺丰包邮')}`) >= 1);
  assert.equal(share(TEXT, '棉布袋 手工缝制 纯色大号 环保购物 可印字 起订一百只 价格面议 厂家直销'), 0);
  assert.deepEqual(textBands('短'), []);
});

test('punctuation, width and spaces are no difference', () => {
  assert.deepEqual(textBands(TEXT), textBands(TEXT.replaceAll(' ', '，')));
  assert.equal(textLikeness(TEXT, TEXT.replaceAll(' ', '')), 1);
  assert.ok(textLikeness(TEXT, '棉布袋 手工缝制') < 0.05);
});

test('pictures are known by digest-like names whatever their size and host', () => {
  assert.deepEqual(
    imageKeys([
      'https://a.example/i/0123456789abcdef01_400x400.jpg',
      'https://b.example/0123456789ABCDEF01.jpg_800x800.webp',
    ]),
    ['0123456789abcdef01'],
  );
  assert.deepEqual(imageKeys(['https://a.example/img/1.jpg', 'https://b.example/img/1.jpg']), [
    'a.example/img/1.jpg',
    'b.example/img/1.jpg',
  ]);
});
