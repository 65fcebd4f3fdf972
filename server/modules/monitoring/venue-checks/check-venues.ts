// SPDX-License-Identifier: Apache-2.0
import { legalDay } from '@yiwang/kernel';
import { evaluateVenue } from '@yiwang/screening';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import type { Subscription } from '../../../platform/events/subscription.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { counts, knownVenueHits, newsOf } from './known-venue-hits.ts';
import { lookJob } from './look-job.ts';
import { venueFacts } from './venue-facts.ts';
import { loadVenueRules } from './venue-rules.ts';

/** Venues of one patrol judged as a whole, and pages looked at again for each. */
const MAX_VENUES = 500;
const MAX_LOOKS = 4;

/**
 * Judges the venues of a patrol when it has ended, and asks for a second look at each page that an officer should hear of:
 * that look is the evidence, and the second of two for what is absent.
 */
export async function checkVenuesOfPatrol(tx: Tx, app: App, patrolId: string): Promise<number> {
  const { rows } = await sql<{ venue_id: string }>`
    select distinct venue_id from venue_sightings where patrol_id = ${patrolId}
    order by venue_id limit ${MAX_VENUES}`.execute(tx);
  let asked = 0;
  for (const { venue_id: venueId } of rows) {
    const facts = await venueFacts(tx, venueId, { patrolId, day: legalDay(app.clock.now()) });
    if (facts === null) continue;
    const { findings } = evaluateVenue(loadVenueRules().packs, facts);
    const rules = [...new Set(findings.filter(counts).map((one) => one.rule))].sort();
    await sql`
      insert into venue_checks (patrol_id, venue_id, rules, checked_at)
      values (${patrolId}, ${venueId}, ${rules}, ${new Date(app.clock.now())})
      on conflict (patrol_id, venue_id) do update set rules = excluded.rules,
        checked_at = excluded.checked_at`.execute(tx);
    const news = newsOf(findings, await knownVenueHits(tx, venueId));
    const pages = new Set(news.flatMap((one) => one.findings.map((finding) => finding.url)));
    for (const url of [...pages].slice(0, MAX_LOOKS)) {
      await enqueue(
        tx,
        lookJob,
        { patrolId, venueId, url },
        { key: `look:${patrolId}:${venueId}:${url}`, maxAttempts: 4 },
      );
      asked += 1;
    }
  }
  return asked;
}

export const checkVenues: Subscription = {
  event: 'patrol.ended',
  subscriber: 'monitoring.check-venues',
  handle: async (tx, event, app) => {
    await checkVenuesOfPatrol(tx, app, String(event.payload['patrolId']));
  },
};
