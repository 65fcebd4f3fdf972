// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withActor } from '../../platform/database/actor.ts';
import { takeAction } from '../../platform/files/index.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { actorNamed, openTestFile } from '../desk/testing/open-files.ts';

const t = await testService();
const officer = await t.as('officer-county-a');
const actor = await actorNamed(t, 'officer-county-a');
const act = (id: string, action: string, form: Record<string, string> = {}) =>
  withActor(t.app.db, actor, (tx) => takeAction(tx, t.app.clock, actor, id, { action, form, version: null }));

const ids: string[] = [];
for (const title of ['甲', '乙', '丙', '丁']) ids.push(await openTestFile(t, 'officer-county-a', { title }));
await openTestFile(t, 'officer-county-b', { title: '乙县' });
for (const id of ids.slice(0, 3)) {
  await act(id, 'grade', { grade: 'slight' });
  await act(id, 'verify');
}
await act(ids[0]!, 'conclude', { outcome: 'corrected', reason: '已改正' });
await act(ids[1]!, 'conclude', { outcome: 'clean', reason: '未发现' });
await act(ids[2]!, 'conclude', { outcome: 'to-case', reason: '建议立案' });

interface Value {
  id: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  href: string | null;
}
const values = async (client: typeof officer, query = '') =>
  new Map(
    (((await client.get(`/api/indicators${query}`)).body.items ?? []) as unknown as Value[]).map((one) => [
      one.id,
      one,
    ]),
  );

test('each indicator shows its numbers, counted from what happened', async () => {
  const all = await values(officer);
  const told = (id: string) => {
    const one = all.get(id);
    return [one?.numerator, one?.denominator, one?.value];
  };
  assert.deepEqual(told('leads'), [4, null, 4]);
  assert.deepEqual(told('verified'), [3, 4, 0.75]);
  assert.deepEqual(told('confirmed'), [2, 3, 0.6667]);
  assert.deepEqual(told('cases'), [1, null, 1]);
  assert.deepEqual(told('signed-in-time'), [0, 0, null]);
  assert.deepEqual(told('fines'), [null, null, null]);
  assert.equal(all.size, 26);
  const before = await values(officer, '?from=2026-01-01&to=2026-01-31');
  assert.equal(before.get('leads')?.numerator, 0);
  assert.equal((await officer.get('/api/indicators?from=2026-02-01&to=2026-01-01')).status, 422);
});

test('a number opens exactly its items, the rest of a rate as well, by office too', async () => {
  for (const [id, one] of await values(officer)) {
    if (!one.href?.includes(`/indicators/${id}?`)) continue;
    for (const part of ['numerator', 'denominator', 'rest'] as const) {
      const expected =
        part === 'numerator' || one.denominator === null
          ? one.numerator
          : part === 'denominator'
            ? one.denominator
            : one.denominator - (one.numerator ?? 0);
      const answer = await officer.get(`/api/indicators/${id}/items?part=${part}&limit=200`);
      assert.equal(answer.body.items?.length, expected, `${id} ${part}`);
    }
  }
  const rest = await officer.get('/api/indicators/verified/items?part=rest');
  assert.deepEqual(
    rest.body.items?.map((item) => item['title']),
    ['丁'],
  );
  assert.deepEqual(rest.body['offices'], [
    { office: '示例市甲县市场监督管理局', numerator: 3, denominator: 4 },
  ]);
  assert.equal((await officer.get('/api/indicators/nothing/items')).status, 404);
});

test('an office counts its own, the city both counties; and the table leaves as CSV', async () => {
  assert.equal((await values(await t.as('officer-county-b'))).get('leads')?.numerator, 1);
  assert.equal((await values(await t.as('head-city'))).get('leads')?.numerator, 5);
  const csv = await officer.get('/api/indicators/export?format=csv&lang=zh');
  assert.match(csv.bytes.toString(), /\r\n核查率,0\.75,3,4,/);
});
