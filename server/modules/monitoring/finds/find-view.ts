// SPDX-License-Identifier: Apache-2.0
import type { Find } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

interface FindRow {
  find_id: string;
  url: string;
  created_at: Date;
  started_at: Date | null;
  done_at: Date | null;
  problem: string | null;
  lead_id: string | null;
  evidence_id: string | null;
}

/** @throws AppError `not_found` – not there, or another office's */
export async function getFind(tx: Tx, id: string): Promise<Find> {
  const { rows } = await sql<FindRow>`
    select find_id, url, created_at, started_at, done_at, problem, lead_id, evidence_id from finds
    where find_id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) throw refused('not_found', `find ${id}`);
  const state =
    row.done_at === null
      ? row.started_at === null
        ? 'queued'
        : 'capturing'
      : row.problem === null
        ? 'done'
        : 'failed';
  return {
    id: row.find_id,
    url: row.url,
    state,
    problem: row.problem,
    leadId: row.lead_id,
    evidenceId: row.evidence_id,
    createdAt: row.created_at.toISOString(),
  };
}
