// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readVenuePacks } from '@yiwang/rules';
import fc from 'fast-check';
import { evaluateVenue } from './evaluate-venue.ts';
import { registrable, sameName } from './matches.ts';
import { factsOfExample, parseVenuePacks } from './parse-venue-packs.ts';
import { testVenueRules } from './test-venue-rules.ts';

const json = readVenuePacks();
const packs = parseVenuePacks(json);

test('every venue rule agrees with its own examples, six of each kind at least', () => {
  const { examples, faults } = testVenueRules(packs);
  assert.deepEqual(faults, []);
  assert.ok(examples >= packs.flatMap((pack) => pack.rules).length * 12);
});

test('without law in force a finding says so and weighs at most slight', () => {
  const early = { ...factsOfExample({ note: 'x', shown: [] }), observedOn: '2020-01-01' };
  const bad = {
    ...early.shown[0],
    url: 'https://shop.example/',
    clicks: 0,
    name: null,
    uscc: '000000000000000000',
  };
  const { findings } = evaluateVenue(
    packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map((rule) => ({
        ...rule,
        basis: rule.basis.map((row) => ({ ...row, certainty: 'M' as const })),
      })),
    })),
    { ...early, shown: [{ ...bad, usccValid: false, icp: [], licences: [], contacts: [] }] },
  );
  const [finding] = findings.filter((one) => one.rule === 'venue-code-invalid');
  assert.equal(finding?.severity, 'slight');
  assert.deepEqual(finding?.basis, []);
  assert.match(finding!.why, /依据未核实/);
});

test('every finding points into its text', () => {
  for (const rule of packs.flatMap((pack) => pack.rules))
    for (const example of rule.examples.positive) {
      const { findings, texts } = evaluateVenue(packs, factsOfExample(example));
      for (const one of findings)
        assert.equal(texts[one.field]!.slice(one.start, one.end), one.text, one.rule);
    }
});

test('a pack that says too little is refused by name', () => {
  const [pack] = structuredClone(json) as {
    pack: string;
    rules: { id: string; examples: { negative: unknown[] } }[];
  }[];
  pack!.rules[0]!.examples.negative.length = 5;
  assert.throws(
    () => parseVenuePacks([pack]),
    new RegExp(`${pack!.pack}.*${pack!.rules[0]!.id}.*at least six`),
  );
});

test('names and hosts are compared by what somebody registered', () => {
  assert.equal(sameName('仿真（杭州）百货有限公司', '仿真(杭州)百货有限公司'), true);
  assert.equal(sameName('仿真百货', '杭州仿真百货有限公司'), true);
  assert.equal(sameName('仿真', '杭州仿真百货有限公司'), false);
  assert.equal(registrable('m.shop.example'), 'shop.example');
  assert.equal(registrable('a.mall.com.cn:8080'), 'mall.com.cn');
  assert.equal(registrable('10.0.0.1'), '10.0.0.1');
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => sameName(a, b) === sameName(b, a)));
});
