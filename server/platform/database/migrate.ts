// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failed } from '@yiwang/kernel';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Subscription } from '../events/subscription.ts';
import { silentLogger } from '../jobs/queue-logger.ts';
import type { DatabaseAddresses } from './acquire-database.ts';
import { bootstrapRoles } from './bootstrap-roles.ts';
import { openPool } from './db.ts';

/** One numbered file; forward only. */
export interface Migration {
  name: string;
  text: string;
  digest: string;
}

const platformFolder = fileURLToPath(new URL('./migrations/', import.meta.url));
const modulesFolder = fileURLToPath(new URL('../../modules/', import.meta.url));

/** Reads the platform's and every module's `migrations/NNNN-name.sql`, ordered by number; a number twice is a fault. */
export function readMigrations(): Migration[] {
  const folders = [platformFolder];
  for (const name of readdirSync(modulesFolder)) folders.push(join(modulesFolder, name, 'migrations'));
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(basename(file)))
    .sort((a, b) => basename(a).localeCompare(basename(b)));
  const numbers = new Map<string, string>();
  return files.map((file) => {
    const name = basename(file, '.sql');
    const before = numbers.get(name.slice(0, 4));
    if (before !== undefined)
      throw failed('migrations_clash', `Two migrations have the number of ${name}: ${before}`);
    numbers.set(name.slice(0, 4), name);
    const text = readFileSync(file, 'utf8');
    return { name, text, digest: createHash('sha256').update(text).digest('hex') };
  });
}

/** The same key in every version: two starts at once migrate one after the other. */
const LOCK_KEY = 7_949_240_001;

/**
 * Brings the database to this version's schema, as its owner, under an advisory lock.
 * @returns names of the migrations that were applied now
 * @throws AppError `database_newer` when it holds migrations this version does not know
 */
export async function migrate(
  urls: DatabaseAddresses,
  subscriptions: readonly Subscription[],
  say: (line: string) => void = () => undefined,
): Promise<string[]> {
  const migrations = readMigrations();
  const client = new pg.Client({ connectionString: urls.owner, application_name: 'yiwang-migrate' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    await client.query(
      `create table if not exists schema_migrations
       (name text primary key, digest text not null, applied_at timestamptz not null default now())`,
    );
    const applied = await client.query<{ name: string }>('select name from schema_migrations');
    const done = new Set(applied.rows.map((row) => row.name));
    const known = new Set(migrations.map((migration) => migration.name));
    const newer = [...done].filter((name) => !known.has(name)).sort();
    if (newer.length > 0)
      throw failed(
        'database_newer',
        `The database is newer than this version of yiwang (it has ${newer.at(-1)}): start the newer version.`,
      );
    await bootstrapRoles(client, urls.worker !== urls.owner);
    const open = migrations.filter((migration) => !done.has(migration.name));
    await migrateQueue(urls.worker);
    for (const migration of open) {
      say(`migration ${migration.name}`);
      await apply(client, migration);
    }
    await client.query('grant select on schema_migrations to yiwang_app');
    await synchroniseSubscribers(client, subscriptions);
    return open.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/**
 * For processes that do not migrate themselves (a worker on another machine).
 * @throws AppError `database_not_migrated` or `database_newer`
 */
export async function requireMigrated(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'yiwang-check' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const there = await client.query<{ ready: boolean }>(
      "select to_regclass('schema_migrations') is not null as ready",
    );
    const rows = there.rows[0]?.ready
      ? (await client.query<{ name: string }>('select name from schema_migrations')).rows
      : [];
    const done = new Set(rows.map((row) => row.name));
    const known = readMigrations().map((migration) => migration.name);
    const missing = known.filter((name) => !done.has(name));
    if (missing.length > 0)
      throw failed(
        'database_not_migrated',
        `The database lacks ${missing.length} migration(s) of this version: run "yiwang migrate" or start the service first.`,
      );
    const newer = [...done].find((name) => !known.includes(name));
    if (newer !== undefined)
      throw failed('database_newer', `The database is newer than this version of yiwang (it has ${newer}).`);
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '20s'");
    await client.query(migration.text);
    await client.query('insert into schema_migrations (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    const { message, position } = error as { message: string; position?: string };
    const line =
      position === undefined ? '' : ` (line ${migration.text.slice(0, Number(position)).split('\n').length})`;
    throw failed('migration_failed', `Migration ${migration.name} failed${line}: ${message}`, {
      cause: error,
    });
  }
}

async function migrateQueue(url: string): Promise<void> {
  const pool = openPool({ url, role: 'yiwang_worker', max: 2, name: 'yiwang-migrate-queue' });
  try {
    await runMigrations({ pgPool: pool, logger: silentLogger });
  } finally {
    await pool.end();
  }
}

async function synchroniseSubscribers(client: pg.Client, list: readonly Subscription[]): Promise<void> {
  const kinds = list.map((subscription) => subscription.event);
  const names = list.map((subscription) => subscription.subscriber);
  await client.query('begin');
  await client.query('lock table event_subscribers in exclusive mode');
  await client.query(
    `delete from event_subscribers s where not exists
     (select 1 from unnest($1::text[], $2::text[]) n(kind, subscriber)
      where n.kind = s.kind and n.subscriber = s.subscriber)`,
    [kinds, names],
  );
  await client.query(
    `insert into event_subscribers select distinct kind, subscriber from unnest($1::text[], $2::text[]) n(kind, subscriber)
     on conflict do nothing`,
    [kinds, names],
  );
  await client.query('commit');
}
