// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { openTestFile } from '../desk/testing/open-files.ts';

const t = await testService();
const a = await t.as('officer-county-a');
const b = await t.as('officer-county-b');
const fileId = await openTestFile(t, 'officer-county-a', { title: '示例养生茶虚假宣传', line: '某某养生馆' });
const digest = 'ab'.repeat(32);
await withSystem(t.app.db, 'test', async (tx) => {
  await sql`insert into subjects (subject_id, name, name_key, uscc, uscc_valid, first_seen_at, last_seen_at)
    values (gen_random_uuid(), '示例养生茶业有限公司', '示例养生茶业有限公司', '91900121000000010K', true, now(), now())`.execute(
    tx,
  );
  await sql`insert into venues (venue_id, kind, venue_key, name, url, host, first_seen_at, last_seen_at)
    values (gen_random_uuid(), 'site', 'tea.example', '示例养生茶官网', 'https://www.tea.example/', 'www.tea.example', now(), now())`.execute(
    tx,
  );
  await sql`insert into evidence (evidence_id, sha256, sm3, bytes, url, title, captured_at, has_screenshot, agency_path, created_at)
    values (gen_random_uuid(), ${digest}, ${digest}, 1, 'https://tea.example/1', '养生茶商品页', now(), false,
      '000000.900000.900100.900121', now())`.execute(tx);
  await sql`insert into documents (document_id, file_id, seq, template, words, data, number, title_zh, title_en, agency_id,
      agency_path, asked_at, asked_by)
    select gen_random_uuid(), file_id, 0, 'x', '{}', '{}', '示例文〔2026〕7号', '养生茶责令改正通知书', 'Order to correct',
      agency_id, agency_path, now(), 'x' from files where file_id = ${fileId}`.execute(tx);
});

interface Group {
  kind: string;
  items: { title: string; href: string; line: string | null }[];
  more: boolean;
}
const found = async (client: typeof a, q: string, more = '') => {
  const answer = await client.get(`/api/search?q=${encodeURIComponent(q)}${more}`);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return Object.fromEntries(
    (answer.body['groups'] as Group[]).map((group) => [group.kind, group.items.map((item) => item.title)]),
  );
};

test('two characters find files, subjects, venues, evidence and papers', async () => {
  assert.deepEqual(await found(a, '养生'), {
    files: ['示例养生茶虚假宣传'],
    subjects: ['示例养生茶业有限公司'],
    venues: ['示例养生茶官网'],
    hits: [],
    evidence: ['养生茶商品页'],
    documents: ['养生茶责令改正通知书'],
  });
});

test('another county finds the register and nothing of the files, by no words', async () => {
  for (const q of [
    '养生',
    '示例养生茶虚假宣传',
    '900121第0001号',
    '某某养生馆',
    '示例文〔2026〕7号',
    digest,
  ]) {
    const groups = await found(b, q);
    assert.deepEqual([groups['files'], groups['documents'], groups['evidence']], [[], [], []], q);
  }
  assert.deepEqual((await found(b, '养生'))['subjects'], ['示例养生茶业有限公司']);
});

test('a number, a credit code, a link and a digest find their thing; signs of LIKE are only signs', async () => {
  assert.deepEqual((await found(a, '900121第0001号'))['files'], ['示例养生茶虚假宣传']);
  assert.deepEqual((await found(a, '91900121000000010k'))['subjects'], ['示例养生茶业有限公司']);
  assert.deepEqual((await found(a, 'https://www.tea.example/'))['venues'], ['示例养生茶官网']);
  assert.deepEqual((await found(a, digest.slice(0, 16)))['evidence'], ['养生茶商品页']);
  assert.deepEqual((await found(a, '示例文〔2026〕7号'))['documents'], ['养生茶责令改正通知书']);
  for (const q of ['%%', '__', '\\\\', "'; drop table subjects"])
    assert.ok(
      Object.values(await found(a, q)).every((titles) => titles.length === 0),
      q,
    );
  assert.deepEqual(Object.keys(await found(a, '养生', '&kind=venues')), ['venues']);
});
