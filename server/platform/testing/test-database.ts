// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Clock, fixedClock } from '@yiwang/kernel';
import pg from 'pg';
import { pino } from 'pino';
import { modules } from '../../modules.ts';
import type { App } from '../app.ts';
import { type DatabaseAddresses, embeddedUrls } from '../database/acquire-database.ts';
import { startEmbedded } from '../database/launcher/start-embedded.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import { makeApp } from '../process/make-app.ts';
import { readSettings, type Settings } from '../settings/settings.ts';

/** A fresh database of its own, all migrations applied, reached as the application role. */
export interface TestDatabase {
  app: App;
  urls: DatabaseAddresses;
  clock: ReturnType<typeof fixedClock>;
}

const subscriptions = () => modules.flatMap((module) => module.subscriptions ?? []);

/**
 * One database per test file: a clone of a template. `YIWANG_TEST_PG` names a running cluster (npm test starts one for
 * all files); without it this file starts its own and ends it. Everything is undone after the file's last test.
 * Call it at the top of the file (`const t = await testDatabase()`), never inside a hook: `after` would run at once.
 */
export async function testDatabase(
  options: { settings?: Partial<Settings>; clock?: Clock } = {},
): Promise<TestDatabase> {
  open++;
  const cluster = process.env['YIWANG_TEST_PG'] ?? (await startCluster());
  const template = await makeTemplate(cluster);
  const name = `yw_test_${randomBytes(6).toString('hex')}`;
  await maintain(cluster, async (client) => {
    // Cloning is refused while somebody else clones: take turns.
    await client.query('select pg_advisory_lock(7949240002)');
    await client.query(`create database ${name} template ${template}`);
  });
  const urls = embeddedUrls(cluster, name);
  const data = mkdtempSync(join(tmpdir(), 'yw-test-'));
  const settings = { ...readSettings({}, { data, logLevel: 'silent', poolSize: 5 }), ...options.settings };
  const clock = fixedClock('2026-03-02T02:00:00.000Z');
  const { app, close } = makeApp(settings, urls, {
    name: 'test',
    clock: options.clock ?? clock,
    log: pino({ level: process.env['YIWANG_TEST_LOG'] ?? 'silent' }),
  });
  after(async () => {
    await close();
    rmSync(data, { recursive: true, force: true });
    await maintain(cluster, (client) => client.query(`drop database if exists ${name} with (force)`));
    if (--open === 0) await stopCluster?.();
  });
  return { app, urls, clock };
}

/** Databases of this process that are still in use; the last one ends the cluster. */
let open = 0;
let stopCluster: (() => Promise<void>) | undefined;
let own: Promise<string> | undefined;

function startCluster(): Promise<string> {
  own ??= (async () => {
    const { url, stop } = await startTestCluster();
    stopCluster = stop;
    return url;
  })();
  return own;
}

/** A cluster without fsync in a temporary folder, for a whole test run: put `url` into `YIWANG_TEST_PG`. */
export async function startTestCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'yw-pg-'));
  const server = await startEmbedded({ folder, unsafe: true });
  return {
    url: server.url,
    async stop() {
      await server.stop(50); // thrown away: no need to write it out
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The template carries the digest of all migrations and subscribers, so a changed file means a new one. */
async function makeTemplate(cluster: string): Promise<string> {
  const hash = createHash('sha256');
  for (const migration of readMigrations()) hash.update(migration.digest);
  for (const one of subscriptions()) hash.update(`${one.event}>${one.subscriber}`);
  const name = `yw_template_${hash.digest('hex').slice(0, 12)}`;
  await maintain(cluster, async (client) => {
    await client.query('select pg_advisory_lock(7949240002)');
    const found = await client.query('select datistemplate from pg_database where datname = $1', [name]);
    if (found.rows[0]?.datistemplate === true) return;
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
    await migrate(embeddedUrls(cluster, name), subscriptions());
    await client.query(`alter database ${name} is_template true`);
  });
  return name;
}

async function maintain(cluster: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: cluster });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
