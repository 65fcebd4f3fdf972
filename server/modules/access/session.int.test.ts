// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../../platform/testing/test-service.ts';

const t = await testService();

test('a session opens with the right password, writes need its CSRF token, and sign-out ends it', async () => {
  const officer = await t.as('officer-county-a');
  const me = await officer.get('/api/session');
  assert.equal(me.status, 200);
  assert.deepEqual(me.body['roles'], ['field_officer', 'monitor_analyst']);
  assert.equal((await t.nobody.get('/api/session')).status, 401);
  assert.equal((await officer.post('/api/people', {})).status, 403);
  assert.equal((await officer.delete('/api/session')).status, 204);
  assert.equal((await officer.get('/api/session')).status, 401);
});

test('a write without the CSRF token is refused', async () => {
  const account = t.accounts.find((one) => one.username === 'mediator')!;
  const answer = await t.nobody.post('/api/session', account);
  const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
  assert.match(String(answer.headers['set-cookie']), /HttpOnly; SameSite=Lax/);
  const without = await t.nobody.post(
    '/api/session/password',
    { current: 'x', next: 'y'.repeat(10) },
    { cookie },
  );
  assert.equal(without.status, 403);
  assert.equal(without.body['code'], 'csrf_wrong');
});

test('wrong passwords block the account for a while, and an unknown account answers the same', async () => {
  const attempt = (username: string) => t.nobody.post('/api/session', { username, password: 'wrong' });
  assert.equal((await attempt('nobody-of-that-name')).body['code'], 'credentials_wrong');
  for (let i = 0; i < t.app.settings.signInAttempts; i++)
    assert.equal((await attempt('trainer')).body['code'], 'credentials_wrong');
  assert.equal((await attempt('TRAINER')).body['code'], 'too_many_attempts');
  await assert.rejects(t.as('trainer'), /too_many_attempts/);
  t.clock.advance(31_000);
  await t.as('trainer');
});

test('errors speak the language that is asked for and point at the field', async () => {
  const answer = await t.nobody.post('/api/session', { username: 'a' }, { 'accept-language': 'en-GB' });
  assert.equal(answer.status, 422);
  assert.match(String(answer.body['title']), /Something in the input/);
  assert.ok(JSON.stringify(answer.body['errors']).includes('password'), JSON.stringify(answer.body));
});

test('an administrator makes and closes accounts, and the record tells', async () => {
  const admin = await t.as('administrator');
  const agencies = await admin.get('/api/agencies?level=county');
  assert.equal(agencies.body.items?.length, 2);
  const input = {
    username: 'newcomer',
    name: '示例新人',
    agencyId: agencies.body.items![0]!['id'],
    roles: ['mediator'],
    password: 'a long password',
  };
  const key = { 'idempotency-key': 'k1' };
  t.clock.advance(1);
  const made = await admin.post('/api/people', input, key);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const again = await admin.post('/api/people', input, key);
  assert.deepEqual(again.body, made.body);
  assert.equal(
    (await admin.post('/api/people', { ...input, name: 'x' }, key)).body['code'],
    'idempotency_conflict',
  );
  assert.equal((await admin.post('/api/people', input)).body['code'], 'username_taken');
  t.clock.advance(1);
  const closed = await admin.post(`/api/people/${made.body['id']}/disable`, {
    disabled: true,
    reason: 'left',
  });
  assert.notEqual(closed.body['disabledAt'], null);
  const refused = await t.nobody.post('/api/session', { username: 'newcomer', password: 'a long password' });
  assert.equal(refused.status, 401);
  const audit = await admin.get('/api/audit?limit=3');
  assert.deepEqual(
    audit.body.items?.map((row) => row['action']),
    ['disable-person', 'create-person', 'sign-in'],
  );
});

test('what is open is described, and nothing else answers', async () => {
  const description = await t.nobody.get('/api/openapi.json');
  assert.equal(description.body['openapi'], '3.1.0');
  assert.equal((await t.nobody.get('/api/nothing')).status, 404);
  assert.equal((await t.nobody.get('/healthz')).status, 200);
});
