// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { type Clock, uuidv7 } from '@yiwang/kernel';
import pg from 'pg';
import type { Logger } from 'pino';

/**
 * Tells the others that this worker process lives, and frees the jobs of those that don't.
 * A process holds a session advisory lock; killed, its connection closes and PostgreSQL lets the lock go at once.
 * graphile-worker alone would keep a killed worker's jobs for four hours.
 */
export interface WorkerProcess {
  end(): Promise<void>;
}

export interface WorkerTiming {
  /** After a restart of the database everybody needs a moment to take its lock again. */
  graceSeconds: number;
  beatMs: number;
}

const USUAL: WorkerTiming = { graceSeconds: 6, beatMs: 2000 };
/** A machine that vanished from the network keeps its lock on the server until keep-alive gives up. */
const GIVE_UP_SECONDS = 120;

export async function joinWorkers(
  url: string,
  workerIds: readonly string[],
  { clock, log }: { clock: Clock; log: Logger },
  timing: WorkerTiming = USUAL,
): Promise<WorkerProcess> {
  const processId = uuidv7(clock.now());
  const lockKey = randomInt(2 ** 47);
  let client: pg.Client | null = null;
  let ended = false;

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({
      connectionString: url,
      options: '-c role=yiwang_worker',
      application_name: 'yiwang-worker-lock',
      keepAlive: true,
    });
    next.on('error', () => {
      if (client === next) client = null;
    });
    await next.connect();
    await next.query('select pg_advisory_lock($1)', [lockKey]);
    return next;
  };

  const beat = async () => {
    client ??= await connect();
    await client.query(
      `insert into worker_processes (process_id, lock_key, worker_ids) values ($1, $2, $3)
       on conflict (process_id) do update set seen_at = now()`,
      [processId, lockKey, workerIds],
    );
    await freeTheDead(client, processId, timing.graceSeconds, log);
  };

  await beat();
  const timer = setInterval(() => {
    beat().catch((error: Error) => log.debug({ err: error }, 'the worker could not report itself'));
  }, timing.beatMs);

  return {
    async end() {
      if (ended) return;
      ended = true;
      clearInterval(timer);
      await client
        ?.query('delete from worker_processes where process_id = $1', [processId])
        .catch(() => undefined);
      await client?.end().catch(() => undefined);
    },
  };
}

async function freeTheDead(client: pg.Client, self: string, grace: number, log: Logger): Promise<void> {
  const quiet = await client.query<{ process_id: string; lock_key: number; lost: boolean }>(
    `select process_id, lock_key, seen_at < now() - make_interval(secs => $2) as lost
     from worker_processes where process_id <> $1 and seen_at < now() - make_interval(secs => $3)`,
    [self, GIVE_UP_SECONDS, grace],
  );
  for (const row of quiet.rows) {
    const got = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [
      row.lock_key,
    ]);
    if (!got.rows[0]!.got && !row.lost) continue;
    await client.query('delete from worker_processes where process_id = $1', [row.process_id]);
    if (got.rows[0]!.got) await client.query('select pg_advisory_unlock($1)', [row.lock_key]);
  }
  // By what is locked, not by who died: a worker killed before its first report is found as well.
  const orphans = await client.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_at < now() - make_interval(secs => $1)
       and locked_by not in (select unnest(worker_ids) from worker_processes)`,
    [grace],
  );
  if (orphans.rows.length === 0) return;
  const ids = orphans.rows.map((row) => row.locked_by);
  await client.query('select graphile_worker.force_unlock_workers($1::text[])', [ids]);
  log.warn({ workers: ids.length }, 'workers died; their jobs are free again');
}
