// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generate } from 'otplib';
import { testService } from '../../../platform/testing/test-service.ts';

const t = await testService();
const account = (username: string) => t.accounts.find((one) => one.username === username)!;
const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(t.clock.now() / 1000) });

async function turnOn(username: string) {
  const client = await t.as(username);
  const { password } = account(username);
  const begun = await client.post('/api/session/second-factor', { password });
  assert.equal(begun.status, 200);
  const secret = String(begun.body['secret']);
  const done = await client.post('/api/session/second-factor/confirm', { otp: await codeOf(secret) });
  assert.equal(done.status, 200);
  return { client, secret, recovery: done.body['recoveryCodes'] as string[] };
}

const signIn = (username: string, otp?: string) =>
  t.nobody.post('/api/session', { username, password: account(username).password, ...(otp ? { otp } : {}) });

test('a code is asked for once it was confirmed, opens once, and never without the password', async () => {
  const { secret } = await turnOn('officer-county-a');
  assert.equal((await signIn('officer-county-a')).body['code'], 'otp_needed');
  assert.equal((await signIn('officer-county-a', '000000')).body['code'], 'otp_wrong');
  t.clock.advance(30_000);
  const code = await codeOf(secret);
  assert.equal((await signIn('officer-county-a', code)).status, 200);
  assert.equal((await signIn('officer-county-a', code)).body['code'], 'otp_wrong', 'a code opens once');
  const wrong = await t.nobody.post('/api/session', {
    username: 'officer-county-a',
    password: 'x',
    otp: code,
  });
  assert.equal(wrong.body['code'], 'credentials_wrong');
});

test('begun but not confirmed asks for nothing; changing it needs the password', async () => {
  const client = await t.as('officer-county-b');
  const { password } = account('officer-county-b');
  assert.equal(
    (await client.post('/api/session/second-factor', { password: 'x' })).body['code'],
    'credentials_wrong',
  );
  await client.post('/api/session/second-factor', { password });
  assert.equal((await signIn('officer-county-b')).status, 200);
  assert.equal((await client.get('/api/session/second-factor')).body['since'], null);
});

test('a recovery code opens once; an administrator turns codes off with a reason', async () => {
  const { client, recovery } = await turnOn('mediator');
  assert.equal(recovery.length, 8);
  assert.equal((await signIn('mediator', recovery[3]!.toUpperCase())).status, 200);
  assert.equal((await signIn('mediator', recovery[3])).body['code'], 'otp_wrong');
  assert.equal((await client.get('/api/session/second-factor')).body['recoveryLeft'], 7);
  const admin = await t.as('administrator');
  const id = ((await client.get('/api/session')).body['person'] as { id: string }).id;
  const path = `/api/people/${id}/second-factor/reset`;
  assert.equal((await client.post(path, { reason: 'x' })).status, 403);
  assert.equal((await admin.post(path, { reason: '示例：手机遗失' })).status, 204);
  assert.equal((await signIn('mediator')).status, 200);
});

test('guessed codes make the account wait, and the database holds no secret in the clear', async () => {
  const { secret } = await turnOn('trainer');
  const { signInAttempts } = t.app.settings;
  for (let i = 0; i < signInAttempts; i++) await signIn('trainer', '111111');
  assert.equal((await signIn('trainer', '111111')).body['code'], 'too_many_attempts');
  const { rows } = await t.app.db.executeQuery<{ secret: Buffer }>({
    ...t.app.db.selectFrom('second_factors').select('secret').compile(),
  });
  assert.ok(rows.length > 0 && rows.every((row) => !row.secret.includes(Buffer.from(secret))));
});
