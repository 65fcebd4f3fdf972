// SPDX-License-Identifier: Apache-2.0
import type { Answer, listPatrols as contract, Query } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { selectPatrols } from './patrol-view.ts';

const STATES: Record<string, RawBuilder<unknown>> = {
  queued: sql`p.ended_at is null and p.stopped_at is null and p.started_at is null`,
  running: sql`p.ended_at is null and p.stopped_at is null and p.started_at is not null`,
  stopped: sql`p.ended_at is null and p.stopped_at is not null`,
  done: sql`p.ended_at is not null and p.problem is null`,
  failed: sql`p.ended_at is not null and p.problem is not null`,
};

/** Patrols, newest first. */
export async function listPatrols(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 1);
  const rows = await selectPatrols(
    tx,
    sql`where ${query.state ? STATES[query.state]! : sql`true`}
      ${after ? sql`and p.patrol_id < ${after[0]}::uuid` : sql``} order by p.patrol_id desc limit ${limit + 1}`,
  );
  return toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.id],
  );
}
