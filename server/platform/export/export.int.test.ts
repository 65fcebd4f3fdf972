// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import papa from 'papaparse';
import { openTestFile } from '../../modules/desk/testing/open-files.ts';
import { withSystem } from '../database/actor.ts';
import { testService } from '../testing/test-service.ts';

const t = await testService();
const SUBJECTS = 1203;
await openTestFile(t, 'officer-county-a', { title: '=HYPERLINK("http://x.example")', due: '2026-03-04' });
await openTestFile(t, 'officer-county-b', { title: '乙县的文件' });
await withSystem(t.app.db, 'test', (tx) =>
  sql`insert into subjects (subject_id, name, name_key, first_seen_at, last_seen_at)
    select gen_random_uuid(), '示例商行' || i, '示例商行' || i, now(), now() - i * interval '1 second'
    from generate_series(1, ${SUBJECTS}) i`.execute(tx),
);

test('a list leaves as CSV with every row of one’s own scope, formulas defused, and both ends audited', async () => {
  const officer = await t.as('officer-county-a');
  const answer = await officer.get('/api/desk/tasks/export?format=csv&whose=office&lang=en');
  assert.equal(answer.status, 200);
  assert.match(String(answer.headers['content-type']), /^text\/csv/);
  assert.match(
    String(answer.headers['content-disposition']),
    /^attachment; filename\*=UTF-8''Desk-2026-03-02\.csv$/,
  );
  const text = answer.bytes.toString();
  assert.equal(text.codePointAt(0), 0xfeff);
  const { data } = papa.parse<string[]>(text.slice(1).trimEnd());
  assert.equal(data[0]?.[0], 'Number');
  assert.equal(data.length, 2);
  assert.equal(data[1]?.[2], '\'=HYPERLINK("http://x.example")');
  assert.doesNotMatch(text, /乙县的文件/);
  const audit = (await (await t.as('head-county-a')).get('/api/audit?q=list')).body.items ?? [];
  const actions = audit.map((entry) => entry['action']);
  assert.ok(actions.includes('export-list'));
  const sent = await withSystem(t.app.db, 'test', (tx) =>
    sql<{ details: Record<string, unknown> }>`
      select details from audit_entries where action = 'export-sent' and object_id = 'tasks'`.execute(tx),
  );
  assert.equal(sent.rows[0]?.details['rows'], 1);
  assert.equal(sent.rows[0]?.details['complete'], true);
});

test('a long list leaves as a workbook page by page, under the same filters', async () => {
  const officer = await t.as('officer-county-a');
  const answer = await officer.get('/api/subjects/export?format=xlsx&lang=zh');
  const { sheets } = await readXlsx(answer.bytes);
  const rows = sheets[0]?.rows ?? [];
  assert.equal(sheets[0]?.name, '主体');
  assert.equal(rows.length, SUBJECTS + 1);
  assert.equal(new Set(rows.map((row) => row[0])).size, SUBJECTS + 1);
  const few = await officer.get(`/api/subjects/export?format=csv&q=${encodeURIComponent('商行120')}`);
  assert.equal(few.bytes.toString().trimEnd().split('\r\n').length, 1 + 5);
});

test('an export is open to whom its list is open', async () => {
  const officer = await t.as('officer-county-a');
  assert.equal((await officer.get('/api/people/export?format=csv')).status, 403);
  assert.equal((await officer.get('/api/audit/export?format=csv')).status, 403);
  assert.equal((await t.nobody.get('/api/leads/export?format=csv')).status, 401);
  assert.equal((await officer.get('/api/leads/export?format=pdf')).status, 422);
  for (const path of ['leads', 'hits', 'patrols', 'evidence', 'venues'])
    assert.equal((await officer.get(`/api/${path}/export?format=csv`)).status, 200, path);
  const administrator = await t.as('administrator');
  for (const path of ['people', 'audit'])
    assert.equal((await administrator.get(`/api/${path}/export?format=xlsx`)).status, 200, path);
});
