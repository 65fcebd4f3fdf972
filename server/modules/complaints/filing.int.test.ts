// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';

const t = await testService({ settings: { filingsPerHour: 500 } });
t.clock.set('2026-05-11T02:00:00.000Z');

const filer = { name: '示例投诉人甲', phone: '13900000001', address: '示例省示例市某路1号' };
const complaint = (more: Record<string, unknown> = {}) => ({
  shop: { name: '仿真小店', respondentAddress: '示例省示例市甲县某某路2号' },
  matter: 'goods',
  statement: '买的东西与描述不符，商家拒绝退货。',
  claims: ['refund'],
  amount: 99.5,
  filer,
  ...more,
});

test('a complaint gets a receipt, the right office and a running clock; the code opens its status', async () => {
  const filed = await t.nobody.post('/api/complaints', complaint());
  assert.equal(filed.status, 201, JSON.stringify(filed.body));
  const { receipt, items } = filed.body as unknown as {
    receipt: string;
    items: { kind: string; number: string; office: string; due: string }[];
  };
  assert.match(receipt, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}$/);
  assert.equal(items[0]!.office, '示例市甲县市场监督管理局');
  assert.equal(items[0]!.due, '2026-05-20');
  const status = await t.nobody.get(`/api/status/${receipt.toLowerCase()}`);
  assert.equal(status.status, 200);
  const text = JSON.stringify(status.body);
  for (const secret of [filer.name, filer.phone, filer.address]) assert.ok(!text.includes(secret), secret);
  assert.ok(text.includes('待受理'));
  assert.equal((await t.nobody.get('/api/status/0000-0000-0000-00000')).status, 404);
});

test('a paper that is complaint and report is split; each half has its own file, the report hides its reporter', async () => {
  const filed = await t.nobody.post(
    '/api/complaints',
    complaint({ alsoReport: { statement: '店里在卖违禁刀具。' }, filer: { ...filer, phone: '13900000002' } }),
  );
  assert.deepEqual(
    (filed.body.items as { kind: string }[]).map((one) => one.kind),
    ['complaint', 'report'],
  );
  const clerk = await t.as('intake-clerk');
  const reports = await clerk.get('/api/reports');
  const complaints = await clerk.get('/api/complaints');
  assert.equal(reports.body.items!.length, 1);
  assert.equal(reports.body.items![0]!['seal'], 'SEALED');
  const report = String(reports.body.items![0]!['id']);
  const own = await clerk.get(`/api/reports/${report}`);
  assert.equal(own.status, 200, JSON.stringify(own.body));
  assert.ok(!JSON.stringify(own.body['related']).includes('paper'), 'the halves do not point at each other');
  assert.ok(complaints.body.items!.length >= 2);

  const mediator = await t.as('mediator');
  const look = { purpose: 'contact', rationale: '联系核实情况' };
  assert.equal((await mediator.post(`/api/filings/${report}/identity`, look)).status, 403);
  const seen = await clerk.post(`/api/filings/${report}/identity`, look);
  assert.equal((seen.body['parties'] as { fields: { phone: string } }[])[0]!.fields.phone, '13900000002');
  const after = await clerk.get(`/api/reports/${report}`);
  const reads = (after.body['identity'] as { reads: { purpose: string; by: string }[] }).reads;
  assert.deepEqual([reads[0]!.purpose, reads[0]!.by], ['contact', '示例受理员']);
  const status = await t.nobody.get(`/api/status/${String(filed.body['receipt'])}`);
  const shown = (status.body.items as { identityReads: { office: string; purpose: string }[] }[])[1]!;
  assert.equal(shown.identityReads[0]!.purpose, 'contact');
  assert.ok(!JSON.stringify(shown).includes('示例受理员'), 'the filer learns the office, not the officer');
});

test('sent twice, or twice at once, under one key it is one paper; another body under the key is refused', async () => {
  const count = async () =>
    withSystem(
      t.app.db,
      'test',
      async (tx) => (await sql<{ n: number }>`select count(*)::int as n from filings`.execute(tx)).rows[0]!.n,
    );
  const before = await count();
  const key = { 'idempotency-key': 'k-0001-0001' };
  const body = complaint({ filer: { ...filer, phone: '13900000003' } });
  const answers = await Promise.all([1, 2, 3, 4].map(() => t.nobody.post('/api/complaints', body, key)));
  assert.deepEqual([...new Set(answers.map((one) => one.body['receipt']))].length, 1);
  assert.ok(answers.every((one) => one.status === 201));
  assert.equal(await count(), before + 1);
  const other = await t.nobody.post('/api/complaints', { ...body, amount: 1 }, key);
  assert.equal(other.body['code'], 'idempotency_conflict');
});

