// SPDX-License-Identifier: Apache-2.0
// The short form of tests/prove/market-truth.prove.ts: the fair's pages as bytes, without a patrol or a browser.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMarket } from '@yiwang/market';
import { compareWithTruth } from '../market/compare.ts';
import { readFair } from '../market/read-fair.ts';

for (const day of [5, 40])
  test(`day ${day}: every plain violation of the six labels is found, no hard lawful row is wronged`, async () => {
    const market = await startMarket({ day });
    after(() => market.close());
    // Pages of `/star/` are drawn by script: their bytes hold no goods.
    const { planted, missed, wronged } = compareWithTruth(
      day,
      await readFair(market, day),
      ({ path }) => !path.startsWith('/star/'),
    );
    assert.ok(planted > 40, `${planted}`);
    assert.deepEqual({ missed, wronged }, { missed: [], wronged: [] });
  });
