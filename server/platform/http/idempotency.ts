// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { refused } from '@yiwang/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { withSystem } from '../database/actor.ts';

/** A claim older than this belongs to a call whose process died: the next one with the key takes it over. */
const STALE_MS = 60_000;

declare module 'fastify' {
  interface FastifyRequest {
    idempotency?: { owner: string; key: string };
  }
}

/**
 * `Idempotency-Key` on writes: the first call claims the key, a repeat gets the first answer, another body under the
 * same key is refused. Answers of 5xx are not kept: those may be tried again.
 */
export async function claimKey(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  owner: string,
): Promise<void> {
  const key = request.headers['idempotency-key'];
  if (request.method === 'GET' || typeof key !== 'string' || key === '' || key.length > 200) return;
  const digest = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest('hex');
  const now = app.clock.now();
  const row = await withSystem(app.db, 'idempotency', async (tx) => {
    const claimed = await tx
      .insertInto('idempotency_keys')
      .values({
        owner,
        key,
        method: request.method,
        path: request.url,
        request_digest: digest,
        created_at: new Date(now),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['owner', 'key'])
          .doUpdateSet({ created_at: new Date(now) })
          .where('idempotency_keys.status', 'is', null)
          .where('idempotency_keys.created_at', '<', new Date(now - STALE_MS)),
      )
      .returning('key')
      .executeTakeFirst();
    if (claimed !== undefined) return null;
    return tx
      .selectFrom('idempotency_keys')
      .select(['request_digest', 'status', 'response'])
      .where('owner', '=', owner)
      .where('key', '=', key)
      .executeTakeFirst();
  });
  if (row === null || row === undefined) {
    request.idempotency = { owner, key };
    return;
  }
  if (row.request_digest !== digest || row.status === null)
    throw refused('idempotency_conflict', 'the key belongs to another call, or to one that is still at work');
  reply.header('idempotency-replayed', 'true');
  await reply.code(row.status).header('content-type', 'application/json; charset=utf-8').send(row.response);
}

/** Keeps the answer of a claimed key, or frees the key when the call failed. */
export function keepAnswers(fastify: FastifyInstance, app: App): void {
  fastify.addHook('onSend', async (request, reply, payload) => {
    const claim = request.idempotency;
    if (claim === undefined) return payload;
    await withSystem(app.db, 'idempotency', async (tx) => {
      const rows = tx.updateTable('idempotency_keys');
      if (
        reply.statusCode >= 500 ||
        (payload !== null && payload !== undefined && typeof payload !== 'string')
      )
        await tx
          .deleteFrom('idempotency_keys')
          .where('owner', '=', claim.owner)
          .where('key', '=', claim.key)
          .execute();
      else
        await rows
          .set({
            status: reply.statusCode,
            response: typeof payload === 'string' && payload !== '' ? payload : 'null',
          })
          .where('owner', '=', claim.owner)
          .where('key', '=', claim.key)
          .execute();
    });
    return payload;
  });
}