test('the desk keys a letter of last week; the clock runs from its day, duplicates are counted', async () => {
  const clerk = await t.as('intake-clerk');
  const similar = await clerk.post('/api/filings/similar', { phone: '139 0000 0003' });
  assert.equal((similar.body['counts'] as { byFiler: number }).byFiler, 1);
  const filed = await clerk.post('/api/intake', {
    kind: 'complaint',
    channel: 'letter',
    receivedOn: '2026-05-07',
    complaint: complaint({ filer: { ...filer, phone: '13900000003' } }),
  });
  assert.equal(filed.status, 201, JSON.stringify(filed.body));
  assert.equal(
    (filed.body.items as { due: string }[])[0]!.due,
    '2026-05-15',
    'Saturday the 9th is a working day',
  );
  const id = (filed.body['ids'] as { id: string }[])[0]!.id;
  const detail = await clerk.get(`/api/complaints/${id}`);
  assert.equal((detail.body['counts'] as { byDispute: number }).byDispute, 1);
  assert.ok((detail.body['related'] as { same: string[] }[]).some((one) => one.same.includes('dispute')));
  const late = await clerk.post('/api/intake', {
    kind: 'complaint',
    channel: 'phone',
    receivedOn: '2026-06-01',
    complaint: complaint(),
  });
  assert.equal(late.body['code'], 'received_in_future');
});

test('actions come from the procedure; forwarding stays inside; the filer reads the decision and answers', async () => {
  const filed = await t.nobody.post(
    '/api/complaints',
    complaint({ filer: { ...filer, phone: '13900000004' } }),
  );
  const receipt = String(filed.body['receipt']);
  const clerk = await t.as('intake-clerk');
  const list = await clerk.get('/api/complaints?q=仿真小店');
  const number = (filed.body.items as { number: string }[])[0]!.number;
  const row = list.body.items!.find((one) => one['number'] === number)!;
  const act = (client: typeof clerk, action: string, version: number, form: object) =>
    client.post(`/api/complaints/${String(row['id'])}/actions/${action}`, { version, form });
  const agencies = await withSystem(
    t.app.db,
    'test',
    async (tx) =>
      (await sql<{ agency_id: string; name: string }>`select agency_id, name from agencies`.execute(tx)).rows,
  );
  const office = (name: string) => agencies.find((one) => one.name.includes(name))!.agency_id;
  const outside = await act(clerk, 'forward', 1, { office: office('乙县') });
  assert.equal(outside.body['code'], 'form_invalid');
  const sent = await act(clerk, 'forward', 1, { office: office('示例街道') });
  assert.equal(sent.status, 200, JSON.stringify(sent.body));
  const station = await t.as('officer-station');
  const there = await station.get(`/api/complaints/${String(row['id'])}`);
  assert.equal(there.status, 200);
  assert.ok(
    !(there.body['actions'] as { id: string }[]).some((one) => one.id === 'forward'),
    'no passing on',
  );
  const accepted = await act(station, 'accept', 2, { contact: '示例承办人 000-0000' });
  assert.equal((accepted.body['filing'] as { state: string }).state, 'accepted');
  assert.equal(
    (await (await t.as('officer-county-b')).get(`/api/complaints/${String(row['id'])}`)).status,
    404,
  );
  await clerk.post(`/api/filings/${String(row['id'])}/messages`, { text: '请补充付款凭证。' });
  t.clock.set('2026-05-11T02:01:00.000Z');
  await t.nobody.post(`/api/status/${receipt}/messages`, { item: 0, text: '已在附件中。' });
  const status = await t.nobody.get(`/api/status/${receipt}`);
  const item = (
    status.body.items as { talk: { side: string }[]; clocks: { due: string }[]; can: string[] }[]
  )[0]!;
  assert.deepEqual(
    item.talk.map((one) => one.side),
    ['office', 'filer'],
  );
  assert.deepEqual(item.can, ['withdraw']);
  assert.equal(item.clocks[1]!.due, '2026-07-10');
});
