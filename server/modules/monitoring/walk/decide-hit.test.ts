// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decideHit, type KnownHit } from './decide-hit.ts';

const hit = (verdict: KnownHit['verdict'], digest = 'a', appearance = 1): KnownHit => ({
  hitId: `${verdict}-${digest}-${appearance}`,
  verdict,
  digest,
  appearance,
});

test('noise is quiet until the content changes, also over a re-listing', () => {
  assert.equal(decideHit([hit('noise')], { digest: 'a', appearance: 1 }).kind, 'none');
  assert.equal(decideHit([hit('noise')], { digest: 'a', appearance: 2 }).kind, 'none');
  assert.equal(decideHit([hit('noise')], { digest: 'b', appearance: 1 }).kind, 'new');
  assert.equal(decideHit([hit('noise'), hit('noise', 'b')], { digest: 'a', appearance: 1 }).kind, 'none');
});

test('a confirmed listing is asked about again only when it comes back', () => {
  assert.equal(decideHit([hit('confirmed')], { digest: 'b', appearance: 1 }).kind, 'none');
  assert.equal(decideHit([hit('confirmed')], { digest: 'a', appearance: 2 }).kind, 'new');
});

test('an open hit follows the content instead of doubling', () => {
  assert.deepEqual(decideHit([hit(null)], { digest: 'b', appearance: 1 }), {
    kind: 'follow',
    hitId: 'null-a-1',
  });
  assert.equal(decideHit([hit(null)], { digest: 'a', appearance: 1 }).kind, 'none');
});

test('what was taken for dead is asked again when it is there after all', () => {
  assert.equal(decideHit([hit('dead')], { digest: 'a', appearance: 1 }).kind, 'none');
  assert.equal(decideHit([hit('dead')], { digest: 'b', appearance: 1 }).kind, 'new');
  assert.equal(decideHit([hit('dead')], { digest: 'a', appearance: 2 }).kind, 'new');
});

test('whatever happened before, seeing the same twice never makes two hits', () => {
  const verdict = fc.constantFrom('confirmed', 'noise', 'duplicate', 'dead', null);
  const step = fc.record({ digest: fc.constantFrom('a', 'b', 'c'), back: fc.boolean(), verdict });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const known: KnownHit[] = [];
      let appearance = 1;
      steps.forEach(({ digest, back, verdict }, i) => {
        if (back) appearance += 1;
        for (const _ of [1, 2]) {
          const decision = decideHit(known, { digest, appearance });
          if (decision.kind === 'new') known.push({ hitId: String(i), verdict: null, digest, appearance });
          if (decision.kind === 'follow') {
            const open = known.find((h) => h.hitId === decision.hitId)!;
            Object.assign(open, { digest, appearance });
          }
        }
        assert.ok(known.filter((h) => h.verdict === null).length <= 1, 'one open hit');
        const keys = known.map((h) => `${h.digest} ${h.appearance}`);
        assert.equal(new Set(keys).size, keys.length, 'the same content once');
        const open = known.find((h) => h.verdict === null);
        if (open && verdict) open.verdict = verdict;
      });
    }),
  );
});
