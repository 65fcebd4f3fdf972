// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { findPatrol } from './patrol-view.ts';

/** How far a patrol of one page is and what it brought: for the file that asked for it. */
export async function outcomeOfPatrol(
  tx: Tx,
  patrolId: string,
): Promise<{
  state: 'queued' | 'running' | 'done' | 'failed';
  problem: string | null;
  hits: number;
  evidence: string[];
}> {
  const patrol = await findPatrol(tx, patrolId);
  const { rows } = await sql<{ evidence_id: string }>`
    select evidence_id from evidence where patrol_id = ${patrolId} order by evidence_id limit 20`.execute(tx);
  const counted = await sql<{ hits: number }>`
    select count(*)::int as hits from hits where patrol_id = ${patrolId}`.execute(tx);
  const state = patrol.state === 'stopped' ? 'failed' : patrol.state;
  return {
    state,
    problem: patrol.problem,
    hits: counted.rows[0]?.hits ?? 0,
    evidence: rows.map((row) => row.evidence_id),
  };
}
