// SPDX-License-Identifier: Apache-2.0
import type { PlanReport } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { findPlan, viewPlan } from './plan-row.ts';
import { runsOf } from './run-view.ts';

type Outcome = 'gone' | 'changed' | 'still' | 'unseen';

interface HitRow {
  host: string;
  label: string;
  verdict: string | null;
  lead_id: string | null;
  outcome: Outcome | null;
}

const OUTCOMES: readonly Outcome[] = ['gone', 'changed', 'still', 'unseen'];
const countOutcomes = (hits: readonly HitRow[]) =>
  Object.fromEntries(
    OUTCOMES.map((outcome) => [outcome, hits.filter((hit) => hit.outcome === outcome).length]),
  ) as Record<Outcome, number>;

/** A suspicion that stands: open, or confirmed by an officer. */
const stands = (hit: HitRow): boolean => hit.verdict === null || hit.verdict === 'confirmed';

/**
 * The hits on the sites of a plan. `outcome` is what the second phase saw of each: its listing gone or its venue mended, its
 * content another, still there as it was, or not seen.
 */
async function hitsOf(tx: Tx, planId: string): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    with checked as (
      select t.host, min(r.started_at) as since, max(coalesce(p.ended_at, now())) as until
      from plan_targets t join plan_runs r on r.run_id = t.run_id left join patrols p on p.patrol_id = t.patrol_id
      where r.plan_id = ${planId} and r.phase = 'check' group by t.host
    ), rechecked as (
      select t.host, r.started_at as since, t.patrol_id from plan_targets t join plan_runs r on r.run_id = t.run_id
      join patrols p on p.patrol_id = t.patrol_id
      where r.plan_id = ${planId} and r.phase = 'recheck' and p.ended_at is not null
    )
    select c.host, h.label, d.verdict, d.lead_id,
      case when rc.host is null then null
        when l.listing_id is null then case when vc.rules is null then 'unseen'
          when h.rule = any(vc.rules) then 'still' else 'gone' end
        when l.gone_at is not null then 'gone'
        when l.last_seen_at < rc.since then 'unseen'
        when l.digest <> h.digest then 'changed' else 'still' end as outcome
    from checked c
    join venues v on v.host = c.host
    join hits h on h.venue_id = v.venue_id
    left join verdicts d on d.verdict_id = h.verdict_id
    left join listings l on l.listing_id = h.listing_id
    left join rechecked rc on rc.host = c.host
    left join venue_checks vc on vc.patrol_id = rc.patrol_id and vc.venue_id = h.venue_id
    where h.found_at <= c.until + interval '1 day' and (l.gone_at is null or l.gone_at >= c.since)`.execute(
    tx,
  );
  return rows;
}

/** The report of a plan: its rounds, what was found by label and site, and what the second phase found mended. */
export async function planReport(tx: Tx, id: string): Promise<PlanReport> {
  const plan = viewPlan(await findPlan(tx, id));
  const runs = await runsOf(tx, id);
  const hits = await hitsOf(tx, id);
  const sites = await sql<{
    site: string;
    host: string;
    subject: string | null;
    pages: number;
    skipped: string | null;
  }>`
    select distinct on (t.host) t.site, t.host, t.skipped,
      (select s.name from venues v join subjects s on s.subject_id = v.subject_id
        where v.host = t.host and v.kind = 'site' limit 1) as subject,
      (select count(*) from request_log l where l.patrol_id = t.patrol_id and l.outcome in ('page', 'unchanged')) as pages
    from plan_targets t join plan_runs r on r.run_id = t.run_id
    where r.plan_id = ${id} and r.phase = 'check' order by t.host, r.round desc limit 2000`.execute(tx);
  const byHost = Map.groupBy(hits, (hit) => hit.host);
  const standing = hits.filter(stands);
  const rechecked = runs.some((run) => run.phase === 'recheck');
  return {
    plan,
    runs,
    totals: {
      sites: sites.rows.length,
      visited: sites.rows.filter((row) => row.pages > 0).length,
      flagged: sites.rows.filter((row) => byHost.get(row.host)?.some(stands)).length,
      hits: hits.length,
      confirmed: hits.filter((hit) => hit.verdict === 'confirmed').length,
      open: hits.filter((hit) => hit.verdict === null).length,
      noise: hits.filter((hit) => hit.verdict === 'noise').length,
      leads: new Set(hits.flatMap((hit) => (hit.lead_id === null ? [] : [hit.lead_id]))).size,
      evidence: runs.reduce((sum, run) => sum + run.evidence, 0),
    },
    byLabel: [...Map.groupBy(standing, (hit) => hit.label)]
      .map(([label, mine]) => ({
        label,
        hits: mine.length,
        confirmed: mine.filter((hit) => hit.verdict === 'confirmed').length,
        ...countOutcomes(mine),
      }))
      .sort((a, b) => b.hits - a.hits || (a.label < b.label ? -1 : 1)),
    recheck: rechecked ? countOutcomes(standing) : null,
    sites: sites.rows.map((row) => {
      const mine = (byHost.get(row.host) ?? []).filter(stands);
      return {
        site: row.site,
        subject: row.subject,
        pages: row.pages,
        hits: mine.length,
        confirmed: mine.filter((hit) => hit.verdict === 'confirmed').length,
        ...countOutcomes(mine),
        skipped: row.skipped,
      };
    }),
  };
}
