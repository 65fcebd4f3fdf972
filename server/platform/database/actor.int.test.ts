// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { testDatabase } from '../testing/test-database.ts';
import { type Actor, publicActor, withActor, withSystem } from './actor.ts';

const t = await testDatabase();

const officer = (agencyPath: string): Actor => ({
  kind: 'person',
  personId: uuidv7(Date.now()),
  name: 'officer',
  agencyId: uuidv7(Date.now()),
  agencyPath,
  roles: ['field_officer'],
  scopes: null,
});

test('the application role owns nothing and cannot change what is append-only', async () => {
  const owned = await sql<{
    n: number;
  }>`select count(*) as n from pg_class c join pg_roles r on r.oid = c.relowner
    where r.rolname = 'yiwang_app'`.execute(t.app.db);
  assert.equal(owned.rows[0]?.n, 0);
  const who = await sql<{
    u: string;
    s: boolean;
  }>`select session_user::text as u, rolsuper or rolbypassrls as s
    from pg_roles where rolname = session_user`.execute(t.app.db);
  assert.deepEqual(who.rows[0], { u: 'yiwang_app', s: false });
  for (const statement of [
    'update audit_entries set action = action',
    'delete from audit_entries',
    'delete from events',
  ])
    await assert.rejects(sql.raw(statement).execute(t.app.db), { code: '42501' });
});

test('a file is seen by its office and those above, not beside or below, and by nobody outside a transaction', async () => {
  const file = uuidv7(Date.now());
  const county = officer('000000.900000.900100.900121');
  await withActor(t.app.db, county, (tx) =>
    sql`select grant_file_access(${file}, ${county.agencyPath}, 'own')`.execute(tx),
  );
  const sees = async (actor: Actor) => {
    const rows = await withActor(t.app.db, actor, (tx) =>
      tx.selectFrom('file_access').select('file_id').where('file_id', '=', file).execute(),
    );
    return rows.length === 1;
  };
  assert.equal(await sees(county), true);
  assert.equal(await sees(officer('000000.900000')), true);
  assert.equal(await sees(officer('000000')), true);
  assert.equal(await sees(officer('000000.900000.900100.900122')), false);
  assert.equal(await sees(officer('000000.900000.900100.900121.900121001')), false);
  assert.equal(await sees(officer('000000.900000.900100.90012')), false);
  assert.equal(await sees(publicActor), false);
  assert.equal((await t.app.db.selectFrom('file_access').select('file_id').execute()).length, 0);
  const beside = officer('000000.900000.900100.900122');
  await assert.rejects(
    withActor(t.app.db, beside, (tx) =>
      sql`select grant_file_access(${file}, ${beside.agencyPath}, 'own')`.execute(tx),
    ),
    { code: '42501' },
  );
  await withActor(t.app.db, county, (tx) =>
    sql`select grant_file_access(${file}, ${beside.agencyPath}, 'read')`.execute(tx),
  );
  assert.equal(await sees(beside), true);
});

test('the scope of a transaction does not stay on its connection', async () => {
  await withSystem(t.app.db, 'test', async () => undefined);
  const left = await Promise.all(
    Array.from({ length: 5 }, () => sql<{ lo: string }>`select scope_lo() as lo`.execute(t.app.db)),
  );
  assert.deepEqual([...new Set(left.map((row) => row.rows[0]?.lo))], ['']);
});
