// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { openTestFile } from '../../modules/desk/testing/open-files.ts';
import { withSystem } from '../database/actor.ts';
import { testService } from '../testing/test-service.ts';
import { recomputeClocks } from './recompute-clocks.ts';

const t = await testService();
const dueOf = async (id: string) =>
  (
    await withSystem(t.app.db, 'test', (tx) =>
      sql<{ clock: string; task: string }>`select c.due::text as clock, k.due::text as task
        from file_clocks c join file_tasks k using (file_id) where file_id = ${id}`.execute(tx),
    )
  ).rows[0];

test('clocks are reckoned from their timelines: wrong days come right, desks follow, right ones stay untouched', async () => {
  const right = await openTestFile(t, 'officer-county-a', { title: '对的' });
  const wrong = await openTestFile(t, 'officer-county-b', { title: '旧历算的', due: '2026-03-09' });
  const law = await dueOf(right);
  assert.deepEqual(await recomputeClocks(t.app.db), { clocks: 2, moved: 1 });
  assert.deepEqual(await dueOf(wrong), law);
  assert.deepEqual(await recomputeClocks(t.app.db), { clocks: 2, moved: 0 });
  const shifted = await recomputeClocks(t.app.db, {
    reckon: () => ({ due: '2026-04-01', provisional: true }),
  });
  assert.equal(shifted.moved, 2);
  assert.deepEqual(await dueOf(right), { clock: '2026-04-01', task: '2026-04-01' });
});

test('nobody but the house may do it', async () => {
  const { withActor } = await import('../database/actor.ts');
  const { actorNamed } = await import('../../modules/desk/testing/open-files.ts');
  const actor = await actorNamed(t, 'administrator');
  await assert.rejects(
    withActor(t.app.db, actor, (tx) =>
      sql`select * from clocks_to_reckon('00000000-0000-0000-0000-000000000000', 10)`.execute(tx),
    ),
    { code: '42501' },
  );
});
