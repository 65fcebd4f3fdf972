// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import { holdFile, takeAction } from '../../platform/files/index.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { writeReminders } from './reminders.ts';
import { actorNamed, openTestFile } from './testing/open-files.ts';

// 2 March 2026, ten in the morning in Shanghai.
const t = await testService();
const officer = await t.as('officer-county-a');
const head = await t.as('head-county-a');
const other = await t.as('officer-county-b');
const today = '2026-03-02';

const late = await openTestFile(t, 'officer-county-a', { title: '逾期的文件', due: '2026-02-27' });
const due = await openTestFile(t, 'officer-county-a', { title: '今天到期的文件', due: today });
const week = await openTestFile(t, 'officer-county-a', { title: '本周到期的文件', due: '2026-03-06' });
const undated = await openTestFile(t, 'officer-county-a', { title: '没有期限的文件', due: null });
await openTestFile(t, 'officer-county-b', { title: '乙县的文件', due: today });

const counts = async (client: typeof officer, whose = 'mine') =>
  (await client.get(`/api/desk?whose=${whose}`)).body['counts'];
const titles = async (client: typeof officer, query: string) =>
  ((await client.get(`/api/desk/tasks?${query}`)).body.items ?? []).map((item) => item['title']);

test('every file lies in one bucket of the desk of the office that holds it, nearest date first', async () => {
  assert.deepEqual(await counts(officer), { overdue: 1, today: 1, week: 1, later: 1, waiting: 0 });
  assert.deepEqual(await titles(officer, 'whose=mine'), [
    '逾期的文件',
    '今天到期的文件',
    '本周到期的文件',
    '没有期限的文件',
  ]);
  assert.deepEqual(await titles(officer, 'bucket=today'), ['今天到期的文件']);
  assert.deepEqual(await titles(other, 'whose=office'), ['乙县的文件']);
  const first = (await officer.get('/api/desk/tasks?limit=1')).body;
  assert.deepEqual(await titles(officer, `limit=1&cursor=${first['next']}`), ['今天到期的文件']);
});

test('a task says which step comes next, which clock runs and how far it is', async () => {
  const [task] = (await officer.get('/api/desk/tasks?bucket=today')).body.items ?? [];
  assert.deepEqual(task?.['next'], { zh: '定级', en: 'Grade' });
  assert.equal(task?.['href'], `/console/leads/${due}`);
  assert.equal(task?.['due'], today);
  assert.equal(task?.['overdue'], false);
  assert.equal((task?.['holder'] as { name: string } | undefined)?.name, '示例市甲县市场监督管理局');
});

test('an officer takes what lies free; only a head moves what somebody has; both stay on record', async () => {
  const colleagues = (await officer.get('/api/desk/colleagues')).body.items ?? [];
  const self = colleagues.find((one) => one['name'] === '示例市甲县市场监督管理局执法员')?.['id'];
  const boss = colleagues.find((one) => one['name'] === '示例市甲县市场监督管理局负责人')?.['id'];
  assert.ok(self && boss);
  const give = (client: typeof officer, personId: unknown) =>
    client.post(`/api/files/${due}/assignee`, { personId, reason: '分工' });
  assert.equal((await give(head, boss)).status, 200);
  assert.deepEqual(await counts(officer), { overdue: 1, today: 0, week: 1, later: 1, waiting: 0 });
  assert.equal((await give(officer, self)).status, 403);
  assert.equal((await give(other, self)).status, 404);
  const back = await give(head, self);
  assert.equal((back.body['assignee'] as { id: string }).id, self);
  assert.deepEqual(await counts(officer), { overdue: 1, today: 1, week: 1, later: 1, waiting: 0 });
  const stranger = ((await other.get('/api/desk/colleagues')).body.items ?? [])[0]?.['id'];
  assert.equal((await give(head, stranger)).status, 422);
  const kept = await withSystem(t.app.db, 'test', (tx) =>
    sql<{
      count: number;
    }>`select count(*)::int as count from file_assignments where file_id = ${due}`.execute(tx),
  );
  assert.equal(kept.rows[0]?.count, 2);
  const reminders = (await officer.get('/api/desk/reminders')).body;
  assert.equal(reminders['unseen'], 1);
  assert.equal(reminders.items?.[0]?.['kind'], 'assigned');
});

