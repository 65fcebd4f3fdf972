// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { nameKey } from './name-key.ts';

export interface SeenSubject {
  name: string;
  /** As shown; kept also when its check character is wrong. */
  uscc: string | null;
  usccValid: boolean | null;
}

/**
 * The subject that a page names: by a valid credit code, else by its name. A name seen with a code for the first time
 * gives the subject that had none its code; two codes are two subjects whatever they are called.
 */
export async function upsertSubject(tx: Tx, clock: Clock, seen: SeenSubject): Promise<string> {
  const now = new Date(clock.now());
  const key = nameKey(seen.name);
  const uscc = seen.usccValid ? seen.uscc : null;
  if (uscc !== null) {
    // An hour's grain: the same footer on every page must not write the same row on every page.
    const known = await sql<{ subject_id: string }>`
      select coalesce(merged_into, subject_id) as subject_id from subjects where uscc = ${uscc}`.execute(tx);
    if (known.rows[0]) return touch(tx, known.rows[0].subject_id, now);
    const named = await sql<{ subject_id: string }>`
      update subjects set uscc = ${uscc}, uscc_valid = true, last_seen_at = ${now}
      where name_key = ${key} and uscc is null returning coalesce(merged_into, subject_id) as subject_id`.execute(
      tx,
    );
    if (named.rows[0]) return named.rows[0].subject_id;
  } else {
    const named = await sql<{ subject_id: string }>`
      select coalesce(merged_into, subject_id) as subject_id from subjects
      where name_key = ${key} order by uscc nulls last, subject_id limit 1`.execute(tx);
    if (named.rows[0]) return touch(tx, named.rows[0].subject_id, now);
  }
  const target = uscc === null ? sql`(name_key) where uscc is null` : sql`(uscc) where uscc is not null`;
  const { rows } = await sql<{ subject_id: string }>`
    insert into subjects (subject_id, name, name_key, uscc, uscc_valid, first_seen_at, last_seen_at)
    values (${uuidv7(clock.now())}, ${seen.name}, ${key}, ${uscc}, ${uscc === null ? null : true}, ${now}, ${now})
    on conflict ${target} do update set last_seen_at = excluded.last_seen_at
    returning subject_id`.execute(tx);
  return rows[0]!.subject_id;
}

async function touch(tx: Tx, id: string, now: Date): Promise<string> {
  await sql`update subjects set last_seen_at = ${now}
    where subject_id = ${id} and last_seen_at < ${now}::timestamptz - interval '1 hour'`.execute(tx);
  return id;
}
