// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instruments } from '../instruments/instruments.ts';
import { violations } from '../violations/violations.ts';
import { basisOf, usableOn } from './basis-of.ts';
import { citedArticles } from './index.ts';

test('a citation is checked for its row, its day and its certainty', () => {
  const absolute = basisOf('AD', '9(3)', '2026-05-01');
  assert.deepEqual(
    [absolute.match, absolute.inForce, absolute.certainty, absolute.usable],
    ['exact', true, 'A', true],
  );
  assert.equal(basisOf('AD', '9(3)', '2014-05-01').usable, false);
  assert.equal(basisOf('AD', '999', '2026-05-01').match, null);
  assert.equal(basisOf('UCL19', '8', '2025-10-14').usable, true);
  assert.equal(basisOf('UCL19', '8', '2025-10-15').usable, false);
  assert.equal(basisOf('SAMR121', '15', '2026-04-15').instrument, 'O121');
  assert.equal(basisOf('nothing', '1', '2026-04-15').usable, false);
});

test('unverified texts are never usable: PSAL and CSL stop at the end of 2025', () => {
  assert.equal(basisOf('PSAL12', '32', '2025-12-31').usable, true);
  assert.equal(basisOf('PSAL12', '32', '2026-01-01').usable, false);
  assert.equal(basisOf('PSAL25', '32', '2026-01-01').usable, false);
});

test('every violation but those of police law alone has a usable basis today', () => {
  for (const one of violations) {
    const usable = usableOn(one.basis, '2026-05-01');
    const policeOnly = one.basis.every((text) => text.startsWith('PSAL12'));
    assert.equal(usable.length > 0, !policeOnly, one.code);
  }
});

test('every tag is unique and every successor exists', () => {
  const tags = new Set(instruments.map((one) => one.tag));
  assert.equal(tags.size, instruments.length);
  for (const one of instruments) if (one.replacedBy) assert.ok(tags.has(one.replacedBy), one.tag);
  assert.ok(citedArticles('O117').length > 20);
});
