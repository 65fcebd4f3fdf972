// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CYCLE, dateOf, marketDay, phaseOf } from './calendar.ts';
import { findCategory } from './categories.ts';
import { creditCheck } from './codes.ts';
import { allGoods, type Goods, labelsOn, offerOn, offersOn, priceOn } from './goods.ts';
import { findShop, shops } from './shops.ts';
import { truthOn, truthRows } from './truth.ts';

const SIX = [
  'prohibited/tobacco',
  'counterfeit',
  'prohibited/blades',
  'advertising/absolute',
  'advertising/medical-claim',
  'price/fictitious-discount',
];
const everyDay = Array.from({ length: CYCLE }, (_, day) => day);

test('truth.ndjson is what the goods data say', () => {
  const written = readFileSync(new URL('../truth.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  assert.deepEqual(
    written.map((line) => JSON.parse(line)),
    truthRows(),
    'run node market/scripts/write-truth.ts',
  );
});

test('goods have one number each, a known shop and category, and honest flags', () => {
  assert.equal(new Set(allGoods.map((g) => g.id)).size, allGoods.length);
  for (const goods of allGoods) {
    assert.ok(findShop(goods.shop), goods.id);
    assert.ok(findCategory(goods.category), goods.id);
    assert.ok(goods.title && goods.text && goods.note && goods.price > 0, goods.id);
    assert.ok(!(goods.hard && goods.labels), `${goods.id} cannot be lawful and labelled`);
    assert.ok(goods.labels || !goods.evasion, `${goods.id}: a dodge without a label`);
    if (goods.relistOf)
      assert.ok(
        allGoods.some((g) => g.id === goods.relistOf && g.shop !== goods.shop),
        goods.id,
      );
  }
});

test('every day offers at least 250 goods in ten shops, most of them lawful, and enough of each plain violation', () => {
  assert.equal(shops.length, 10);
  for (const day of everyDay) {
    const rows = truthOn(day).filter((row) => row.kind === 'listing');
    assert.equal(rows.length, offersOn(day).length);
    assert.equal(new Set(rows.map((row) => row.path)).size, rows.length);
    assert.ok(rows.length >= 250, `${rows.length} on day ${day}`);
    assert.ok(rows.filter((row) => row.labels.length === 0).length > rows.length / 2);
    const plain = rows.filter((row) => row.labels.length > 0 && row.evasion === 'none');
    for (const label of SIX)
      assert.ok(plain.filter((r) => r.labels.includes(label)).length >= 9, `${label} on ${day}`);
    assert.ok(plain.filter((r) => r.labels.some((l) => SIX.includes(l))).length >= 60);
    assert.ok(plain.filter((r) => !r.labels.some((l) => SIX.includes(l))).length >= 20);
    assert.ok(rows.filter((row) => row.evasion !== 'none').length >= 40);
    assert.ok(rows.filter((row) => row.hard).length >= 40);
  }
});

// PRICE art. 16, 17: a struck-through price may not be above the lowest deal price of the seven days before the cut.
function honest(goods: Goods, day: number): boolean {
  const was = (d: number) => offerOn(goods, d).was;
  let start = day;
  while (start > day - CYCLE && was(start - 1) !== null) start--;
  if (start === day - CYCLE) return false; // always shown, so there never was a time before the cut
  const before = Array.from({ length: 7 }, (_, i) => priceOn(goods, start - 1 - i));
  return Math.min(...before) >= was(day)!;
}

test('struck-through prices are false exactly where the truth says so', () => {
  for (const goods of allGoods.filter((g) => g.was !== undefined))
    for (const day of everyDay) {
      if (offerOn(goods, day).was === null)
        assert.deepEqual(labelsOn(goods, day), [], `${goods.id} on day ${day}`);
      else
        assert.equal(
          labelsOn(goods, day).includes(SIX[5]!),
          !honest(goods, day),
          `${goods.id} on day ${day}`,
        );
    }
});

test('shown credit codes pass the check but for the one that is planted', () => {
  for (const shop of shops) {
    const code = shop.operator.uscc;
    if (code === null) continue;
    assert.equal(code.length, 18);
    assert.equal(
      creditCheck(code.slice(0, 17)) === code[17],
      shop.planted?.label !== 'licence/invalid',
      shop.id,
    );
  }
});

test('days follow the calendar of Shanghai', () => {
  assert.equal(marketDay(Date.parse('2026-01-15T00:00:00+08:00')), 0);
  assert.equal(marketDay(Date.parse('2026-01-14T23:59:59+08:00')), -1);
  assert.equal(dateOf(0), '2026-01-15');
  assert.equal(dateOf(313), '2026-11-24');
  assert.equal(phaseOf(-1), CYCLE - 1);
});
