// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from './extract-page.ts';
import { permitKindOf, venueSigns } from './venue-signs.ts';

const signs = (html: string, url = 'https://shop.example/') =>
  venueSigns(
    extractPage({ bytes: new TextEncoder().encode(html), url, contentType: 'text/html; charset=utf-8' }),
  );

test('a footer with a permit tells its last day', () => {
  const [one] = signs(
    '<p>仿真食品有限公司 食品经营许可证编号：JY13301000000017 有效期至2024年5月1日</p><p>统一社会信用代码：91330100MA0XNX001Q</p>',
  ).shown.filter((operator) => operator.licences.length > 0);
  assert.equal(one?.licences.find((licence) => licence.kind === 'food')?.until, '2024-05-01');
});

test('a private seller and his declaration are read as shown', () => {
  const { individual, declarations, reach } = signs(
    '<html lang="zh-CN"><p>这是个人网店。</p><p>本人声明：个人从事零星小额交易活动，依法不需要办理市场主体登记。</p>',
  );
  assert.equal(individual, '个人网店');
  assert.match(declarations[0]!, /零星小额交易活动，依法不需要办理市场主体登记$/);
  assert.equal(reach, true);
});

test('links to a licence page are told apart from others', () => {
  const { licenceLinks } = signs('<a href="/yyzz.html">证照</a><a href="/help">帮助</a>');
  assert.deepEqual(licenceLinks, ['https://shop.example/yyzz.html']);
});

test('a foreign page does not speak to buyers here', () => {
  assert.equal(signs('<html lang="en"><p>All prices in US dollars. $12.00</p>').reach, false);
});

test('goods that need a permit are known by their approval numbers', () => {
  assert.equal(permitKindOf('感冒灵颗粒 国药准字Z00000000'), 'drug');
  assert.equal(permitKindOf('电子血压计 浙械注准20000000000'), 'device');
  assert.equal(permitKindOf('散装手工糕点 一斤'), 'food');
  assert.equal(permitKindOf('蛋糕模具 六寸'), null);
});
