// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hit } from '@yiwang/contracts';
import fc from 'fast-check';
import { type HitPages, withHit, withoutHits } from './cached-hits.ts';

const hit = (id: string) => ({ id }) as Hit;
const pagesOf = (sizes: number[]): HitPages => {
  let n = 0;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return {
    pages: sizes.map((size) => ({
      items: Array.from({ length: size }, () => hit(String(n++))),
      next: null,
      total,
    })),
    pageParams: sizes.map(() => null),
  };
};
const ids = (data: HitPages) => data.pages.flatMap((page) => page.items.map((item) => item.id));

test('a hit that is taken out and put back stands where it stood, and totals follow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 }),
      fc.nat(),
      (sizes, at) => {
        const data = pagesOf(sizes);
        const all = ids(data);
        const index = at % all.length;
        const out = withoutHits(data, new Set([all[index]!]));
        assert.equal(ids(out).length, all.length - 1);
        assert.ok(out.pages.every((page) => page.total === all.length - 1));
        const back = withHit(out, hit(all[index]!), index);
        assert.deepEqual(ids(back), all);
        assert.ok(back.pages.every((page) => page.total === all.length));
        assert.equal(withHit(back, hit(all[index]!), 0), back, 'never twice');
      },
    ),
  );
});
