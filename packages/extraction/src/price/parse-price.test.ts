// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Money } from './money.ts';
import { parsePrice } from './parse-price.ts';

const yuan = (amount: number, max?: number): Money =>
  max ? { amount, max, currency: 'CNY' } : { amount, currency: 'CNY' };
const money = (amount: number, currency: string, max?: number): Money =>
  max ? { amount, max, currency } : { amount, currency };

const table: [string, Money | null][] = [
  ['¥12.9', yuan(12.9)],
  ['12,999.00', yuan(12999)],
  ['1.299,00 €', money(1299, 'EUR')],
  ['￥9.9-19.9', yuan(9.9, 19.9)],
  ['9块9', yuan(9.9)],
  ['三十九元', yuan(39)],
  ['1.2万', yuan(12000)],
  ['US $5', money(5, 'USD')],
  ['HK$1,280', money(1280, 'HKD')],
  ['NT$ 3,990', money(3990, 'TWD')],
  ['199起', yuan(199)],
  ['免费', yuan(0)],
  ['¥199.00起', yuan(199)],
  ['１２．５元', yuan(12.5)],
  ['原价¥20 现价¥12', yuan(12)],
  ['¥12.9 ¥20', yuan(12.9)],
  ['12-15万', yuan(120000, 150000)],
  ['$10.00 - $20.00', money(10, 'USD', 20)],
  ['10元~20元', yuan(10, 20)],
  ['1,980円（税込）', money(1980, 'JPY')],
  ['¥1,980 税込', money(1980, 'JPY')],
  ["CHF 1'299.–", money(1299, 'CHF')],
  ['1 299,00 kr', money(1299, 'SEK')],
  ['R$ 1.299,90', money(1299.9, 'BRL')],
  ['₹1,29,000', money(129000, 'INR')],
  ['EUR 12,50', money(12.5, 'EUR')],
  ['12,-', yuan(12)],
  ['9.99€ - 19.99€', money(9.99, 'EUR', 19.99)],
  ['面议', null],
  ['￥--', null],
  ['3元5角', yuan(3.5)],
  ['5毛', yuan(0.5)],
  ['RMB 88', yuan(88)],
  ['88 元/件', yuan(88)],
  ['¥3,299.00 包邮 销量 1200 件', yuan(3299)],
  ['两百五十元', yuan(250)],
  ['一万两千八百元', yuan(12800)],
  ['满199减20 ¥89', yuan(89)],
  ['8.5折 ¥85', yuan(85)],
  ['￥１，２９９', yuan(1299)],
  ['人民币1280元整', yuan(1280)],
  ['From £5.00', money(5, 'GBP')],
  ['ab 12,99 €', money(12.99, 'EUR')],
  ['￦12,000', money(12000, 'KRW')],
  ['12,000원', money(12000, 'KRW')],
  ['2.5亿元', yuan(250000000)],
  ['100港元', money(100, 'HKD')],
  ['12 999 ₽', money(12999, 'RUB')],
  ['12.990 ₫', money(12990, 'VND')],
  ['A$15', money(15, 'AUD')],
  ['20 USD', money(20, 'USD')],
  ['$1,234', money(1234, 'USD')],
  ['¥1.299', yuan(1.299)],
  ['0.01元', yuan(0.01)],
  ['12.00元 / 500g', yuan(12)],
  ['500g 12元', yuan(12)],
  ['9成新 iPhone 3200元', yuan(3200)],
  ['1290分', yuan(12.9)],
  ['29元9', yuan(29.9)],
  ['29元包邮', yuan(29)],
  ['十元', yuan(10)],
  ['二百五', null],
  ['100元2件', yuan(100)],
  ['¥ 1,299.00 - ¥ 1,999.00', yuan(1299, 1999)],
  ['￥9.90～￥19.90', yuan(9.9, 19.9)],
  ['Rp 150.000', money(150000, 'IDR')],
  ['S/ 59.90', money(59.9, 'PEN')],
  ['Kč 1 299', money(1299, 'CZK')],
  ['1 299 Kč', money(1299, 'CZK')],
  ['￥199.00 ￥299.00', yuan(199)],
  ['价格：¥ 99 元', yuan(99)],
  ['券后价9.9元', yuan(9.9)],
  ['1.5k', yuan(1500)],
  ['￥2.3w', yuan(23000)],
  ['¥12.80/斤', yuan(12.8)],
  ['¥５９', yuan(59)],
  ['2,5 €', money(2.5, 'EUR')],
  ['USD12.5', money(12.5, 'USD')],
  ['12.5USD', money(12.5, 'USD')],
  ['HKD$100', money(100, 'HKD')],
  ['US$1,234.56', money(1234.56, 'USD')],
  ['AUD $12', money(12, 'AUD')],
  ['$12 AUD', money(12, 'AUD')],
  ['CAD$9', money(9, 'CAD')],
  ['C$9', money(9, 'CAD')],
  ['$9.00 CAD', money(9, 'CAD')],
  ['NT 500', money(500, 'TWD')],
  ['99.9元起', yuan(99.9)],
  ['￥1万-2万', yuan(10000, 20000)],
  ['1-2万元', yuan(10000, 20000)],
  ['¥0.00', yuan(0)],
  ['¥12.90元', yuan(12.9)],
  ['29.9', yuan(29.9)],
];

for (const [text, expected] of table)
  test(`reads ${JSON.stringify(text)}`, () => assert.deepEqual(parsePrice(text), expected));

test('takes the currency of the page where the text names none', () => {
  assert.deepEqual(parsePrice('1,980', { currency: 'JPY' }), money(1980, 'JPY'));
  assert.deepEqual(parsePrice('$12', { signs: 'HKD' }), money(12, 'HKD'));
  assert.deepEqual(parsePrice('¥1,980', { signs: 'JPY' }), money(1980, 'JPY'));
  assert.deepEqual(parsePrice('1 299 kr', { signs: 'NOK' }), money(1299, 'NOK'));
});

test('reads back what shops print', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
      const value = cents / 100;
      assert.equal(parsePrice(`¥${value.toFixed(2)}`)?.amount, value);
      assert.equal(
        parsePrice(value.toLocaleString('en-US', { style: 'currency', currency: 'USD' }))?.amount,
        value,
      );
      assert.equal(
        parsePrice(value.toLocaleString('de-DE', { style: 'currency', currency: 'EUR' }))?.amount,
        value,
      );
      assert.equal(
        parsePrice(value.toLocaleString('fr-FR', { style: 'currency', currency: 'EUR' }))?.amount,
        value,
      );
    }),
  );
});

test('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => void parsePrice(text)));
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          '¥',
          '1',
          '9',
          '.',
          ',',
          ' ',
          '-',
          '元',
          '块',
          '万',
          '三',
          '十',
          '$',
          '€',
          '折',
          '%',
          '起',
          '~',
        ),
        { maxLength: 24 },
      ),
      (parts) => void parsePrice(parts.join('')),
    ),
  );
});
