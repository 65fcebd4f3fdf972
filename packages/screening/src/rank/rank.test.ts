// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresOf } from './features.ts';
import { ruleWeight } from './rule-weight.ts';
import { type JudgedFinding, rankOf, trainRank } from './train-rank.ts';

/** Findings by homophone are noise three times of four, plain ones right nine times of ten; repeatable. */
function verdicts(n: number): JudgedFinding[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: n }, (_, i) => {
    const heard = i % 3 === 0;
    const confidence = heard ? 0.74 : 0.9;
    const finding = {
      confidence,
      folds: heard ? ['homophone'] : [],
      field: 'title',
      text: heard ? '防真枪' : '仿真枪',
    };
    return {
      features: featuresOf(finding, { price: i % 2 === 0 ? 30 : null, beside: 0 }),
      right: random() < (heard ? 0.25 : 0.9),
      confidence,
    };
  });
}

test('below two hundred verdicts, or while all agree, there is no model', () => {
  assert.equal(trainRank('r', verdicts(199)), null);
  assert.equal(
    trainRank(
      'r',
      verdicts(300).map((v) => ({ ...v, right: true })),
    ),
    null,
  );
});

test('the model learns what officers say, prints its weights, and is the same every time', () => {
  const model = trainRank('r', verdicts(400))!;
  assert.ok(model.applied);
  assert.ok(model.loss < model.baseLoss);
  assert.ok(model.weights['plain']! > model.weights['fold:homophone']!);
  assert.ok(model.said.wrongAfter < model.said.wrongBefore);
  const [heard, plain] = [verdicts(2)[0]!, verdicts(2)[1]!];
  assert.ok(rankOf(model, heard.features) < 0.5);
  assert.ok(rankOf(model, plain.features) > 0.8);
  assert.deepEqual(trainRank('r', verdicts(400)), model);
  assert.equal(Object.keys(model.weights).length, Object.keys(model.seen).length);
});

test('verdicts by chance do not let a model take over', () => {
  let bit = 0;
  const chance = verdicts(400).map((v) => {
    bit = (Math.imul(bit, 1664525) + 1013904223) >>> 0;
    return { ...v, right: (bit & 0x40000000) !== 0 };
  });
  assert.equal(trainRank('r', chance)!.applied, false);
});

test('the weight of a rule moves from what is expected to what was measured', () => {
  assert.equal(ruleWeight(0, 0), 1);
  assert.ok(ruleWeight(10, 20) < 0.85);
  assert.ok(ruleWeight(500, 1000) < 0.57);
  assert.ok(ruleWeight(1000, 1000) > 1.08);
});
