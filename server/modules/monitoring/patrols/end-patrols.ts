// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { announce } from '../../../platform/events/bus.ts';
import { publish } from '../../../platform/events/publish.ts';

/**
 * Ends the patrols that have no address left, or have made all the visits they were allowed. A page is recorded together
 * with the addresses it leads to, so "nothing open" is never a moment between two steps.
 */
export async function endPatrols(tx: Tx, app: App): Promise<void> {
  const now = new Date(app.clock.now());
  const { rows } = await sql<{ patrol_id: string; problem: string | null }>`
    update patrols p set ended_at = ${now},
      problem = case when exists (select 1 from request_log l where l.patrol_id = p.patrol_id
        and l.outcome in ('page', 'unchanged')) then null
        else coalesce((select l.note from request_log l where l.patrol_id = p.patrol_id
          and l.outcome in ('failed', 'barred') order by l.request_id desc limit 1), 'not one page came') end
    where p.ended_at is null and p.stopped_at is null and p.started_at is not null
      and not exists (select 1 from frontier f where f.patrol_id = p.patrol_id and f.done_at is null
        and (f.attempts > 0 or p.claimed < p.max_pages))
    returning p.patrol_id, p.problem`.execute(tx);
  for (const { patrol_id: patrolId, problem } of rows) {
    await sql`update frontier set done_at = ${now}, outcome = 'left' where patrol_id = ${patrolId}
      and done_at is null`.execute(tx);
    await publish(tx, app.clock, {
      kind: 'patrol.ended',
      objectId: patrolId,
      payload: { patrolId, problem },
    });
    await announce(tx, 'patrol', { id: patrolId });
  }
}
