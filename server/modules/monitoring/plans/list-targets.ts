// SPDX-License-Identifier: Apache-2.0
import type { Answer, listPlanTargets as contract, PlanTarget, Query } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';

interface Row {
  site: string;
  host: string;
  round: number;
  phase: PlanTarget['phase'];
  patrol_id: string | null;
  started_at: Date | null;
  stopped_at: Date | null;
  ended_at: Date | null;
  problem: string | null;
  skipped: PlanTarget['skipped'];
  subject: string | null;
  pages: number;
  hits: number;
  confirmed: number;
}

const stateOf = (row: Row): PlanTarget['state'] => {
  if (row.patrol_id === null) return null;
  if (row.ended_at !== null) return row.problem === null ? 'done' : 'failed';
  if (row.stopped_at !== null) return 'stopped';
  return row.started_at === null ? 'queued' : 'running';
};

/** The sites of a plan's rounds, the latest round first, with who runs them and what was found. */
export async function listPlanTargets(
  tx: Tx,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 2);
  const { rows } = await sql<Row>`
    select t.site, t.host, r.round, r.phase, t.patrol_id, p.started_at, p.stopped_at, p.ended_at, p.problem, t.skipped,
      (select s.name from venues v join subjects s on s.subject_id = v.subject_id
        where v.host = t.host and v.kind = 'site' limit 1) as subject,
      (select count(*) from request_log l where l.patrol_id = t.patrol_id and l.outcome in ('page', 'unchanged')) as pages,
      (select count(*) from hits h where h.patrol_id = t.patrol_id) as hits,
      (select count(*) from hits h join verdicts d on d.verdict_id = h.verdict_id
        where h.patrol_id = t.patrol_id and d.verdict = 'confirmed') as confirmed
    from plan_targets t join plan_runs r on r.run_id = t.run_id left join patrols p on p.patrol_id = t.patrol_id
    where r.plan_id = ${query.planId} ${query.round ? sql`and r.round = ${query.round}` : sql``}
      ${after ? sql`and (r.round < ${after[0]}::integer or (r.round = ${after[0]}::integer and t.host > ${after[1]}))` : sql``}
    order by r.round desc, t.host limit ${limit + 1}`.execute(tx);
  return toPage(
    rows,
    limit,
    (row) => ({
      site: row.site,
      host: row.host,
      round: row.round,
      phase: row.phase,
      patrolId: row.patrol_id,
      state: stateOf(row),
      skipped: row.skipped,
      subject: row.subject,
      pages: row.pages,
      hits: row.hits,
      confirmed: row.confirmed,
    }),
    (row) => [row.round, row.host],
  );
}
