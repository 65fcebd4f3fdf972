// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';
import type { Job } from './job.ts';

export interface EnqueueOptions {
  /** A waiting job with the same key is replaced, not added; a running one gets a successor. */
  key?: string;
  /** With `key`: `preserve_run_at` keeps the earlier time, `unsafe_dedupe` does nothing even if it runs already. */
  keyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe';
  /** Jobs of one queue run one after the other, in order. */
  queue?: string;
  runAt?: Date;
  /** Default 25, with growing pauses (seconds to days). */
  maxAttempts?: number;
  /** Smaller runs earlier; default 0. */
  priority?: number;
}

/** Asks for work in the change's own transaction: it exists when the change does, and only then. */
export async function enqueue<P>(
  tx: Tx,
  job: Job<P>,
  payload: NoInfer<P>,
  options: EnqueueOptions = {},
): Promise<void> {
  await sql`select enqueue_job(${job.name}, ${JSON.stringify(payload)}::json, ${options.queue ?? null},
    ${options.runAt ?? null}, ${options.maxAttempts ?? null}, ${options.key ?? null},
    ${options.keyMode ?? 'replace'}, ${options.priority ?? null})`.execute(tx);
}
