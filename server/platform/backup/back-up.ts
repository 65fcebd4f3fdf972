// SPDX-License-Identifier: Apache-2.0
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Clock, failed, invalid } from '@yiwang/kernel';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { version } from '../version.ts';
import { digesting } from './digest-stream.ts';
import { listTables, qualified, quote, type TableShape } from './list-tables.ts';
import { EVIDENCE, type FileEntry, MANIFEST, type Manifest, type TableEntry } from './manifest.ts';

/**
 * Backs the database and the evidence files up into an empty folder, while the service runs: one repeatable-read
 * snapshot, one COPY per table, then the evidence (written before its rows, so the snapshot's files all exist).
 * @throws AppError `backup_folder` when the folder holds something, `disk_full` when there is no room
 */
export async function backUp(input: {
  ownerUrl: string;
  data: string;
  folder: string;
  clock: Clock;
  say?: (line: string) => void;
}): Promise<Manifest> {
  const { folder } = input;
  mkdirSync(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  if (readdirSync(folder).some((name) => name !== 'tables') || readdirSync(join(folder, 'tables')).length > 0)
    throw invalid('backup_folder', `${folder} is not empty: a backup needs a folder of its own`);
  const client = new pg.Client({ connectionString: input.ownerUrl, application_name: 'yiwang-backup' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const schema = await client.query<{ name: string }>('select name from schema_migrations order by name');
    const tables: TableEntry[] = [];
    for (const table of await listTables(client)) {
      input.say?.(`table ${table.schema}.${table.name}`);
      tables.push(await copyTable(client, table, folder));
    }
    const sequences = await client.query<{ schema: string; name: string; last: string }>(
      `select schemaname::text as schema, sequencename::text as name, last_value::text as last
       from pg_sequences where last_value is not null and schemaname in ('public', 'graphile_worker')`,
    );
    await client.query('commit');
    const files = await copyEvidence(join(input.data, EVIDENCE), join(folder, EVIDENCE), input.say);
    const manifest: Manifest = {
      format: 1,
      version,
      schema: schema.rows.map((row) => row.name),
      createdAt: new Date(input.clock.now()).toISOString(),
      tables,
      sequences: sequences.rows,
      files,
    };
    writeFileSync(join(folder, `${MANIFEST}.new`), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
    renameSync(join(folder, `${MANIFEST}.new`), join(folder, MANIFEST));
    return manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw failed('disk_full', `The disk with ${folder} is full: the backup is not complete.`, {
        cause: error,
      });
    throw error;
  } finally {
    await client.end();
  }
}

async function copyTable(client: pg.Client, table: TableShape, folder: string): Promise<TableEntry> {
  const file = join('tables', `${table.schema}.${table.name}.copy.gz`);
  const columns = table.columns.map(quote).join(', ');
  const copy = client.query(copyTo(`copy ${qualified(table)} (${columns}) to stdout`));
  const digest = digesting();
  await pipeline(
    copy,
    createGzip({ level: 5 }),
    digest.stream,
    createWriteStream(join(folder, file), { mode: 0o600 }),
  );
  return { ...table, rows: copy.rowCount, file: file.split(sep).join('/'), sha256: digest.result().sha256 };
}

async function copyEvidence(from: string, to: string, say?: (line: string) => void): Promise<FileEntry[]> {
  if (!existsSync(from)) return [];
  const entries: FileEntry[] = [];
  const found = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  if (found.length > 0) say?.(`${found.length} evidence files`);
  for (const entry of found) {
    const source = join(entry.parentPath, entry.name);
    const path = relative(from, source);
    // Files still being written have names that begin with a dot; the rows of their content are not in the snapshot.
    if (entry.name.startsWith('.')) continue;
    const target = join(to, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const digest = digesting();
    await pipeline(createReadStream(source), digest.stream, createWriteStream(target, { mode: 0o600 }));
    entries.push({ path: path.split(sep).join('/'), ...digest.result() });
  }
  return entries;
}
