// SPDX-License-Identifier: Apache-2.0

import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import { withSystem } from '../database/actor.ts';
import type { ModuleGauge } from '../module.ts';
import type { Metrics } from './metrics.ts';

/** The queue of jobs, whatever they do. */
const QUEUE: readonly ModuleGauge[] = [
  {
    name: 'yiwang_jobs_waiting',
    help: 'jobs that are due and that nobody does yet',
    read: sql<number>`(select waiting from queue_figures())`,
  },
  {
    name: 'yiwang_jobs_running',
    help: 'jobs that a worker does just now',
    read: sql<number>`(select running from queue_figures())`,
  },
  {
    name: 'yiwang_jobs_failing',
    help: 'jobs that failed at least once and are not done',
    read: sql<number>`(select failing from queue_figures())`,
  },
  {
    name: 'yiwang_jobs_oldest_seconds',
    help: 'for how long the oldest due job has waited',
    read: sql<number>`(select oldest_seconds from queue_figures())`,
  },
];

/** `/healthz`: the process answers · `/readyz`: the database answers and a worker lives · `/metrics`: Prometheus text. */
export function mountStatus(
  fastify: FastifyInstance,
  app: App,
  metrics: Metrics,
  gauges: readonly ModuleGauge[],
): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    const state = await readiness(app);
    return reply.code(state.database && state.worker ? 200 : 503).send(state);
  });
  metrics.gauge('process_resident_memory_bytes', 'resident memory', () => process.memoryUsage().rss);
  metrics.gauge('process_uptime_seconds', 'seconds since start', () => process.uptime());
  for (const { name, help, read } of [...QUEUE, ...gauges])
    metrics.gauge(name, help, () =>
      withSystem(app.db, 'metrics', async (tx) => {
        const { rows } = await sql<{ value: number }>`select ${read} as value`.execute(tx);
        return rows[0]!.value;
      }).catch(() => Number.NaN),
    );
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
