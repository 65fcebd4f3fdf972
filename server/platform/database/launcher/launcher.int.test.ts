// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import pg from 'pg';
import { findBinaries } from './binaries.ts';
import { isAlive } from './postmaster.ts';
import { type EmbeddedDatabase, startEmbedded } from './start-embedded.ts';

const scratch = mkdtempSync(join(tmpdir(), 'yw-launcher-'));
const folder = join(scratch, 'postgres');
let running: EmbeddedDatabase | undefined;
after(async () => {
  await running?.stop(50);
  rmSync(scratch, { recursive: true, force: true });
});

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('a new folder becomes a UTF-8 database that sorts by code point, behind a closed socket', async () => {
  running = await startEmbedded({ folder });
  const rows = await ask(
    running.url,
    `select getdatabaseencoding() as e, datctype as c, current_setting('listen_addresses') as tcp,
     current_setting('fsync') as fsync from pg_database where datname = 'postgres'`,
  );
  assert.deepEqual(rows, [{ e: 'UTF8', c: 'C.UTF-8', tcp: '', fsync: 'on' }]);
  assert.equal(statSync(join(folder, 'socket')).mode & 0o077, 0);
  await ask(running.url, 'create table kept (n int)');
});

test('a second start joins the running server instead of fighting for it', async () => {
  const second = await startEmbedded({ folder });
  assert.equal(second.own, false);
  assert.equal(second.pid, running?.pid);
});

test('a killed server is started again with everything that was committed', async () => {
  await ask(running!.url, 'insert into kept values (1), (2)');
  process.kill(running!.pid, 'SIGKILL');
  running = await startEmbedded({ folder });
  assert.deepEqual(await ask(running.url, 'select count(*)::int as n from kept'), [{ n: 2 }]);
});

test('a pid file whose number belongs to another program by now does not block the start', async () => {
  await running!.stop();
  writeFileSync(
    join(folder, 'cluster', 'postmaster.pid'),
    `${process.pid}\n${folder}/cluster\n0\n5432\n\n\n`,
  );
  running = await startEmbedded({ folder });
  assert.equal(running.own, true);
  assert.ok(isAlive(running.pid));
});

test('a data folder too long for a socket gets one elsewhere', async () => {
  const deep = join(scratch, 'x'.repeat(60), 'y'.repeat(60));
  mkdirSync(deep, { recursive: true });
  const server = await startEmbedded({ folder: deep, unsafe: true });
  assert.deepEqual(await ask(server.url, 'select 1 as one'), [{ one: 1 }]);
  await server.stop(50);
});

test('links of libraries that the package did not make are made', () => {
  const { folder: packageFolder } = findBinaries();
  const link = join(packageFolder, 'native', 'lib', 'libecpg.so');
  const target = readlinkSync(link);
  unlinkSync(link);
  findBinaries();
  assert.equal(existsSync(link), true);
  assert.equal(readlinkSync(link), target);
});

test('a folder of another major version is refused in one sentence', async () => {
  const old = join(scratch, 'old');
  mkdirSync(join(old, 'cluster'), { recursive: true });
  writeFileSync(join(old, 'cluster', 'PG_VERSION'), '15\n');
  await assert.rejects(startEmbedded({ folder: old }), {
    code: 'database_version',
    message: /PostgreSQL 15/,
  });
});
