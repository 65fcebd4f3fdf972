// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import { loadDemonstration } from '../../modules/access/index.ts';
import { withSystem } from '../database/actor.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { hangJob } from '../testing/hanging-worker.ts';
import { testDatabase } from '../testing/test-database.ts';
import { backUp } from './back-up.ts';
import { readBackup, restore } from './restore.ts';

const from = await testDatabase();
const to = await testDatabase();
const folder = join(from.app.settings.data, 'backup');
const evidence = join(from.app.settings.data, 'evidence', 'ab');

test('a backup holds every row, job and evidence file, and a restore gives them back', async () => {
  await loadDemonstration(from.app);
  await withSystem(from.app.db, 'test', (tx) => enqueue(tx, hangJob, { note: 'waiting' }));
  mkdirSync(evidence, { recursive: true });
  writeFileSync(join(evidence, 'abcdef'), 'the bytes that were judged');
  writeFileSync(join(evidence, '.half'), 'being written');
  const made = await backUp({
    ownerUrl: from.urls.owner,
    data: from.app.settings.data,
    folder,
    clock: from.clock,
  });
  assert.equal(made.files.length, 1);
  const manifest = await readBackup(folder);
  assert.deepEqual(manifest, made);
  const data = to.app.settings.data;
  await restore({ ownerUrl: to.urls.owner, data, folder, manifest, fresh: true });
  const people = (app: typeof to.app) =>
    withSystem(app.db, 'test', (tx) =>
      tx
        .selectFrom('people')
        .innerJoin('credentials', 'credentials.person_id', 'people.person_id')
        .selectAll()
        .orderBy('username')
        .execute(),
    );
  assert.deepEqual(await people(to.app), await people(from.app));
  assert.equal(readFileSync(join(data, 'evidence', 'ab', 'abcdef'), 'utf8'), 'the bytes that were judged');
  await withSystem(to.app.db, 'test', (tx) => enqueue(tx, hangJob, { note: 'after' }));
  const audit = await withSystem(to.app.db, 'test', (tx) =>
    sql<{ n: number }>`select count(*) as n from audit_entries`.execute(tx),
  );
  assert.ok(audit.rows[0]!.n >= 20);
});

test('a database with rows is not written over, and a changed file is named', async () => {
  const manifest = await readBackup(folder);
  await assert.rejects(
    restore({ ownerUrl: to.urls.owner, data: to.app.settings.data, folder, manifest, fresh: false }),
    { code: 'database_not_empty' },
  );
  appendFileSync(join(folder, manifest.tables[0]!.file), 'x');
  rmSync(join(folder, 'evidence', 'ab', 'abcdef'));
  await assert.rejects(readBackup(folder), (error: { code: string; faults: unknown[] }) => {
    assert.equal(error.code, 'backup_unreadable');
    assert.deepEqual(error.faults, [
      { field: manifest.tables[0]!.file, reason: 'has changed' },
      { field: 'evidence/ab/abcdef', reason: 'is missing' },
    ]);
    return true;
  });
  await assert.rejects(
    restore({
      ownerUrl: to.urls.owner,
      data: to.app.settings.data,
      folder,
      manifest: { ...manifest, schema: [...manifest.schema, '9999-from-the-future'] },
      fresh: false,
    }),
    { code: 'backup_newer' },
  );
});
