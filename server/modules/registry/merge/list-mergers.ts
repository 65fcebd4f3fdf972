// SPDX-License-Identifier: Apache-2.0
import type { Merger } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Static } from 'typebox';
import type { Tx } from '../../../platform/database/db.ts';

interface Row {
  merger_id: string;
  from_id: string;
  name: string;
  uscc: string | null;
  at: Date;
  by_name: string;
  reason: string;
  undone_at: Date | null;
  undone_by: string | null;
  undo_reason: string | null;
}

/** Which records were merged into this one, also those that were taken out again. */
export async function listMergers(tx: Tx, id: string): Promise<Static<typeof Merger>[]> {
  const { rows } = await sql<Row>`
    select m.merger_id, m.from_id, s.name, s.uscc, m.at, m.by_name, m.reason, m.undone_at, m.undone_by, m.undo_reason
    from subject_mergers m join subjects s on s.subject_id = m.from_id
    where m.into_id = ${id} order by m.at desc limit 100`.execute(tx);
  return rows.map((row) => ({
    id: row.merger_id,
    record: { id: row.from_id, name: row.name, uscc: row.uscc },
    at: row.at.toISOString(),
    by: row.by_name,
    reason: row.reason,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
    undoReason: row.undo_reason,
  }));
}

/** The record and those behind it: everything that hangs on a subject hangs on one of these. */
export async function familyOf(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject_id as id from subjects where subject_id = ${id} or merged_into = ${id}`.execute(tx);
  return rows.map((row) => row.id);
}
