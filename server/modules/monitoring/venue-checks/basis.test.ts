// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basisOf, findViolation } from '@yiwang/law';
import { loadVenueRules } from './venue-rules.ts';

test('every article that a venue rule cites is a row of the law, in force and sure', () => {
  for (const rule of loadVenueRules().packs.flatMap((pack) => pack.rules)) {
    const usable = rule.basis.map(({ instrument, article, certainty }) => {
      const answer = basisOf(instrument, article, '2026-05-20');
      assert.equal(answer.usable, true, `${rule.id}: ${instrument} ${article}`);
      assert.equal(answer.certainty, certainty, `${rule.id}: ${instrument} ${article}`);
      return answer;
    });
    assert.ok(usable.length > 0, rule.id);
  }
});

test('every label of a venue rule is one of the catalogue', () => {
  for (const rule of loadVenueRules().packs.flatMap((pack) => pack.rules))
    if (rule.label !== 'licence/exemption-not-declared') assert.ok(findViolation(rule.label), rule.label);
});
