// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceHistoryOf } from './price-history.ts';

test('a chart in the markup and a state for scripts tell the same history', () => {
  const points = [
    ['2026-02-01', 129],
    ['2026-02-02', 99.5],
  ];
  const json = JSON.stringify(points);
  assert.deepEqual(priceHistoryOf(`<table data-price-history='${json}'>`), points);
  assert.deepEqual(priceHistoryOf(`<i data-price-history="${json.replaceAll('"', '&quot;')}">`), points);
  assert.deepEqual(priceHistoryOf(`<script>x={"goods":{"priceHistory":${json},"a":1}}</script>`), points);
  assert.deepEqual(priceHistoryOf('<b data-price-history=\'[{"date":"2026-02-03","price":"5"}]\'>'), [
    ['2026-02-03', 5],
  ]);
});

test('two histories on one page, and what is no history, are none', () => {
  assert.equal(
    priceHistoryOf(
      '<i data-price-history=\'[["2026-02-01",1]]\'></i><i data-price-history=\'[["2026-02-01",2]]\'>',
    ),
    null,
  );
  for (const html of ['', 'data-price-history="[]"', 'data-price-history="[[1,2]]"', '"priceHistory":[[['])
    assert.equal(priceHistoryOf(html), null, html);
});
