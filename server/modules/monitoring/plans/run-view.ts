// SPDX-License-Identifier: Apache-2.0
import type { PlanRun } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

interface Row {
  run_id: string;
  round: number;
  phase: PlanRun['phase'];
  started_at: Date;
  ended_at: Date | null;
  sites: number;
  skipped: number;
  running: number;
  failed: number;
  pages: number;
  hits: number;
  evidence: number;
}

/** The rounds of a plan with their figures, the latest first. */
export async function runsOf(tx: Tx, planId: string): Promise<PlanRun[]> {
  const { rows } = await sql<Row>`
    select r.run_id, r.round, r.phase, r.started_at, count(t.host) as sites, count(t.skipped) as skipped,
      count(*) filter (where p.patrol_id is not null and p.ended_at is null and p.stopped_at is null) as running,
      count(*) filter (where p.ended_at is not null and p.problem is not null) as failed,
      max(coalesce(p.ended_at, p.stopped_at)) as ended_at,
      coalesce(sum((select count(*) from request_log l where l.patrol_id = p.patrol_id
        and l.outcome in ('page', 'unchanged'))), 0) as pages,
      coalesce(sum((select count(*) from hits h where h.patrol_id = p.patrol_id)), 0) as hits,
      coalesce(sum((select count(*) from evidence e where e.patrol_id = p.patrol_id)), 0) as evidence
    from plan_runs r left join plan_targets t on t.run_id = r.run_id left join patrols p on p.patrol_id = t.patrol_id
    where r.plan_id = ${planId} group by r.run_id order by r.round desc limit 200`.execute(tx);
  return rows.map((row) => ({
    id: row.run_id,
    round: row.round,
    phase: row.phase,
    startedAt: row.started_at.toISOString(),
    endedAt: row.running > 0 ? null : (row.ended_at ?? row.started_at).toISOString(),
    sites: row.sites,
    skipped: row.skipped,
    running: row.running,
    failed: row.failed,
    pages: row.pages,
    hits: row.hits,
    evidence: row.evidence,
  }));
}
