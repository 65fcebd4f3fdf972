// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { nameKey } from './name-key.ts';

export interface LikeSubject {
  id: string;
  name: string;
  uscc: string | null;
  by: 'uscc' | 'name';
}

/** Subjects that carry this credit code or this very name. */
export async function subjectsLike(
  tx: Tx,
  shown: { name: string | null; uscc: string | null },
): Promise<LikeSubject[]> {
  const key = shown.name === null ? null : nameKey(shown.name);
  if (key === null && shown.uscc === null) return [];
  const { rows } = await sql<{
    subject_id: string;
    name: string;
    uscc: string | null;
    by_code: boolean | null;
  }>`
    select subject_id, name, uscc, uscc = ${shown.uscc} as by_code from subjects
    where uscc = ${shown.uscc} or name_key = ${key} order by by_code desc nulls last, name limit 10`.execute(
    tx,
  );
  return rows.map((row) => ({
    id: row.subject_id,
    name: row.name,
    uscc: row.uscc,
    by: row.by_code ? ('uscc' as const) : ('name' as const),
  }));
}

export async function hasSubject(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from subjects where subject_id = ${id}`.execute(tx);
  return rows.length > 0;
}
