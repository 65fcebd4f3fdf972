// SPDX-License-Identifier: Apache-2.0
import { EventEmitter } from 'node:events';
import { parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { App } from '../app.ts';
import { withActor, withSystem } from '../database/actor.ts';
import { openPool } from '../database/db.ts';
import { deliverEvents } from '../events/deliver.ts';
import type { ServerModule } from '../module.ts';
import type { JobHandler } from './job.ts';
import { queueLogger } from './queue-logger.ts';
import { joinWorkers, type WorkerTiming } from './worker-process.ts';

export interface Worker {
  /** Lets running jobs reach a safe place, then ends. */
  stop(): Promise<void>;
  /** Rejects when the worker broke down. */
  ended: Promise<void>;
}

/** Jobs and connections are separate: the queue works as `yiwang_worker`, handlers as the application role. */
export async function runWorker(
  app: App,
  url: string,
  modules: readonly ServerModule[],
  timing?: WorkerTiming,
): Promise<Worker> {
  const concurrency = app.settings.workerConcurrency;
  const pool: pg.Pool = openPool({
    url,
    role: 'yiwang_worker',
    max: 2 * concurrency + 4,
    name: 'yiwang-worker',
    onError: (error) => app.log.debug({ err: error }, 'a connection of the worker broke'),
  });
  const stopping = new AbortController();
  const subscriptions = modules.flatMap((module) => module.subscriptions ?? []);
  const handlers = [deliverEvents(subscriptions), ...modules.flatMap((module) => module.jobs ?? [])];
  const workerIds: string[] = [];
  const events = new EventEmitter() as unknown as WorkerEvents;
  // Jobs are locked in the name of the pool (graphile-worker 0.18), older ones in that of its workers.
  events.on('pool:create', ({ workerPool }) => workerIds.push(workerPool.id));
  events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId));
  const options = {
    pgPool: pool,
    events,
    concurrency,
    noHandleSignals: true,
    pollInterval: 1000,
    gracefulShutdownAbortTimeout: 3000,
    logger: queueLogger(app.log),
  };
  // Two runners on one queue: jobs that take minutes fill their own places only.
  const slow = handlers.filter((handler) => handler.long);
  const runner = await run({
    ...options,
    taskList: taskList(
      app,
      handlers.filter((handler) => !handler.long),
      stopping.signal,
    ),
    parsedCronItems: parseCronItems(
      modules
        .flatMap((module) => module.cron ?? [])
        .map((entry) => ({
          task: entry.job,
          match: entry.pattern,
          payload: entry.payload ?? {},
          identifier: `${entry.job} ${entry.pattern}`,
          options: { backfillPeriod: 0, jobKey: `cron:${entry.job}`, jobKeyMode: 'replace' as const },
        })),
    ),
  });
  const other =
    slow.length === 0
      ? null
      : await run({ ...options, taskList: taskList(app, slow, stopping.signal), parsedCronItems: [] });
  const process = await joinWorkers(url, workerIds, app, timing);
  return {
    ended: other === null ? runner.promise : Promise.race([runner.promise, other.promise]),
    async stop() {
      stopping.abort();
      await Promise.all([runner, other].map((one) => one?.stop().catch(() => undefined)));
      await process.end();
      await pool.end();
    },
  };
}

function taskList(app: App, handlers: readonly JobHandler[], signal: AbortSignal): TaskList {
  return Object.fromEntries(
    handlers.map((handler) => [
      handler.name,
      async (payload: unknown, helpers: Parameters<TaskList[string] & {}>[1]) => {
        await handler.run(payload, {
          app,
          system: (fn) => withSystem(app.db, handler.name, fn),
          as: (actor, fn) => withActor(app.db, actor, fn),
          signal,
          attempt: helpers.job.attempts,
          jobId: String(helpers.job.id),
        });
      },
    ]),
  );
}