test('the board counts by person, by state and by the offices below', async () => {
  const board = (await head.get('/api/desk/board')).body as Record<string, Record<string, unknown>[]>;
  assert.deepEqual(
    board['people']?.map((row) => [row['person'] === null, row['open'], row['overdue'], row['week']]),
    [
      [true, 3, 1, 1],
      [false, 1, 0, 1],
    ],
  );
  assert.deepEqual(
    board['states']?.map((row) => [row['procedure'], row['state'], row['count']]),
    [['lead', 'created', 4]],
  );
  const city = (await (await t.as('head-city')).get('/api/desk/board')).body as typeof board;
  assert.deepEqual(
    city['offices']?.map((row) => [(row['agency'] as { name: string }).name, row['open'], row['overdue']]),
    [
      ['示例市甲县市场监督管理局', 4, 1],
      ['示例市乙县市场监督管理局', 1, 0],
    ],
  );
});

test('a file handed on lies with the other office and waits on the desk of its owner', async () => {
  const actor = await actorNamed(t, 'officer-county-a');
  const station = '000000.900000.900100.900121.900121001';
  await withActor(t.app.db, actor, async (tx) => {
    await sql`select grant_file_access(${week}, ${station}, 'write')`.execute(tx);
    await holdFile(tx, week, station);
  });
  assert.deepEqual(await counts(officer), { overdue: 1, today: 1, week: 0, later: 1, waiting: 1 });
  assert.deepEqual(await titles(officer, 'bucket=waiting'), ['本周到期的文件']);
  assert.deepEqual(await titles(await t.as('officer-station'), 'bucket=week'), ['本周到期的文件']);
  assert.deepEqual(await titles(other, 'bucket=waiting'), []);
});

test('an ended file leaves the desk in the transaction that ends it', async () => {
  const actor = await actorNamed(t, 'officer-county-a');
  await withActor(t.app.db, actor, (tx) =>
    takeAction(tx, t.app.clock, actor, undated, {
      action: 'withdraw',
      form: {},
      version: null,
      byHouse: true,
    }),
  );
  assert.deepEqual(await counts(officer), { overdue: 1, today: 1, week: 0, later: 0, waiting: 1 });
});

test('a reminder comes once, to whoever has the file, else to the head; and is seen once', async () => {
  const write = () => withSystem(t.app.db, 'test', (tx) => writeReminders(tx, t.app.clock.now()));
  assert.ok((await write()) >= 2);
  assert.equal(await write(), 0);
  const mine = (await officer.get('/api/desk/reminders')).body;
  assert.deepEqual(
    mine.items?.map((item) => [item['kind'], item['title']]),
    [
      ['due-today', '今天到期的文件'],
      ['assigned', '今天到期的文件'],
    ],
  );
  const heads = (await head.get('/api/desk/reminders')).body;
  assert.ok(
    heads.items?.some((item) => item['kind'] === 'overdue' && item['href'] === `/console/leads/${late}`),
  );
  assert.equal((await officer.post('/api/desk/reminders/seen')).status, 204);
  assert.equal((await officer.get('/api/desk/reminders')).body['unseen'], 0);
});

test('what an absent colleague has lies on the desk of the deputy, from the first day to the last', async () => {
  const boss = await actorNamed(t, 'head-county-a');
  const self = await actorNamed(t, 'officer-county-a');
  await head.post(`/api/files/${late}/assignee`, { personId: boss.personId, reason: null });
  assert.deepEqual(await titles(officer, 'bucket=overdue'), []);
  const away = (from: string, to: string) =>
    withSystem(t.app.db, 'test', (tx) =>
      sql`insert into absences (absence_id, person_id, from_day, to_day, deputy_id, reason, made_at)
        values (gen_random_uuid(), ${boss.personId}, ${from}, ${to}, ${self.personId}, '休假', now())`.execute(
        tx,
      ),
    );
  await away('2026-03-03', '2026-03-05');
  assert.deepEqual(await titles(officer, 'bucket=overdue'), []);
  await away('2026-03-01', '2026-03-02');
  assert.deepEqual(await titles(officer, 'bucket=overdue'), ['逾期的文件']);
});

test('the calendar address shows due dates without a session, and nothing after it is revoked', async () => {
  const { address } = (await officer.post('/api/desk/calendar')).body as unknown as { address: string };
  const path = new URL(address).pathname;
  const calendar = await t.nobody.get(path);
  assert.equal(calendar.status, 200);
  assert.match(String(calendar.headers['content-type']), /^text\/calendar/);
  const text = calendar.bytes.toString();
  assert.match(text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
  assert.match(text, /DTSTART;VALUE=DATE:20260302\r\nDTEND;VALUE=DATE:20260303/);
  assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 2);
  assert.doesNotMatch(text, /乙县/);
  for (const line of text.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.notEqual((await officer.get('/api/desk/settings')).body['calendarSince'], null);
  assert.equal((await officer.delete('/api/desk/calendar')).status, 204);
  assert.equal((await t.nobody.get(path)).status, 404);
});
