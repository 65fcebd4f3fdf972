// SPDX-License-Identifier: Apache-2.0
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Answer, listImports as contract, Import, Query } from '@yiwang/contracts';
import { AppError, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import type { Call } from '../../../platform/http/route.ts';
import { type Sent, sendBytes } from '../../../platform/http/sent.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';
import { kindOf } from '../../../platform/tables/read-table.ts';
import { actorOf } from '../../access/index.ts';
import { digestOf, importSubjects } from './import-subjects.ts';

/** A million subjects are about 150 MB as CSV. */
const LARGEST = 1024 * 1024 * 1024;

const folderOf = (app: App): string => join(app.settings.data, 'imports');
const ending = (name: string): string => /(\.\w+(?:\.gz)?)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
const fileOf = (app: App, id: string, name: string): string => join(folderOf(app), `${id}${ending(name)}`);

interface Row {
  import_id: string;
  name: string;
  rows_done: number;
  made: number;
  changed: number;
  same: number;
  bad: number;
  by_name: string;
  asked_at: Date;
  ended_at: Date | null;
  problem: string | null;
}

const view = (row: Row): Import => ({
  id: row.import_id,
  name: row.name,
  state:
    row.problem !== null
      ? 'failed'
      : row.ended_at !== null
        ? 'done'
        : row.rows_done > 0
          ? 'running'
          : 'waiting',
  rowsDone: row.rows_done,
  made: row.made,
  changed: row.changed,
  same: row.same,
  bad: row.bad,
  by: row.by_name,
  askedAt: row.asked_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
  problem: row.problem,
});

const COLUMNS = sql`import_id, name, rows_done, made, changed, same, bad, by_name, asked_at, ended_at, problem`;

/** Imports of one's own office and those below, newest first. */
export async function listImports(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 2);
  const { rows } = await sql<Row>`
    select ${COLUMNS} from imports
    ${after ? sql`where (asked_at, import_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by asked_at desc, import_id desc limit ${limit + 1}`.execute(tx);
  return toPage(rows, limit, view, (row) => [row.asked_at.toISOString(), row.import_id]);
}

export const importJob = defineJob(
  'registry.import-subjects',
  Type.Object({ id: Type.String({ format: 'uuid' }), person: Type.String({ format: 'uuid' }) }),
);

/** Takes an upload: kept under the data folder, then imported by a worker. @throws AppError `table_unreadable` */
export async function takeUpload(call: Call): Promise<Import> {
  const { app, actor, request } = call;
  if (!request.isMultipart()) throw invalid('input_invalid', 'not a multipart upload');
  const part = await request.file({ limits: { fileSize: LARGEST, files: 1 } });
  if (!part) throw invalid('input_invalid', 'no file in the upload');
  const name = part.filename.replace(/[\\/]/g, '_').slice(-200);
  kindOf(name);
  await mkdir(folderOf(app), { recursive: true, mode: 0o700 });
  const id = uuidv7(app.clock.now());
  const path = fileOf(app, id, name);
  await pipeline(part.file, createWriteStream(`${path}.part`, { mode: 0o600 }));
  if (part.file.truncated) {
    await rm(`${path}.part`, { force: true });
    throw invalid('table_unreadable', `larger than ${LARGEST} bytes`);
  }
  await rename(`${path}.part`, path);
  const digest = await digestOf(path);
  return call.transact(async (tx) => {
    const { rows } = await sql<Row>`
      insert into imports (import_id, kind, name, digest, agency_path, by_name, asked_at)
      values (${id}, 'subjects', ${name}, ${digest}, ${actor.agencyPath}, ${actor.name}, ${new Date(app.clock.now())})
      on conflict (kind, digest, agency_path) do update set problem = null returning ${COLUMNS}`.execute(tx);
    const row = rows[0]!;
    // The same bytes again: the import that is there goes on, or is done already.
    if (row.import_id !== id) await rename(path, fileOf(app, row.import_id, row.name));
    if (row.ended_at === null)
      await enqueue(
        tx,
        importJob,
        { id: row.import_id, person: actor.personId! },
        { key: `import:${row.import_id}`, queue: 'imports', maxAttempts: 5 },
      );
    return view(row);
  });
}

/** Runs an upload as whoever asked for it; a worker that ends leaves it to the next one, at the row it had reached. */
export const runImport = handles(importJob, async ({ id, person }, context) => {
  const { app } = context;
  const actor = await context.system((tx) => actorOf(tx, person));
  if (actor === null) return;
  const { rows } = await context.as(actor, (tx) =>
    sql<{ name: string }>`select name from imports where import_id = ${id} and ended_at is null`.execute(tx),
  );
  const row = rows[0];
  if (!row) return;
  const path = fileOf(app, id, row.name);
  try {
    await importSubjects(app, actor, {
      path,
      name: row.name,
      errors: `${path}.errors.csv`,
      signal: context.signal,
    });
    await rm(path, { force: true });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'table_unreadable') throw error;
    await endWith(app, actor, id, error.message);
    await rm(path, { force: true });
  }
});

const endWith = (app: App, actor: Actor, id: string, problem: string) =>
  withActor(app.db, actor, (tx) =>
    sql`update imports set problem = ${problem}, ended_at = ${new Date(app.clock.now())}
      where import_id = ${id}`.execute(tx),
  );

/** The bad rows of an import. @throws AppError `not_found` – no such import in scope, or no bad row */
export async function sendErrors(call: Call<{ id: string }>): Promise<Sent> {
  const { rows } = await call.transact((tx) =>
    sql<{ name: string }>`select name from imports where import_id = ${call.params.id}`.execute(tx),
  );
  const row = rows[0];
  const path = row && `${fileOf(call.app, call.params.id, row.name)}.errors.csv`;
  const found = path && (await stat(path).catch(() => null));
  if (!row || !path || !found) throw refused('not_found', 'no bad rows');
  return sendBytes(call.reply, createReadStream(path), {
    type: 'text/csv; charset=utf-8',
    name: `${row.name}.errors.csv`,
    length: found.size,
  });
}
