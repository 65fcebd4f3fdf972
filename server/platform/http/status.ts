// SPDX-License-Identifier: Apache-2.0

import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { Metrics } from './metrics.ts';

/** `/healthz`: the process answers · `/readyz`: the database answers and a worker lives · `/metrics`: Prometheus text. */
export function mountStatus(fastify: FastifyInstance, app: App, metrics: Metrics): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    const state = await readiness(app);
    return reply.code(state.database && state.worker ? 200 : 503).send(state);
  });
  metrics.gauge('process_resident_memory_bytes', 'resident memory', () => process.memoryUsage().rss);
  metrics.gauge('process_uptime_seconds', 'seconds since start', () => process.uptime());
  fastify.get('/metrics', async (_request, reply) =>
    reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.render()),
  );
}

async function readiness(app: App): Promise<{ database: boolean; worker: boolean }> {
  try {
    const found = await sql<{ workers: number }>`
      select count(*) as workers from worker_processes where seen_at > now() - interval '10 seconds'`.execute(
      app.db,
    );
    return { database: true, worker: (found.rows[0]?.workers ?? 0) > 0 };
  } catch {
    return { database: false, worker: false };
  }
}
