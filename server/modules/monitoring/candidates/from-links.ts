// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { Subscription } from '../../../platform/events/subscription.ts';
import { mayTrade, placeOf } from './candidate-key.ts';
import { propose } from './propose.ts';
import { WEIGHT } from './reasons.ts';

/** New candidates of one patrol: the most linked first, so that a farm of links does not drown the queue. */
const MAX_PLACES = 100;
const SHOP_PATH = /\/(?:shop|store|mall|item|goods|product|detail|cart|buy|weidian)\b/i;

/** Sites that the pages of a patrol link to and that nobody knows yet; proposed with the page that names them. */
export async function proposeLinked(tx: Tx, clock: Clock, patrolId: string): Promise<number> {
  const { rows } = await sql<{ link: string; page: string; pages: number; venue_id: string | null }>`
    with seen as (
      select p.page_id, p.url, p.host, p.venue_id, p.links from request_log l join pages p
        on md5(p.url) = md5(l.url) and p.url = l.url
      where l.patrol_id = ${patrolId} and l.outcome in ('page', 'unchanged')
    ), outward as (
      select (regexp_match(link, '^https?://([^/?#]+)'))[1] as host, link, s.url, s.venue_id, s.page_id
      from seen s, unnest(s.links) as link
      where link not like 'http://' || s.host || '%' and link not like 'https://' || s.host || '%'
    )
    select min(link) as link, min(url) as page, count(distinct page_id) as pages, (array_agg(venue_id))[1] as venue_id
    from outward where host is not null
    group by regexp_replace(host, '^www\\.', '') order by count(distinct page_id) desc, 1 limit 1000`.execute(
    tx,
  );
  let fresh = 0;
  for (const row of rows) {
    if (fresh >= MAX_PLACES) break;
    const place = placeOf(row.link);
    if (place === null || !mayTrade(place)) continue;
    const { outcome } = await propose(tx, clock, {
      place,
      reasons: [
        {
          kind: 'link',
          detail: row.link.slice(0, 500),
          source: row.page,
          fromVenueId: row.venue_id,
          patrolId,
          weight: WEIGHT.link + (SHOP_PATH.test(row.link) ? 0.2 : 0) + Math.min(0.15, row.pages * 0.01),
        },
      ],
    });
    if (outcome === 'new') fresh++;
  }
  return fresh;
}

export const fromLinks: Subscription = {
  event: 'patrol.ended',
  subscriber: 'monitoring.propose-linked',
  handle: async (tx, event, app) => {
    await proposeLinked(tx, app.clock, String(event.payload['patrolId']));
  },
};
