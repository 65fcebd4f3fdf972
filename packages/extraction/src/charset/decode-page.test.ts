// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeBig5 } from './big5.ts';
import { decodePage } from './decode-page.ts';
import { decodeEucKr } from './euc-kr.ts';

/** Encodes by searching the decoder's own answers: tests need no encoder in the product. */
function encoder(
  label: string,
  leads: [number, number],
  decode = (b: Uint8Array) => new TextDecoder(label).decode(b),
) {
  const map = new Map<string, number[]>();
  for (let lead = leads[0]; lead <= leads[1]; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !map.has(text)) map.set(text, [lead, trail]);
    }
  return (text: string): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((c) => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (map.get(c) ?? [63]))),
    );
}
const gbk = encoder('gbk', [0x81, 0xfe]);
const big5 = encoder('big5', [0xa1, 0xf9], decodeBig5);
const sjis = encoder('shift_jis', [0x81, 0xef]);
const eucjp = encoder('euc-jp', [0xa1, 0xfe]);
const euckr = encoder('euc-kr', [0xa1, 0xfe]);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((c) =>
      big ? [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255] : [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8],
    ),
  );

const SIMPLIFIED =
  '<title>示例商城</title><p>本店所有商品均为正品，价格实惠，购买满一百元包邮，欢迎新老顾客光临选购。</p>';
const TRADITIONAL =
  '<title>示例商城</title><p>本店所有商品均為正品，價格實惠，購買滿一百元免運費，歡迎新舊顧客選購。</p>';
const JAPANESE =
  '<title>見本ストア</title><p>この商品は送料無料です。お買い物カートに入れる。価格は税込です。</p>';
const KOREAN =
  '<title>견본 상점</title><p>이 상품은 무료 배송입니다. 장바구니에 담기. 가격은 부가세 포함입니다.</p>';

const cases: [string, Uint8Array, string | null, string, string][] = [
  ['GBK with a right header', gbk(SIMPLIFIED), 'text/html; charset=GBK', 'gbk', SIMPLIFIED],
  ['GBK declared gb2312', gbk(SIMPLIFIED), 'text/html; charset=gb2312', 'gbk', SIMPLIFIED],
  ['GBK without any declaration', gbk(SIMPLIFIED), null, 'gbk', SIMPLIFIED],
  ['GBK declared utf-8', gbk(SIMPLIFIED), 'text/html; charset=utf-8', 'gbk', SIMPLIFIED],
  ['GBK declared iso-8859-1', gbk(SIMPLIFIED), 'text/html; charset=iso-8859-1', 'gbk', SIMPLIFIED],
  ['GBK declared big5', gbk(SIMPLIFIED), 'text/html; charset=big5', 'gbk', SIMPLIFIED],
  ['UTF-8 declared gbk', utf8(SIMPLIFIED), 'text/html; charset=gbk', 'utf-8', SIMPLIFIED],
  ['UTF-8 declared nothing', utf8(SIMPLIFIED), null, 'utf-8', SIMPLIFIED],
  [
    'UTF-8 with a mark, declared gbk',
    Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(SIMPLIFIED)]),
    'text/html; charset=gbk',
    'utf-8',
    SIMPLIFIED,
  ],
  ['Big5 without any declaration', big5(TRADITIONAL), null, 'big5', TRADITIONAL],
  ['Big5 declared utf-8', big5(TRADITIONAL), 'text/html; charset=utf-8', 'big5', TRADITIONAL],
  ['Big5 declared gb2312', big5(TRADITIONAL), 'text/html; charset=gb2312', 'big5', TRADITIONAL],
  ['Big5-HKSCS', big5(TRADITIONAL), 'text/html; charset=Big5-HKSCS', 'big5', TRADITIONAL],
  ['Shift_JIS without any declaration', sjis(JAPANESE), null, 'shift_jis', JAPANESE],
  ['Shift_JIS declared utf-8', sjis(JAPANESE), 'text/html; charset=utf-8', 'shift_jis', JAPANESE],
  ['EUC-JP without any declaration', eucjp(JAPANESE), null, 'euc-jp', JAPANESE],
  ['EUC-KR without any declaration', euckr(KOREAN), null, 'euc-kr', KOREAN],
  [
    'UTF-16 LE by its zeros',
    utf16(`<html>${SIMPLIFIED}<table><tr><td>abc</td></tr></table></html>`, false),
    null,
    'utf-16le',
    `<html>${SIMPLIFIED}<table><tr><td>abc</td></tr></table></html>`,
  ],
  [
    'UTF-16 BE with a mark',
    Uint8Array.from([0xfe, 0xff, ...utf16(SIMPLIFIED, true)]),
    'text/html; charset=utf-8',
    'utf-16be',
    SIMPLIFIED,
  ],
  [
    'Latin',
    Uint8Array.from([
      ...utf8('<p>Gr'),
      0xf6,
      0xdf,
      ...utf8('e f'),
      0xfc,
      ...utf8('r 12 '),
      0x80,
      ...utf8('</p>'),
    ]),
    null,
    'windows-1252',
    '<p>Größe für 12 €</p>',
  ],
];
for (const [name, bytes, header, charset, text] of cases)
  test(`decodes ${name}`, () => {
    const page = decodePage(bytes, header);
    assert.equal(page.text, text);
    assert.equal(page.charset, charset);
  });

test('finds a late meta and ignores one in a comment', () => {
  const filler = `<!-- <meta charset="big5"> ${'x'.repeat(3000)} -->`;
  const page = decodePage(
    gbk(`${filler}<meta http-equiv="Content-Type" content="text/html; charset=gb2312">${SIMPLIFIED}`),
  );
  assert.equal(page.declared, 'gb2312');
  assert.equal(page.charset, 'gbk');
  assert.deepEqual(page.warnings, []);
});

test('notes a wrong and a contradictory declaration', () => {
  const wrong = decodePage(gbk(SIMPLIFIED), 'text/html; charset=utf-8');
  assert.equal(wrong.declared, 'utf-8');
  assert.ok(wrong.warnings.some((w) => /utf-8 is declared, the bytes are gbk/.test(w)));
  const both = decodePage(gbk(`<meta charset=big5>${SIMPLIFIED}`), 'text/html; charset=gbk');
  assert.ok(both.warnings.some((w) => /the header declares gbk, the page big5/.test(w)));
});

test('knows the Hong Kong additions of Big5 and the windows-949 additions of EUC-KR', () => {
  assert.equal(decodeBig5(Uint8Array.of(0x88, 0x62, 0x87, 0x40, 0xfa, 0x40, 0xf9, 0xd6)), 'Ê̄䏰𠕇碁');
  assert.equal(decodeBig5(Uint8Array.of(0xa1, 0x3c, 0x62)), '\uFFFD<b');
  assert.equal(decodeEucKr(Uint8Array.of(0x81, 0x41, 0xb0, 0xa1, 0xc6, 0x52)), '갂가힣');
});

test('tolerates a few broken bytes in UTF-8', () => {
  const bytes = utf8(SIMPLIFIED);
  bytes[60] = 0xff;
  const page = decodePage(bytes, 'text/html; charset=utf-8');
  assert.equal(page.charset, 'utf-8');
  assert.ok(page.warnings.some((w) => /not valid utf-8/.test(w)));
});

test('never throws, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, header) => {
      assert.equal(typeof decodePage(bytes, header).text, 'string');
    }),
  );
});
