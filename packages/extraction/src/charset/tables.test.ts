// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decodeAs } from './decode-as.ts';
import { decodePage } from './decode-page.ts';

const seed = { seed: 20261124, numRuns: 200 };
const between = (min: number, max: number) => fc.integer({ min, max }).map((cp) => String.fromCodePoint(cp));
const han = fc.oneof(between(0x4e00, 0x9fa5), between(0x3400, 0x4db5), between(0x20000, 0x2a6d6));
const words = fc.array(fc.oneof(han, fc.constantFrom('价', '格', '￥', '9', ' ', 'A')), {
  minLength: 1,
  maxLength: 60,
});
const page = (text: string, charset: string): string =>
  `<!DOCTYPE html><html><head><meta charset="${charset}"><title>示例商品页面</title></head><body><p>${text}</p><p>本店商品均为示例，价格以页面为准。</p></body></html>`;

test('GB 18030 in two and four bytes, every plane, as an encoder of its own writes it', () => {
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('');
      assert.equal(decodeAs(iconv.encode(text, 'gb18030'), 'gb18030'), text);
    }),
    seed,
  );
  // GB 18030-2022 moved these off the private use area (WHATWG Encoding, index gb18030).
  assert.equal(decodeAs(Uint8Array.of(0xa6, 0xd9, 0xa8, 0xbc), 'gb18030'), '\uFE10\u1E3F');
});

test('Big5 with the Hong Kong additions: what the table decodes is what it was', () => {
  const cells: [number, number][] = [];
  for (let lead = 0x87; lead <= 0xfe; lead++)
    for (const [from, to] of [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ] as const)
      for (let trail = from; trail <= to; trail++) cells.push([lead, trail]);
  let same = 0;
  let known = 0;
  for (const [lead, trail] of cells) {
    const ours = decodeAs(Uint8Array.of(lead, trail), 'big5');
    if (ours.includes('\uFFFD')) continue;
    known++;
    if (iconv.decode(Buffer.of(lead, trail), 'big5-hkscs') === ours) same++;
  }
  // 18,590 places of the standard's index, the 2010s' compatibility ones among them.
  assert.ok(known > 18_000, String(known));
  assert.ok(same / known > 0.995, `${same} of ${known}`);
  for (const text of ['香港示例店鋪', '邨', '嘢', '冇', '啲', '喺度', '埗'])
    assert.equal(decodeAs(iconv.encode(text, 'big5-hkscs'), 'big5'), text);
});

test('EUC-KR knows the signs that came later', () => {
  assert.equal(decodeAs(Uint8Array.of(0xa2, 0xe6, 0xa2, 0xe7), 'euc-kr'), '€®');
});

for (const [name, mark] of [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
] as const)
  test(`${name} with and without its mark, whatever the header says`, () => {
    fc.assert(
      fc.property(
        words,
        fc.boolean(),
        fc.constantFrom(null, 'text/html; charset=gbk', 'text/html'),
        (parts, marked, header) => {
          const html = page(parts.join(''), 'utf-8');
          const body = iconv.encode(html, name, { addBOM: false });
          const read = decodePage(marked ? Buffer.concat([Buffer.from(mark), body]) : body, header);
          assert.equal(read.charset, name);
          assert.equal(read.text, html);
        },
      ),
      { ...seed, numRuns: 60 },
    );
  });

/** The 3,755 characters in common use: the first level of GB 2312. Nobody writes pages of random rare ones. */
const common = fc
  .tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
  .map(([lead, trail]) => decodeAs(Uint8Array.of(lead, trail), 'gbk'));

test('a page in any of them is read right whatever it declares', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('gbk', 'gb18030', 'utf-8'),
      fc.constantFrom('utf-8', 'gbk', 'gb2312', 'iso-8859-1'),
      fc.array(common, { minLength: 4, maxLength: 60 }),
      (real, declared, parts) => {
        const html = page(parts.join(''), declared);
        assert.equal(decodePage(iconv.encode(html, real), null).text, html);
      },
    ),
    seed,
  );
});
