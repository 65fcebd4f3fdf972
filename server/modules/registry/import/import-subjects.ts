// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Db, Tx } from '../../../platform/database/db.ts';
import { toCsv } from '../../../platform/export/write-csv.ts';
import { readTable, type TableRow } from '../../../platform/tables/read-table.ts';
import { mergeBatch } from './merge-batch.ts';
import { type ImportedSubject, knownField, type RowFault, readSubject } from './subject-row.ts';

export interface ImportResult {
  id: string;
  name: string;
  /** Good and bad rows read. */
  rows: number;
  made: number;
  changed: number;
  same: number;
  bad: number;
  /** A file of this digest was imported to its end before: nothing was done. */
  before: boolean;
  /** Rows that an earlier, interrupted run had done already. */
  resumedAt: number;
}

export interface ImportWish {
  path: string;
  /** Its name as people know it; an upload lies under another. */
  name?: string;
  /** Where row errors go; made only if there is one. */
  errors: string;
  /** Do it although it was done before. */
  again?: boolean;
  signal?: AbortSignal;
  onProgress?(rows: number): void;
  /** What is allowed outside of the office that asked: known when an upload waits in a job. */
  id?: string;
}

/** Rows of one transaction: a kill loses at most this much work and nothing of the result. */
const BATCH = 5_000;

/**
 * Imports a table of subjects. A batch and how far it went commit together, so an interrupted import goes on where it
 * stopped; a file that was imported is known by its digest. Memory does not grow with the file.
 * @throws AppError `table_unreadable`
 */
export async function importSubjects(
  app: { db: Db; clock: Clock },
  actor: Actor,
  wish: ImportWish,
): Promise<ImportResult> {
  const name = wish.name ?? basename(wish.path);
  const transact = <T>(fn: (tx: Tx) => Promise<T>) => withActor(app.db, actor, fn);
  const begun = await transact(async (tx) =>
    beginImport(tx, app.clock, actor, name, await digestOf(wish.path), wish),
  );
  if (begun.before) return { ...begun.result, before: true };
  const errors = errorFile(wish.errors);
  const result: ImportResult = { ...begun.result, bad: 0, rows: 0 };
  const merge = async (batch: readonly ImportedSubject[], done: number) => {
    await transact(async (tx) => {
      const counts = await mergeBatch(tx, app.clock, batch, `import:${name}`);
      result.made += counts.made;
      result.changed += counts.changed;
      result.same += counts.same;
      await sql`
        update imports set rows_done = ${done}, made = ${result.made}, changed = ${result.changed},
          same = ${result.same}, bad = ${result.bad} where import_id = ${result.id}`.execute(tx);
    });
    wish.onProgress?.(done);
  };
  // One batch is read while the one before is written.
  let writing: Promise<void> = Promise.resolve();
  try {
    let good: ImportedSubject[] = [];
    const columns = new Map<string, string>();
    for await (const row of readTable(wish.path, name)) {
      wish.signal?.throwIfAborted();
      addColumns(row, columns);
      const read = readSubject(row, columns);
      result.rows++;
      if (read.faults) {
        result.bad++;
        await errors.write(read.faults);
      } else if (result.rows > begun.result.resumedAt) good.push(read.subject);
      if (good.length < BATCH) continue;
      await writing;
      writing = merge(good, result.rows);
      // Looked at before the next batch; until then a failure must not count as unhandled.
      writing.catch(() => undefined);
      good = [];
    }
    await writing;
    await merge(good, result.rows);
    await transact((tx) => endImport(tx, app.clock, actor, result));
  } finally {
    await writing.catch(() => undefined);
    await errors.close();
  }
  return result;
}

/** Columns of a table with a head are the same in every row; lines of NDJSON may each have others. */
function addColumns(row: TableRow, columns: Map<string, string>): void {
  for (const title of Object.keys(row.values)) {
    if (columns.has(title)) continue;
    const field = knownField(title);
    if (field) columns.set(title, field);
  }
}

/** SHA-256 of a file, in hex: by it a file is known again. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

interface ImportRow {
  import_id: string;
  rows_done: number;
  made: number;
  changed: number;
  same: number;
  bad: number;
  ended_at: Date | null;
}

async function beginImport(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  name: string,
  digest: string,
  wish: ImportWish,
): Promise<{ before: boolean; result: ImportResult }> {
  const id = wish.id ?? uuidv7(clock.now());
  // Two runs of one file wait for each other at this row.
  await sql`
    insert into imports (import_id, kind, name, digest, agency_path, by_name, asked_at)
    values (${id}, 'subjects', ${name}, ${digest}, ${actor.agencyPath}, ${actor.name}, ${new Date(clock.now())})
    on conflict (kind, digest, agency_path) do nothing`.execute(tx);
  const { rows } = await sql<ImportRow>`
    select import_id, rows_done, made, changed, same, bad, ended_at from imports
    where kind = 'subjects' and digest = ${digest} and agency_path = ${actor.agencyPath} for update`.execute(
    tx,
  );
  const row = rows[0]!;
  const before = row.ended_at !== null && !wish.again;
  if (row.ended_at !== null && wish.again)
    await sql`
      update imports set rows_done = 0, made = 0, changed = 0, same = 0, bad = 0, ended_at = null
      where import_id = ${row.import_id}`.execute(tx);
  const fresh = row.ended_at !== null && wish.again === true;
  return {
    before,
    result: {
      id: row.import_id,
      name,
      rows: before ? row.rows_done : 0,
      made: fresh ? 0 : row.made,
      changed: fresh ? 0 : row.changed,
      same: fresh ? 0 : row.same,
      bad: fresh ? 0 : row.bad,
      before: false,
      resumedAt: fresh ? 0 : row.rows_done,
    },
  };
}

async function endImport(tx: Tx, clock: Clock, actor: Actor, result: ImportResult): Promise<void> {
  await sql`
    update imports set ended_at = ${new Date(clock.now())}, problem = null where import_id = ${result.id}`.execute(
    tx,
  );
  const { id, name, rows, made, changed, same, bad } = result;
  await recordAudit(tx, clock, actor, {
    action: 'import-subjects',
    object: { kind: 'import', id },
    details: { name, rows, made, changed, same, bad },
  });
}

/** Row errors as CSV `row,field,reason`; written aside and renamed, absent where every row is good. */
function errorFile(path: string): {
  write(faults: readonly RowFault[]): Promise<void>;
  close(): Promise<void>;
} {
  const half = `${path}.part`;
  let stream: WriteStream | null = null;
  return {
    async write(faults) {
      if (stream === null) {
        stream = createWriteStream(half, { mode: 0o600 });
        stream.write(`\uFEFF${toCsv([['row', 'field', 'reason']])}`);
      }
      if (!stream.write(toCsv(faults.map(({ row, field, reason }) => [row, field, reason]))))
        await once(stream, 'drain');
    },
    async close() {
      if (stream === null) return void (await rm(path, { force: true }));
      stream.end();
      await once(stream, 'finish');
      await rename(half, path);
    },
  };
}
