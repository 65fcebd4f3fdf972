// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '../extract-page.ts';
import { misreadOf } from './misread.ts';
import { withPictures } from './with-pictures.ts';

const page = (html: string) =>
  extractPage({
    bytes: new TextEncoder().encode(`<!DOCTYPE html>${html}`),
    url: 'https://shop.example/about',
  });
const licence = (text: string, codes: string[] = []) => [
  { url: 'https://shop.example/l.png', role: 'licence' as const, text, codes },
];
const words =
  '营业执照\n统一社会信用代码 ”91330106MA00010184\n名称某某清禾示例家居用品有限公司\n住所示例省样板市仿真区某某路100号';

test('a licence that is only a picture is the display of it, and says where it was read', () => {
  const facts = withPictures(page('<h1>证照信息</h1>'), licence(words));
  assert.deepEqual(facts.operators, [
    {
      name: '某某清禾示例家居用品有限公司',
      uscc: '91330106MA00010184',
      usccValid: true,
      icp: [],
      police: [],
      phones: [],
      mails: [],
      address: '示例省样板市仿真区某某路100号',
      licences: [],
      picture: 'https://shop.example/l.png',
    },
  ]);
});

test('a picture that says what the page says adds nothing', () => {
  const text = page('<p>企业名称：某某清禾示例家居用品有限公司 统一社会信用代码：91330106MA00010184</p>');
  assert.deepEqual(withPictures(text, licence(words)).operators, text.operators);
});

test('a picture of another firm is told', () => {
  const text = page('<p>企业名称：某某木客示例电子商务有限公司 统一社会信用代码：91330108MA000202AA</p>');
  const facts = withPictures(text, licence(words));
  assert.match(facts.warnings.join(), /shows the code 91330106MA00010184/);
  assert.equal(facts.operators.at(-1)?.picture, 'https://shop.example/l.png');
});

test('a name misread by one character is the name of the page', () => {
  const text = page('<p>企业名称：某某清禾示例家居用品有限公司</p>');
  const facts = withPictures(text, licence(words.replace('清禾', '清末')));
  assert.deepEqual(
    facts.operators.map((o) => o.name),
    ['某某清禾示例家居用品有限公司', '某某清禾示例家居用品有限公司'],
  );
  assert.match(facts.warnings.join(), /read as 某某清末/);
});

test('a code that fails its check is reported with how it may have been misread, and stays as read', () => {
  const facts = withPictures(page('<h1>证照信息</h1>'), licence('统一社会信用代码 9133O106MA00010184'));
  assert.equal(facts.operators[0]?.uscc, '9133O106MA00010184');
  assert.equal(facts.operators[0]?.usccValid, false);
  assert.match(facts.warnings.join(), /misread, it would be 91330106MA00010184/);
  assert.equal(misreadOf('123'), null);
});

test('a QR code of an electronic mark counts as one; others are links', () => {
  const facts = withPictures(
    page('<p>…</p>'),
    licence('', ['https://emark.example/mark/SF-2026-0101', 'https://other.example/a', 'weixin://x']),
  );
  assert.deepEqual(facts.emarks, ['https://emark.example/mark/SF-2026-0101']);
  assert.deepEqual(facts.links, ['https://other.example/a']);
});

test('which pictures are worth reading', () => {
  const { pictures } = page(
    `<title>某某茶杯</title><h1>某某茶杯</h1><p class="price">¥19.00</p><button>加入购物车</button>
     <div id="goods-detail"><img data-original="/d/1.jpg" src="/blank.gif"><img src="/d/2.jpg"><img src="/d/icon.png" width="16"></div>
     <footer><img src="/a/yingyezhizhao.jpg"><img src="/logo.png"><a href="/p/permit.png">食品经营许可证</a><img src="/v.svg" alt="营业执照"></footer>`,
  );
  assert.deepEqual(pictures, [
    { url: 'https://shop.example/p/permit.png', role: 'licence' },
    { url: 'https://shop.example/d/1.jpg', role: 'detail' },
    { url: 'https://shop.example/d/2.jpg', role: 'detail' },
    { url: 'https://shop.example/a/yingyezhizhao.jpg', role: 'licence' },
  ]);
});
