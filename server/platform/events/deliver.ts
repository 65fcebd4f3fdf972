// SPDX-License-Identifier: Apache-2.0
import { handles, type JobHandler } from '../jobs/job.ts';
import { deliverJob } from './deliver-job.ts';
import type { Subscription } from './subscription.ts';

/** The job that calls a subscriber; the effect and the mark commit together, so a repeat does nothing. */
export function deliverEvents(subscriptions: readonly Subscription[]): JobHandler {
  return handles(deliverJob, async (payload, context) => {
    const subscription = subscriptions.find((one) => one.subscriber === payload.subscriber);
    if (subscription === undefined) {
      context.app.log.warn({ payload }, 'an event waits for a subscriber that this version does not have');
      return;
    }
    await context.system(async (tx) => {
      const open = await tx
        .selectFrom('event_deliveries')
        .select('event_id')
        .where('event_id', '=', payload.event)
        .where('subscriber', '=', payload.subscriber)
        .where('delivered_at', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      if (open === undefined) return;
      const row = await tx
        .selectFrom('events')
        .select(['event_id', 'kind', 'object_id', 'at', 'payload'])
        .where('event_id', '=', payload.event)
        .executeTakeFirstOrThrow();
      await subscription.handle(
        tx,
        { id: row.event_id, kind: row.kind, objectId: row.object_id, at: row.at, payload: row.payload },
        context.app,
      );
      await tx
        .updateTable('event_deliveries')
        .set({ delivered_at: new Date(context.app.clock.now()) })
        .where('event_id', '=', payload.event)
        .where('subscriber', '=', payload.subscriber)
        .execute();
    });
  });
}
