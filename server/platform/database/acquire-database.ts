// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { failed } from '@yiwang/kernel';
import pg from 'pg';
import type { Settings } from '../settings/settings.ts';
import { type EmbeddedDatabase, startEmbedded } from './launcher/start-embedded.ts';

/** The addresses of one database, by role. */
export interface DatabaseAddresses {
  owner: string;
  app: string;
  worker: string;
}

export interface AcquiredDatabase {
  urls: DatabaseAddresses;
  /** Null for a server of one's own. */
  embedded: EmbeddedDatabase | null;
  /** Ends the embedded server if this process started it; does nothing otherwise. */
  release(): Promise<void>;
}

const NAME = 'yiwang';

/**
 * The database of these settings: `DATABASE_URL`, else the embedded one of the data folder, started or joined.
 * @throws AppError `database_unreachable` or one of the launcher's
 */
export async function acquireDatabase(
  settings: Settings,
  say?: (line: string) => void,
): Promise<AcquiredDatabase> {
  if (settings.databaseUrl !== null) {
    await requireServer(settings.databaseUrl);
    const app = settings.appDatabaseUrl ?? settings.databaseUrl;
    return {
      urls: { owner: settings.databaseUrl, app, worker: settings.databaseUrl },
      embedded: null,
      release: async () => undefined,
    };
  }
  const embedded = await startEmbedded({ folder: join(settings.data, 'postgres'), say });
  try {
    await makeDatabase(embedded.url, NAME);
  } catch (error) {
    if (embedded.own) await embedded.stop();
    throw error;
  }
  return {
    urls: embeddedUrls(embedded.url, NAME),
    embedded,
    release: async () => {
      if (embedded.own) await embedded.stop();
    },
  };
}

/** On the socket of the embedded server each role signs in by itself: nothing can step back to a stronger one. */
export function embeddedUrls(url: string, database: string): DatabaseAddresses {
  const as = (role: string) => {
    const address = new URL(url.replace('@/', '@socket/'));
    address.pathname = `/${database}`;
    address.username = role;
    return address.href.replace('@socket/', '@/');
  };
  return { owner: as('postgres'), app: as('yiwang_app'), worker: as('yiwang_worker') };
}

async function makeDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`create database ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

async function requireServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding`,
    );
    const { version, encoding } = found.rows[0]!;
    if (version < 150_000)
      throw failed('database_version', `PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${version}.`);
    if (encoding !== 'UTF8')
      throw failed('database_encoding', `The database must be UTF8; DATABASE_URL leads to ${encoding}.`);
  } catch (error) {
    if ((error as { family?: string }).family !== undefined) throw error;
    throw failed('database_unreachable', `DATABASE_URL does not answer: ${(error as Error).message}`, {
      cause: error,
    });
  } finally {
    await client.end().catch(() => undefined);
  }
}
