// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LAW_SHELVES, type LawRow } from '@yiwang/contracts';
import { testService } from '../../platform/testing/test-service.ts';

const t = await testService();

test('every shelf answers to the public, each row with both languages', async () => {
  for (const shelf of LAW_SHELVES) {
    const { status, body } = await t.nobody.get(`/api/law/${shelf}`);
    assert.equal(status, 200, shelf);
    const rows = body.items as unknown as LawRow[];
    assert.ok(rows.length > 3, shelf);
    for (const row of rows) assert.ok(row.title.zh && row.title.en, `${shelf} ${row.id}`);
    assert.equal(new Set(rows.map((row) => row.id)).size, rows.length, shelf);
  }
});

test('a search finds rows in either language', async () => {
  const found = await t.nobody.get(`/api/law/duties?q=${encodeURIComponent('直播')}`);
  assert.ok(found.body.items!.length > 0);
  const none = await t.nobody.get('/api/law/duties?q=zzzz');
  assert.equal(none.body.items!.length, 0);
});

test('a due date comes with its reckoning in words', async () => {
  const { status, body } = await t.nobody.post('/api/law/due', {
    procedure: 'complaint',
    clock: 'accept',
    from: '2026-09-24',
  });
  assert.equal(status, 200);
  assert.match(String(body['due']), /^2026-\d\d-\d\d$/);
  assert.ok((body['derivation'] as { zh: string; en: string }[]).every((line) => line.zh && line.en));
});

test('a clock that does not exist is a fault of the input', async () => {
  const { status, body } = await t.nobody.post('/api/law/due', {
    procedure: 'x',
    clock: 'y',
    from: '2026-01-05',
  });
  assert.equal(status, 422);
  assert.equal(body['code'], 'input_invalid');
});

test('the competent office comes with its articles', async () => {
  const { status, body } = await t.nobody.post('/api/law/jurisdiction', {
    kind: 'complaint',
    date: '2026-09-24',
    role: 'self-built',
    domicile: '330106',
  });
  assert.equal(status, 200, JSON.stringify(body));
  assert.deepEqual(body['primary'], ['330106']);
  assert.ok((body['basis'] as unknown[]).length > 0);
});
