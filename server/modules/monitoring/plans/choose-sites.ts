// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { PlanRow } from './plan-row.ts';
import { readRhythms } from './rhythms.ts';

const DAY_MS = 86_400_000;

export interface ChosenSite {
  site: string;
  host: string;
}

/**
 * The sites of a round: those named, then those of the classes. A daily plan takes only what its rhythm says is due, the
 * longest unvisited first; a shop is visited with the site that it stands on. One site a host.
 */
export async function chooseSites(tx: Tx, plan: PlanRow, now: number): Promise<ChosenSite[]> {
  const chosen = new Map<string, ChosenSite>();
  const add = (site: string) => {
    const { host } = new URL(site);
    if (!chosen.has(host)) chosen.set(host, { site, host });
  };
  for (const site of plan.sites) add(site);
  if (plan.classes.length > 0) {
    const rhythms = await readRhythms(tx);
    for (const name of plan.classes) {
      const days = rhythms.find((rhythm) => rhythm.class === name)!.days;
      const before = plan.kind === 'daily' ? new Date(now - days * DAY_MS) : new Date(now + DAY_MS);
      const { rows } = await sql<{ url: string }>`
        with classed as (
          select v.venue_id, v.url, v.host, case
            when v.kind = 'shop' then 'shop'
            when exists (select 1 from venues s where s.platform_id = v.venue_id) then 'platform'
            when exists (select 1 from listings l where l.venue_id = v.venue_id and l.gone_at is null) then 'trading'
            else 'showcase' end as class
          from venues v
        ), sites as (
          select distinct on (host) case when class = 'shop'
              then coalesce((select p.url from venues p where p.host = classed.host and p.kind = 'site' limit 1), url)
              else url end as url, host
          from classed where class = ${name} order by host, venue_id
        )
        select s.url from sites s
        left join lateral (select max(created_at) as at from patrols p where p.host = s.host) last on true
        where last.at is null or last.at < ${before}
        order by last.at nulls first, s.host limit ${plan.per_round}`.execute(tx);
      for (const row of rows) add(row.url);
    }
  }
  return [...chosen.values()].slice(0, plan.per_round);
}

/** Second phase of a campaign: the sites of its first on which something is suspected that no officer called noise. */
export async function flaggedSites(tx: Tx, planId: string): Promise<ChosenSite[]> {
  const { rows } = await sql<ChosenSite>`
    select t.site, t.host from plan_targets t join plan_runs r on r.run_id = t.run_id
    where r.plan_id = ${planId} and r.phase = 'check' and exists (
      select 1 from hits h join venues v on v.venue_id = h.venue_id
      left join verdicts d on d.verdict_id = h.verdict_id
      where v.host = t.host and (d.verdict is null or d.verdict = 'confirmed'))
    order by t.host`.execute(tx);
  return rows;
}
