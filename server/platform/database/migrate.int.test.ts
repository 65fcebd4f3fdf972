// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import pg from 'pg';
import { testDatabase } from '../testing/test-database.ts';
import { withSystem } from './actor.ts';
import { openDb, openPool } from './db.ts';
import { migrate } from './migrate.ts';

const t = await testDatabase();
const name = `yw_own_${randomBytes(5).toString('hex')}`;
const admin = new pg.Client({ connectionString: t.urls.owner });
await admin.connect();

/** A server of one's own: the owner is no superuser and knows the roles only if somebody let it. */
const url = (() => {
  const address = new URL(t.urls.owner.replace('@/', '@socket/'));
  address.username = name;
  address.pathname = `/${name}`;
  return address.href.replace('@socket/', '@/');
})();
const urls = { owner: url, app: url, worker: url };

test('an owner without the right to the roles is told what an administrator has to run', async () => {
  await admin.query(`create role ${name} login`);
  await admin.query(`create database ${name} owner ${name}`);
  await assert.rejects(migrate(urls, []), { code: 'database_roles', message: /grant yiwang_app to/ });
});

test('two migrations at once apply each step once, as an owner who is no superuser', async () => {
  await admin.query(`grant yiwang_app, yiwang_worker to ${name}`);
  const subscription = { event: 'thing.happened', subscriber: 'test.one', handle: async () => undefined };
  const [first, second] = await Promise.all([migrate(urls, [subscription]), migrate(urls, [subscription])]);
  assert.deepEqual([first.length, second.length].sort()[0], 0);
  assert.deepEqual(await migrate(urls, []), []);
});

test('the application works under SET ROLE with the same walls', async () => {
  const db = openDb(openPool({ url, role: 'yiwang_app', max: 1, name: 'test' }));
  try {
    const role = await sql<{ role: string }>`select current_user::text as role`.execute(db);
    assert.equal(role.rows[0]?.role, 'yiwang_app');
    await assert.rejects(sql`delete from audit_entries`.execute(db), { code: '42501' });
    await withSystem(db, 'test', (tx) =>
      sql`select enqueue_job('x', '{}', null, null, null, null, 'replace', null)`.execute(tx),
    );
  } finally {
    await db.destroy();
  }
});

test('a database that is newer than the program is left alone', async () => {
  await admin.query(`grant ${name} to current_user`);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query("insert into schema_migrations values ('9999-from-the-future', '')");
  await owner.end();
  await assert.rejects(migrate(urls, []), { code: 'database_newer', message: /9999-from-the-future/ });
  // Here and not in a hook: the cluster ends in the first hook.
  await admin.query(`drop database ${name} with (force)`);
  await admin.query(`drop role ${name}`);
  await admin.end();
});
