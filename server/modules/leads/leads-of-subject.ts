// SPDX-License-Identifier: Apache-2.0
import type { Lead } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { selectLeads, viewLeads } from './lead-view.ts';

/** Leads about a subject that the actor may see, newest first. */
export async function leadsOfSubject(tx: Tx, subjectId: string, now: number): Promise<Lead[]> {
  const rows = await selectLeads(
    tx,
    sql`where l.subject_id = ${subjectId} and f.state <> 'withdrawn' order by f.opened_at desc limit 100`,
  );
  return viewLeads(tx, rows, now);
}

/** How many leads about each of these subjects the actor may see. */
export async function countLeadsOf(tx: Tx, subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map();
  const { rows } = await sql<{ subject_id: string; count: number }>`
    select l.subject_id, count(*) as count from leads l join files f on f.file_id = l.lead_id
    where l.subject_id = any(${[...subjectIds]}::uuid[]) and f.state <> 'withdrawn'
    group by l.subject_id`.execute(tx);
  return new Map(rows.map((row) => [row.subject_id, row.count]));
}

/** Which of these leads the actor may see: others' ids are not shown. */
export async function visibleLeads(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ lead_id: string }>`
    select lead_id from leads where lead_id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.lead_id));
}
