// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../../../platform/testing/test-service.ts';
import { openTestLead } from '../../coordination/testing/open-lead.ts';

const t = await testService();
const admin = await t.as('administrator');
type Row = Record<string, unknown>;
const tree = async () => (await admin.get('/api/agency-tree')).body.items as Row[];
const find = async (division: string) => (await tree()).find((one) => one['division'] === division)!;

test('an office is added on its division code, below and within the one above', async () => {
  const city = await find('900100');
  const make = (body: Row) =>
    admin.post('/api/agencies', { kind: 'authority', parentId: city['id'], ...body });
  const made = await make({ name: '示例市丙县市场监督管理局', level: 'county', division: '900123' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(made.body['path'], '000000.900000.900100.900123');
  const wrong: [Row, string][] = [
    [{ name: '别处的县局', level: 'county', division: '910123' }, 'division'],
    [{ name: '县局写成省局', level: 'province', division: '900000' }, 'level'],
    [{ name: '六位的所', level: 'station', division: '900123' }, 'division'],
  ];
  for (const [body, field] of wrong) {
    const answer = await make(body);
    assert.equal(answer.body['code'], 'input_invalid');
    assert.ok(JSON.stringify(answer.body['errors']).includes(field), JSON.stringify(answer.body));
  }
  const twice = await make({ name: '再来一个丙县局', level: 'county', division: '900123' });
  assert.equal(twice.body['code'], 'agency_known');
  const beside = await make({
    name: '示例市某某部门',
    kind: 'department',
    level: 'city',
    division: '900100',
  });
  assert.equal(beside.status, 201, JSON.stringify(beside.body));
  assert.ok(String(beside.body['path']).startsWith('x.'), 'a department has no scope in the tree');
  const renamed = await admin.put(`/api/agencies/${String(made.body['id'])}`, {
    name: '示例市丙县市监局',
    closed: true,
  });
  assert.notEqual(renamed.body['closedAt'], null);
  const open = (await admin.get('/api/agencies?level=county')).body.items!;
  assert.equal(open.length, 2, 'a closed office is sent nothing new');
});

test('units belong to an office; a person sits in a unit of the own office only', async () => {
  const [a, b] = [await find('900121'), await find('900122')];
  const made = await admin.post(`/api/agencies/${String(a['id'])}/units`, {
    name: '网络监管股',
    duty: 'monitoring',
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const twin = await admin.post(`/api/agencies/${String(a['id'])}/units`, {
    name: '网络监管股',
    duty: 'general',
  });
  assert.equal(twin.body['code'], 'unit_known');
  const person = {
    name: '示例新人',
    roles: ['field_officer'],
    password: 'a long password',
    unitId: made.body['id'],
  };
  const lost = await admin.post('/api/people', { ...person, username: 'lost', agencyId: b['id'] });
  assert.equal(lost.body['code'], 'input_invalid');
  const good = await admin.post('/api/people', { ...person, username: 'unit-member', agencyId: a['id'] });
  assert.equal((good.body['unit'] as Row)['name'], '网络监管股', JSON.stringify(good.body));
  const closed = await admin.put(`/api/units/${String(made.body['id'])}`, {
    name: '网监股',
    duty: 'monitoring',
    closed: true,
  });
  assert.notEqual(closed.body['closedAt'], null);
  const other = await t.as('officer-county-b');
  assert.deepEqual((await other.get(`/api/agencies/${String(a['id'])}/units`)).body.items, []);
});

test('a deputy holds the roles of an absent head from the first to the last day, and the timeline says so', async () => {
  const officer = await t.as('officer-county-a');
  const head = await t.as('head-county-a');
  const me = (await officer.get('/api/session')).body['person'] as Row;
  const boss = (await head.get('/api/session')).body['person'] as Row;
  const lead = await openTestLead(t, 'officer-county-a');
  const extend = () =>
    officer.post(`/api/leads/${lead}/actions/extend`, { version: 1, form: { reason: '案情复杂' } });
  assert.equal((await extend()).body['code'], 'action_not_open');
  const wish = { from: '2026-03-02', to: '2026-03-03', deputyId: me['id'], reason: '出差' };
  const others = await officer.post('/api/absences', { ...wish, personId: boss['id'], deputyId: null });
  assert.equal(others.body['code'], 'not_allowed', 'nobody sends the head away');
  const made = await head.post('/api/absences', { ...wish, personId: null });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const stranger = (await (await t.as('officer-county-b')).get('/api/session')).body['person'] as Row;
  const wrong = await head.post('/api/absences', { ...wish, personId: null, deputyId: stranger['id'] });
  assert.equal(wrong.body['code'], 'input_invalid', 'a deputy is of the same office');
  assert.deepEqual((await officer.get('/api/session')).body['standsInFor'], [
    '示例市甲县市场监督管理局负责人',
  ]);
  const done = await extend();
  assert.equal(done.status, 200, JSON.stringify(done.body));
  const last = (done.body['timeline'] as Row[]).at(-1)!;
  assert.match(String(last['actor']), /（代 示例市甲县市场监督管理局负责人）/);
  assert.equal((await (await t.as('officer-county-b')).get('/api/absences')).body.items!.length, 0);
  const ended = await head.post(`/api/absences/${String(made.body['id'])}/end`);
  assert.notEqual(ended.body['endedAt'], null);
  assert.deepEqual((await officer.get('/api/session')).body['standsInFor'], []);
});
