// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '@yiwang/collector';
import { AppError } from '@yiwang/kernel';
import pg from 'pg';
import { type AcquiredDatabase, acquireDatabase } from '../database/acquire-database.ts';
import { findBinaries } from '../database/launcher/binaries.ts';
import { findUnprivileged } from '../database/launcher/unprivileged.ts';
import { readMigrations } from '../database/migrate.ts';
import type { Settings } from '../settings/settings.ts';
import { readRun } from './data-lock.ts';

/** One thing that was looked at. `warn` works but somebody should know. */
export interface Finding {
  check: string;
  state: 'ok' | 'warn' | 'bad';
  text: string;
}

const GIB = 1024 ** 3;

/** Looks at everything the service needs; changes nothing but starts the embedded database if it does not run. */
export async function diagnose(settings: Settings): Promise<Finding[]> {
  const findings: Finding[] = [runtime(), ...folder(settings)];
  if (settings.databaseUrl === null) findings.push(...embedded(settings));
  findings.push(...(await database(settings)), await browser(settings));
  if (settings.demo)
    findings.push({ check: 'demo', state: 'warn', text: 'demonstration accounts are on: not for real work' });
  if (settings.publicUrl !== null && !settings.publicUrl.startsWith('https:'))
    findings.push({
      check: 'address',
      state: 'warn',
      text: 'YIWANG_PUBLIC_URL is not https: passwords travel openly',
    });
  if (settings.allowAddresses.length > 0)
    findings.push({
      check: 'address guard',
      state: 'warn',
      text: `private addresses may be visited: ${settings.allowAddresses.join(' ')}`,
    });
  return findings;
}

function runtime(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const text = `Node ${process.versions.node} on ${process.platform}-${process.arch}, uid ${process.getuid?.()}`;
  return { check: 'runtime', state: major >= 24 ? 'ok' : 'bad', text };
}

function folder(settings: Settings): Finding[] {
  const { data } = settings;
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    return [{ check: 'data folder', state: 'bad', text: `${data}: ${(error as Error).message}` }];
  }
  const space = statfsSync(data);
  const free = (space.bavail * space.bsize) / GIB;
  const run = readRun(data);
  return [
    {
      check: 'data folder',
      state: free < 0.2 ? 'bad' : free < 2 ? 'warn' : 'ok',
      text: `${data}, ${free.toFixed(1)} GB free${run?.address ? `; served by process ${run.pid} at ${run.address}` : ''}`,
    },
  ];
}

function embedded(settings: Settings): Finding[] {
  try {
    const binaries = findBinaries();
    const user = findUnprivileged([binaries.folder], join(settings.data, 'postgres'));
    const way = {
      'as-is': 'as this user',
      'user-namespace': 'in a user namespace (root shown as nobody)',
      nobody: 'as nobody',
    }[user.way];
    return [{ check: 'embedded PostgreSQL', state: 'ok', text: `runs ${way}` }];
  } catch (error) {
    return [{ check: 'embedded PostgreSQL', state: 'bad', text: (error as Error).message }];
  }
}

async function database(settings: Settings): Promise<Finding[]> {
  let acquired: AcquiredDatabase;
  if (settings.databaseUrl === null && !existsSync(join(settings.data, 'postgres', 'cluster', 'PG_VERSION')))
    return [
      { check: 'database', state: 'warn', text: 'not made yet: "npm start" or "yiwang serve" makes it' },
    ];
  try {
    acquired = await acquireDatabase(settings);
  } catch (error) {
    return [{ check: 'database', state: 'bad', text: (error as Error).message }];
  }
  const client = new pg.Client({ connectionString: acquired.urls.owner });
  try {
    await client.connect();
    const found = await client.query<{ version: string; ready: boolean }>(
      "select current_setting('server_version') as version, to_regclass('schema_migrations') is not null as ready",
    );
    const { version, ready } = found.rows[0]!;
    const findings: Finding[] = [{ check: 'database', state: 'ok', text: `PostgreSQL ${version}` }];
    if (!ready) {
      findings.push({
        check: 'schema',
        state: 'warn',
        text: 'not made yet: "yiwang migrate" or "npm start"',
      });
      return findings;
    }
    findings.push(await schema(client), await workers(client), await jobs(client));
    return findings;
  } catch (error) {
    return [{ check: 'database', state: 'bad', text: (error as Error).message }];
  } finally {
    await client.end().catch(() => undefined);
    await acquired.release();
  }
}

async function schema(client: pg.Client): Promise<Finding> {
  const rows = await client.query<{ name: string }>('select name from schema_migrations');
  const done = new Set(rows.rows.map((row) => row.name));
  const known = readMigrations().map((migration) => migration.name);
  const missing = known.filter((name) => !done.has(name));
  const newer = [...done].filter((name) => !known.includes(name));
  if (newer.length > 0)
    return { check: 'schema', state: 'bad', text: `newer than this version: ${newer.join(' ')}` };
  if (missing.length > 0)
    return { check: 'schema', state: 'warn', text: `to be applied: ${missing.join(' ')}` };
  return { check: 'schema', state: 'ok', text: `${done.size} migrations, the last ${known.at(-1)}` };
}

async function workers(client: pg.Client): Promise<Finding> {
  const rows = await client.query<{ alive: number }>(
    "select count(*)::int as alive from worker_processes where seen_at > now() - interval '10 seconds'",
  );
  const { alive } = rows.rows[0]!;
  return alive > 0
    ? { check: 'workers', state: 'ok', text: `${alive} at work` }
    : { check: 'workers', state: 'warn', text: 'none is running: patrols and deliveries wait' };
}

async function jobs(client: pg.Client): Promise<Finding> {
  const rows = await client.query<{ waiting: number; dead: number; kinds: string | null }>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting,
       count(*) filter (where attempts >= max_attempts)::int as dead,
       string_agg(distinct task_identifier, ' ') filter (where attempts >= max_attempts) as kinds
     from graphile_worker.jobs`,
  );
  const { waiting, dead, kinds } = rows.rows[0]!;
  return dead > 0
    ? { check: 'jobs', state: 'bad', text: `${dead} gave up (${kinds}); ${waiting} waiting` }
    : { check: 'jobs', state: 'ok', text: `${waiting} waiting, none gave up` };
}

async function browser(settings: Settings): Promise<Finding> {
  try {
    const found = await findBrowser({
      chromiumPath: settings.chromiumPath ?? undefined,
      cacheDir: join(settings.data, 'cache'),
    });
    return settings.chromiumSandbox
      ? { check: 'browser', state: 'ok', text: `${found.path} (${found.source})` }
      : {
          check: 'browser',
          state: 'warn',
          text: `${found.path}: without its sandbox, by YIWANG_CHROMIUM_SANDBOX`,
        };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { check: 'browser', state: 'warn', text: `none: evidence has no pictures (${error.message})` };
  }
}
