// SPDX-License-Identifier: Apache-2.0
import type { Patrol } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

interface PatrolRow {
  patrol_id: string;
  kind: Patrol['kind'];
  site: string;
  ground: string;
  max_pages: number;
  rate: number;
  render: Patrol['render'];
  started_by: string | null;
  created_at: Date;
  started_at: Date | null;
  stopped_at: Date | null;
  ended_at: Date | null;
  problem: string | null;
  requests: number;
  pages: number;
  unchanged: number;
  barred: number;
  failed: number;
  bytes: number;
  listings: number;
  waiting: number;
  hits: number;
  evidence: number;
}

const stateOf = (row: PatrolRow): Patrol['state'] => {
  if (row.ended_at !== null) return row.problem === null ? 'done' : 'failed';
  if (row.stopped_at !== null) return 'stopped';
  return row.started_at === null ? 'queued' : 'running';
};

/**
 * Patrols with their live figures, counted from the log and the tables themselves: nothing is counted twice and no
 * counter is a lock that all workers wait for. `rest` is everything from `where` on.
 */
export async function selectPatrols(tx: Tx, rest: RawBuilder<unknown>): Promise<Patrol[]> {
  const { rows } = await sql<PatrolRow>`
    select p.patrol_id, p.kind, p.site, p.ground, p.max_pages, p.rate, p.render, p.started_by, p.created_at,
      p.started_at, p.stopped_at, p.ended_at, p.problem,
      r.requests, r.pages, r.unchanged, r.barred, r.failed, r.bytes, r.listings,
      case when p.ended_at is null then
        (select count(*) from frontier f where f.patrol_id = p.patrol_id and f.done_at is null) else 0 end as waiting,
      (select count(*) from hits h where h.patrol_id = p.patrol_id) as hits,
      (select count(*) from evidence e where e.patrol_id = p.patrol_id) as evidence
    from patrols p
    left join lateral (
      select count(*) filter (where outcome <> 'barred') as requests,
        count(*) filter (where outcome = 'page') as pages,
        count(*) filter (where outcome = 'unchanged') as unchanged,
        count(*) filter (where outcome = 'barred') as barred,
        count(*) filter (where outcome = 'failed') as failed,
        coalesce(sum(bytes), 0) as bytes, coalesce(sum(listings), 0) as listings
      from request_log l where l.patrol_id = p.patrol_id
    ) r on true
    ${rest}`.execute(tx);
  return rows.map((row) => ({
    id: row.patrol_id,
    kind: row.kind,
    state: stateOf(row),
    site: row.site,
    ground: row.ground,
    maxPages: row.max_pages,
    rate: Math.round(row.rate * 1000) / 1000,
    render: row.render,
    counts: {
      requests: row.requests,
      pages: row.pages,
      unchanged: row.unchanged,
      barred: row.barred,
      failed: row.failed,
      waiting: row.waiting,
      listings: row.listings,
      hits: row.hits,
      evidence: row.evidence,
      bytes: row.bytes,
    },
    startedBy: row.started_by,
    createdAt: row.created_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    endedAt: (row.ended_at ?? row.stopped_at)?.toISOString() ?? null,
    problem: row.problem,
  }));
}

/** @throws AppError `not_found` */
export async function findPatrol(tx: Tx, id: string): Promise<Patrol> {
  const [patrol] = await selectPatrols(tx, sql`where p.patrol_id = ${id}`);
  if (!patrol) throw refused('not_found', `patrol ${id}`);
  return patrol;
}
