// SPDX-License-Identifier: Apache-2.0
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { invalid, refused } from '@yiwang/kernel';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Check } from 'typebox/value';
import { digestFile, digesting } from './digest-stream.ts';
import { listTables, qualified, quote } from './list-tables.ts';
import { EVIDENCE, MANIFEST, Manifest, type TableEntry } from './manifest.ts';

/**
 * Reads a backup and proves every file against the manifest before anything is changed.
 * @throws AppError `backup_unreadable` naming each missing or changed file
 */
export async function readBackup(folder: string): Promise<Manifest> {
  const path = join(folder, MANIFEST);
  if (!existsSync(path))
    throw invalid(
      'backup_unreadable',
      `${folder} has no ${MANIFEST}: it is no backup, or one that was broken off`,
    );
  const manifest: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Check(Manifest, manifest))
    throw invalid('backup_unreadable', `${path} is not a manifest of this format`);
  const faults = [];
  const all = [
    ...manifest.tables.map((table) => ({ file: table.file, sha256: table.sha256 })),
    ...manifest.files.map((file) => ({ file: `${EVIDENCE}/${file.path}`, sha256: file.sha256 })),
  ];
  for (const { file, sha256 } of all) {
    const at = join(folder, file);
    if (normalize(file).startsWith('..')) faults.push({ field: file, reason: 'leads out of the backup' });
    else if (!existsSync(at)) faults.push({ field: file, reason: 'is missing' });
    else if ((await digestFile(at)) !== sha256) faults.push({ field: file, reason: 'has changed' });
  }
  if (faults.length > 0)
    throw invalid('backup_unreadable', 'The backup is damaged; nothing was restored.', { faults });
  return manifest;
}

/**
 * Loads a proven backup in one transaction into a database that is migrated and empty.
 * @param fresh the database was made for this restore: rows that migrations wrote are replaced
 * @throws AppError `database_not_empty`, `backup_newer`
 */
export async function restore(input: {
  ownerUrl: string;
  data: string;
  folder: string;
  manifest: Manifest;
  fresh: boolean;
  say?: (line: string) => void;
}): Promise<void> {
  const client = new pg.Client({ connectionString: input.ownerUrl, application_name: 'yiwang-restore' });
  await client.connect();
  try {
    await client.query('begin');
    await requireSchema(client, input.manifest);
    await empty(client, input.fresh);
    // As superuser the checks of foreign keys wait for nobody; elsewhere the order of the tables meets them.
    await client.query('savepoint checks');
    await client
      .query('set local session_replication_role = replica')
      .catch(() => client.query('rollback to checks'));
    for (const table of await inOrder(client, input.manifest)) {
      input.say?.(`table ${table.schema}.${table.name}: ${table.rows} rows`);
      await load(client, table, input.folder);
    }
    for (const { schema, name, last } of input.manifest.sequences)
      await client.query('select setval($1::regclass, $2)', [qualified({ schema, name }), last]);
    // Jobs that were at work when the backup was made are at nobody's now.
    await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null');
    await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null');
    await restoreEvidence(input);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function requireSchema(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await client.query<{ name: string }>('select name from schema_migrations');
  const known = new Set(here.rows.map((row) => row.name));
  const missing = manifest.schema.filter((name) => !known.has(name));
  if (missing.length > 0)
    throw refused(
      'backup_newer',
      `The backup is of a newer version (${missing.at(-1)}): restore it with that one.`,
    );
}

async function empty(client: pg.Client, fresh: boolean): Promise<void> {
  for (const table of await listTables(client)) {
    const some = await client.query(`select 1 from ${qualified(table)} limit 1`);
    if (some.rowCount === 0) continue;
    // Kinds of jobs and queues are names without content.
    const harmless = fresh || /^_private_(tasks|job_queues|known_crontabs)$/.test(table.name);
    if (!harmless)
      throw refused(
        'database_not_empty',
        `The table ${table.name} has rows: restore into an empty database.`,
      );
    await client.query(`truncate ${qualified(table)} cascade`);
  }
}

async function inOrder(client: pg.Client, manifest: Manifest): Promise<TableEntry[]> {
  const order = (await listTables(client)).map((table) => `${table.schema}.${table.name}`);
  const at = (table: TableEntry) => order.indexOf(`${table.schema}.${table.name}`);
  return [...manifest.tables].sort((a, b) => at(a) - at(b));
}

async function load(client: pg.Client, table: TableEntry, folder: string): Promise<void> {
  const columns = table.columns.map(quote).join(', ');
  // What a trigger derived from tables before it (file_tasks), where triggers could not be held back: the backup has it.
  await client.query(`delete from ${qualified(table)}`);
  const copy = client.query(copyFrom(`copy ${qualified(table)} (${columns}) from stdin`));
  await pipeline(createReadStream(join(folder, table.file)), createGunzip(), copy);
  if (copy.rowCount !== table.rows)
    throw invalid(
      'backup_unreadable',
      `${table.file} gave ${copy.rowCount} rows, the manifest says ${table.rows}`,
    );
}

async function restoreEvidence(input: { data: string; folder: string; manifest: Manifest }): Promise<void> {
  for (const { path, sha256 } of input.manifest.files) {
    const target = join(input.data, EVIDENCE, path);
    if (existsSync(target)) continue; // content-addressed: the name says what is in it
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const digest = digesting();
    const half = join(dirname(target), `.restoring-${process.pid}`);
    await pipeline(
      createReadStream(join(input.folder, EVIDENCE, path)),
      digest.stream,
      createWriteStream(half, { mode: 0o600 }),
    );
    if (digest.result().sha256 !== sha256)
      throw invalid('backup_unreadable', `${path} changed while it was read`);
    renameSync(half, target);
  }
}
