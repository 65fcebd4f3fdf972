// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';

const t = await testService();

test('anybody sees what an inspector would see, with the place, the article and how to mend it', async () => {
  const title = '保温杯 全网最低价 音质第一';
  const { status, body } = await t.nobody.post('/api/self-check', { title, category: '日用', price: 29.9 });
  assert.equal(status, 200);
  const answer = body as unknown as {
    labels: string[];
    findings: {
      field: string;
      start: number;
      end: number;
      text: string;
      advice: { zh: string };
      basis: { title: string }[];
    }[];
  };
  assert.deepEqual(answer.labels, ['advertising/absolute']);
  const [first] = answer.findings;
  assert.ok(first);
  assert.equal(title.slice(first.start, first.end), first.text);
  assert.ok(first.advice.zh.length > 5);
  assert.ok(first.basis.some((row) => row.title?.includes('广告法')));
});

test('a lawful listing has nothing to mend; a body of the wrong shape is refused', async () => {
  const clean = await t.nobody.post('/api/self-check', { title: '纯棉毛巾 三条装', description: null });
  assert.deepEqual([clean.body['labels'], clean.body['findings']], [[], []]);
  assert.equal((await t.nobody.post('/api/self-check', { title: '' })).status, 422);
  assert.equal((await t.nobody.post('/api/self-check', { title: 'x'.repeat(501) })).status, 422);
});

test('nothing of it is kept', async () => {
  const marker = '独一无二的自检标记一二三';
  await t.nobody.post('/api/self-check', { title: `${marker} 全网最低价` });
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from audit_entries e where e::text like ${`%${marker}%`}`.execute(tx),
  );
  assert.equal(rows[0]?.n, 0);
});
