// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { usccCheckCharacter } from '@yiwang/kernel';
import { writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { systemActor, withSystem } from '../../../platform/database/actor.ts';
import { testDatabase } from '../../../platform/testing/test-database.ts';
import { importSubjects } from './import-subjects.ts';

const t = await testDatabase();
const folder = t.app.settings.data;
const codeOf = (i: number): string => {
  const body = `91900121${String(i).padStart(9, '0')}`;
  return body + usccCheckCharacter(body);
};
const run = (path: string, more: object = {}) =>
  importSubjects(t.app, systemActor('import'), { path, errors: `${path}.errors.csv`, ...more });
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const all = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> =>
  (await withSystem(t.app.db, 'test', (tx) => query.execute(tx))).rows;

test('good rows come into the register, bad ones into FILE.errors.csv with row, field and reason', async () => {
  const path = file(
    'first.csv',
    [
      '名称,统一社会信用代码,种类,服务种类,登记状态,成立日期,地址,网址,别的',
      `示例（杭州）电子商务有限公司,${codeOf(1)},企业,,存续,2020/3/5,示例路1号,www.shop-a.example,x`,
      `示例支付有限公司,${codeOf(2)},服务商,支付,存续,,,,`,
      `没有代码的商行,,,,,,,,`,
      `代码错的商行,${codeOf(3).slice(0, 17)}I,,,,,,,`,
      `,${codeOf(4)},,,,2020-02-30,,,`,
      '示例甲,,自然人,,,,,,',
    ].join('\n'),
  );
  const result = await run(path);
  assert.deepEqual([result.rows, result.made, result.changed, result.same, result.bad], [6, 3, 0, 0, 3]);
  const errors = readFileSync(`${path}.errors.csv`, 'utf8');
  assert.match(errors, /^\uFEFFrow,field,reason\r\n5,uscc,not a credit code/);
  assert.match(errors, /\r\n6,name,missing\r\n6,registeredOn,/);
  assert.match(errors, /\r\n7,externalId,/);
  const [subject] = await all(
    sql<
      Record<string, unknown>
    >`select s.*, registered_on::text as day, v.url, v.kind as venue_kind from subjects s
      join venues v using (subject_id) where s.uscc = ${codeOf(1)}`,
  );
  assert.equal(subject?.['address'], '示例路1号');
  assert.equal(subject?.['day'], '2020-03-05');
  assert.equal(subject?.['status'], 'active');
  assert.equal(subject?.['url'], 'https://www.shop-a.example/');
  assert.equal(subject?.['venue_kind'], 'site');
  assert.equal(subject?.['said_by'], 'import:first.csv');
});

test('the same file again does nothing; the same rows in another file change nothing; new values do', async () => {
  const path = join(folder, 'first.csv');
  assert.equal((await run(path)).before, true);
  const anew = await run(path, { again: true });
  assert.deepEqual([anew.made, anew.changed, anew.same, anew.bad], [0, 0, 3, 3]);
  const later = await run(
    file(
      'later.ndjson.gz',
      gzipSync(
        [
          JSON.stringify({
            name: '示例(杭州)电子商务有限公司',
            uscc: codeOf(1).toLowerCase(),
            address: '示例路2号',
          }),
          JSON.stringify({ name: '没有代码的商行', uscc: codeOf(9) }),
          '{"name":',
          '',
        ].join('\n'),
      ),
    ),
  );
  assert.deepEqual([later.rows, later.made, later.changed, later.bad], [3, 0, 2, 1]);
  const named = await all(sql<{ uscc: string }>`select uscc from subjects where name = '没有代码的商行'`);
  assert.deepEqual(named, [{ uscc: codeOf(9) }]);
  const kept = await all(sql<Record<string, string>>`
    select field, value, source, s.address from facts f join subjects s on s.subject_id = f.object_id
    where s.uscc = ${codeOf(1)} and field = 'address'`);
  assert.deepEqual(kept, [
    { field: 'address', value: '示例路1号', source: 'import:first.csv', address: '示例路2号' },
  ]);
});

test('a workbook and a table in GB 18030 are read like any other', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '一',
        rows: [
          ['名称', '统一社会信用代码'],
          ['示例表格商行', codeOf(20)],
        ],
      },
    ],
  });
  assert.equal((await run(file('book.xlsx', bytes))).made, 1);
  // 名称\n示例国标商行 in GB 18030
  const gb = Buffer.from('c3fbb3c60acabec0fdb9fab1eac9ccd0d00a', 'hex');
  assert.equal((await run(file('gb.csv', gb))).made, 1);
  assert.equal((await all(sql`select 1 from subjects where name = '示例国标商行'`)).length, 1);
  await assert.rejects(run(file('wrong.pdf', '%PDF')), { code: 'table_unreadable' });
});

test('an interrupted import goes on where it stopped, with every row once', async () => {
  const lines = ['name,uscc'];
  for (let i = 0; i < 12_000; i++) lines.push(`示例续传商行${i},${i === 7000 ? 'XX' : codeOf(100_000 + i)}`);
  const path = file('long.csv', lines.join('\n'));
  const stop = new AbortController();
  await assert.rejects(run(path, { signal: stop.signal, onProgress: () => stop.abort() }));
  const half = await all(
    sql<{ count: number }>`select count(*)::int as count from subjects where name like '示例续传%'`,
  );
  // Whole batches only; the next one may have been on its way when the first said so.
  assert.ok(half[0]?.count === 5000 || half[0]?.count === 10_000, String(half[0]?.count));
  const rest = await run(path);
  assert.ok(rest.resumedAt >= 5000 && rest.resumedAt < 12_000);
  assert.deepEqual([rest.made, rest.bad, rest.rows], [11_999, 1, 12_000]);
  const whole = await all(
    sql<{ count: number }>`select count(*)::int as count from subjects where name like '示例续传%'`,
  );
  assert.equal(whole[0]?.count, 11_999);
  assert.ok(existsSync(`${path}.errors.csv`));
});
