// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { deliverJob } from './deliver-job.ts';

/**
 * Writes an event and one delivery per subscriber in the change's own transaction: either all happened or nothing.
 * @returns the event's id
 */
export async function publish(
  tx: Tx,
  clock: Clock,
  event: { kind: string; objectId: string; payload: Record<string, unknown> },
): Promise<string> {
  const id = uuidv7(clock.now());
  await tx
    .insertInto('events')
    .values({
      event_id: id,
      kind: event.kind,
      object_id: event.objectId,
      at: new Date(clock.now()),
      payload: JSON.stringify(event.payload),
    })
    .execute();
  const deliveries = await sql<{ subscriber: string }>`
    insert into event_deliveries (event_id, subscriber)
    select ${id}::uuid, subscriber from event_subscribers where kind = ${event.kind}
    returning subscriber`.execute(tx);
  for (const { subscriber } of deliveries.rows)
    await enqueue(
      tx,
      deliverJob,
      { event: id, subscriber },
      { key: `${id}:${subscriber}`, queue: laneOf(event.objectId) },
    );
  return id;
}

/** Deliveries of one object keep their order; few lanes, because each name stays in the queue's tables. */
function laneOf(objectId: string): string {
  let sum = 0;
  for (let i = 0; i < objectId.length; i++) sum = (sum * 31 + objectId.charCodeAt(i)) % 64;
  return `events:${sum}`;
}
