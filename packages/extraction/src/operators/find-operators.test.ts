// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMod1110 } from './check-digits.ts';
import { findOperators } from './find-operators.ts';

const licences = (line: string): string[] =>
  findOperators(line).flatMap((o) => o.licences.map((l) => `${l.kind} ${l.number} ${l.valid}`));

const permits: [string, string[]][] = [
  ['网络文化经营许可证：浙网文[2099]0000-027号', ['culture 浙网文[2099]0000-027号 null']],
  ['苏网文[2099] 1000-026号', ['culture 苏网文[2099]1000-026号 null']],
  ['信息网络传播视听节目许可证：1100000号', ['culture 1100000号 null']],
  ['增值电信业务经营许可证：浙B2-20990001-1', ['telecom 浙B2-20990001-1 true']],
  ['合字A1.B1.B2-20990017', ['telecom 合字A1.B1.B2-20990017 true']],
  ['增值电信业务经营许可证B2-209900011', ['telecom B2-209900011 false']],
  ['京 ICP 证 990745 号', ['icp 京ICP证990745号 true']],
  ['互联网药品信息服务资质证书编号：浙-（经营性）-2099-0005', ['drug 浙-（经营性）-2099-0005 null']],
  ['互联网药品信息服务资格证编号(京)-非经营性-2099-0008', ['drug (京)-非经营性-2099-0008 null']],
  ['（京）网药平台备字〔2099〕第000002号', ['drug （京）网药平台备字〔2099〕第000002号 null']],
  ['（沪）网械平台备字[2099]第00012号', ['device （沪）网械平台备字[2099]第00012号 null']],
  ['医疗器械经营备案凭证编号：浙杭食药监械经营备20990123号', ['device 浙杭食药监械经营备20990123号 null']],
  ['出版物经营许可证编号新出发(苏)批字第N-999号', ['publication 新出发(苏)批字第N-999号 null']],
  ['新出发京零 字第大990007号', ['publication 新出发京零字第大990007号 null']],
  ['互联网出版许可证编号新出网证(京)字999号', ['publication 新出网证(京)字999号 null']],
  ['互联网新闻信息服务许可证99220180008', ['news 99220180008 null']],
  ['广播电视节目制作经营许可证（京）字第9763号', ['culture （京）字第9763号 null']],
  ['浙卫网审【2099】6号', ['medical 浙卫网审【2099】6号 null']],
  ['烟草专卖零售许可证号：999106100001', ['tobacco 999106100001 null']],
  ['食品经营许可证：JY13301060000001', ['food JY13301060000001 false']],
  ['某某省网络食品销售第三方平台提供者备案：浙网食A39990002z', ['food 浙网食A39990002z null']],
  ['市场名称登记证：工商网市字3399004120号', ['other 工商网市字3399004120号 null']],
  ['(京)网械信备字[2099]第00001号', ['device (京)网械信备字[2099]第00001号 null']],
  [
    '药品医疗器械网络信息服务备案（京）网药械信息备字（2099）第00159号',
    ['drug （京）网药械信息备字（2099）第00159号 null'],
  ],
  ['农药经营许可证 农药经许（粤）99010020001', ['farming 农药经许（粤）99010020001 null']],
  ['兽药经营许可证（2099）兽药经营证字99000001号', ['farming （2099）兽药经营证字99000001号 null']],
  ['个性化推荐算法 网信算备999999216601302230019号', ['algorithm 网信算备999999216601302230019号 null']],
  ['酒类流通备案登记 990100100123', ['alcohol 990100100123 null']],
  ['食品经营许可证（有效期至2099年1月1日）', []],
  ['出版物经营许可证 | 增值电信业务经营许可证', []],
];
for (const [line, expected] of permits)
  test(`permits in ${line}`, () => assert.deepEqual(licences(line), expected));

test('the check character of food licences', () => {
  const body = '1330106001234';
  const right = [...'0123456789'].filter((d) => isMod1110(body + d));
  assert.equal(right.length, 1);
  assert.deepEqual(licences(`食品经营许可证 JY${body}${right[0]}`), [`food JY${body}${right[0]} true`]);
});

test('filings as shown, malformed ones too, never repaired', () => {
  const [one] = findOperators('备案号：沪ICP备2099001234号-5A 沪公网安备 31010002009999号');
  assert.deepEqual(one?.icp, ['沪ICP备2099001234号-5A']);
  assert.deepEqual(one?.police, ['沪公网安备31010002009999号']);
  assert.deepEqual(findOperators('ICP备12号公司')[0]?.icp ?? [], []);
  assert.deepEqual(findOperators('粤 ICP 备 １２３４５６７８ 号')[0]?.icp, ['粤ICP备12345678号']);
});

test('a police filing in words and again in its link is one', () => {
  const [one] = findOperators('浙公网安备33010002099999号', ['公安备案号：33010002099999']);
  assert.deepEqual(one?.police, ['浙公网安备33010002099999号']);
});

test('telephones, mails and addresses', () => {
  const [one] = findOperators(
    '某某示例有限公司 地址:示例市仿真区305路2号     举报电话:0763-5200000 客服：400-000-1234转8 邮箱 hi[at]shop.example 传真：010-00001111',
  );
  assert.deepEqual(one?.phones, ['0763-5200000', '400-000-1234转8']);
  assert.deepEqual(one?.mails, ['hi@shop.example']);
  assert.equal(one?.address, '示例市仿真区305路2号');
});

test('service numbers, and numbers with more blanks', () => {
  const [one] = findOperators('客服电话: 400 - 010 - 1234 电话：(021)2077 3004 热线：95999 投诉 12315');
  assert.deepEqual(one?.phones, ['400 - 010 - 1234', '(021)2077 3004', '95999']);
});

test('a police filing told by the office that keeps it', () => {
  const [one] = findOperators('某某市公安局仿真分局备案编号999905014669 | 京ICP证990359号');
  assert.deepEqual(one?.police, ['999905014669']);
});

test('a company among other words of its line, or without its kind', () => {
  assert.equal(
    findOperators('许可证号：京ICP证990510号 安全联盟 某某快跑信息科技有限公司')[0]?.name,
    '某某快跑信息科技有限公司',
  );
  assert.equal(findOperators('某某公司版权所有 © 1997-2099 京ICP证990510号')[0]?.name, '某某公司');
});

test('numbers that are no telephones', () => {
  assert.deepEqual(findOperators('商品条码 6901234567892 货号 13800138000'), []);
});

test('who made the site, and friends, are not who runs it', () => {
  const names = findOperators(
    '© 某某示例家具有限公司 技术支持：某某建站网络有限公司\n友情链接：某某朋友科技有限公司',
  ).map((o) => o.name);
  assert.deepEqual(names, ['某某示例家具有限公司']);
});

test('a shop and its platform are two operators', () => {
  const filler = Array.from({ length: 8 }, (_, i) => `购物指南第${i}条`).join('\n');
  const found = findOperators(
    `本店由 某某示例茶行 经营 浙ICP备20990001号\n${filler}\n平台经营者：某某样板网络有限公司\n浙ICP备20990002号`,
  );
  assert.deepEqual(
    found.map((o) => [o.name, o.icp]),
    [
      ['某某示例茶行', ['浙ICP备20990001号']],
      ['某某样板网络有限公司', ['浙ICP备20990002号']],
    ],
  );
});

test('a label above its value', () => {
  const [one] = findOperators('企业名称\n某某仿真五金经营部\n经营场所：\n示例省样板市仿真街3号');
  assert.equal(one?.name, '某某仿真五金经营部');
  assert.equal(one?.address, '示例省样板市仿真街3号');
});
