// SPDX-License-Identifier: Apache-2.0
import { sleepFor } from '@yiwang/collector';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';
import { type ClaimedEntry, claimEntries, LEASE_MS } from '../frontier/claim-entries.ts';
import { releaseEntries } from '../frontier/finish-entry.ts';
import { holdLeases } from '../frontier/hold-leases.ts';
import { endPatrols } from '../patrols/end-patrols.ts';
import { openTools } from './tools.ts';
import { visitHeld } from './visit-held.ts';

/**
 * Walking the frontier, whichever patrols, finds and later looks are due: one job for all, so a hundred slow patrols do
 * not take a hundred places in the queue. Two lanes let two processes share the work; the budget of a host is shared.
 */
export const walkJob = defineJob('monitoring.walk', Type.Object({ lane: Type.Integer({ minimum: 0 }) }));

const LANES = 2;
/**
 * Pages at once in one process, over all hosts and lanes; those that wait for the browser come on top, up to a bound:
 * each holds its page in memory, and a person's find should not meet a crowd.
 */
const CONCURRENCY = 8;
const MAX_VISITS = 32;
/** With nothing due for so long a walk ends; the next minute's tick looks again. */
const IDLE_MS = 3000;

/** Sees to it that somebody walks; in the transaction that adds work. */
export async function callWalkers(tx: Tx): Promise<void> {
  for (let lane = 0; lane < LANES; lane++)
    await enqueue(tx, walkJob, { lane }, { key: `walk:${lane}`, maxAttempts: 1000 });
}

/** When the next entry may be due, ms; null when nothing waits at all. */
async function nextDue(tx: Tx): Promise<number | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(greatest(f.not_before, coalesce(f.leased_until, f.not_before), h.next_at - interval '1 second',
      coalesce(h.paused_until, f.not_before))) as at
    from frontier f join hosts h on h.host = f.host
    left join patrols p on p.patrol_id = f.patrol_id
    where f.done_at is null and (f.patrol_id is null or (p.ended_at is null and p.stopped_at is null
      and (p.claimed < p.max_pages or f.attempts > 0)))`.execute(tx);
  return rows[0]?.at?.getTime() ?? null;
}

/** Seconds that a walk waits for a database that went away; then its job fails and is tried again. */
const DATABASE_PATIENCE = 60;

export interface WalkOptions {
  signal: AbortSignal;
  leaseMs?: number;
  idleMs?: number;
}

/**
 * Visits what is due until nothing has been for a while, or `signal` says stop; then hands back what was not begun.
 * @returns when the next entry falls due, ms; null when nothing waits
 */
export async function walk(app: App, options: WalkOptions): Promise<number | null> {
  const tools = openTools(app, options.signal);
  const leaseMs = options.leaseMs ?? LEASE_MS;
  /** The database may be killed and come back: what the walk asks of it between visits is asked again. */
  const patiently = async <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
    for (let attempt = 1; ; attempt++)
      try {
        return await withSystem(app.db, 'patrol', work);
      } catch (error) {
        if (attempt >= DATABASE_PATIENCE || options.signal.aborted) throw error;
        app.log.warn({ err: error, attempt }, 'the database does not answer; the walk waits');
        await pause(1000, options.signal);
      }
  };
  const held = new Set<ClaimedEntry>();
  const running = new Set<Promise<void>>();
  const letGo = holdLeases(app, held, leaseMs);
  const { visiting, inBrowser } = tools;
  try {
    let idleSince: number | null = null;
    while (!options.signal.aborted) {
      await tools.urgency.calm(options.signal).catch(() => undefined);
      const free = Math.min(CONCURRENCY + inBrowser.size, MAX_VISITS) - visiting.size;
      const entries = free > 0 ? await patiently((tx) => claimEntries(tx, app.clock, free, leaseMs)) : [];
      for (const entry of entries) {
        held.add(entry);
        visiting.add(entry);
        const work: Promise<void> = visitHeld(tools, entry).finally(() => {
          held.delete(entry);
          visiting.delete(entry);
          running.delete(work);
        });
        running.add(work);
      }
      if (entries.length > 0) {
        idleSince = null;
        continue;
      }
      if (running.size > 0) {
        await Promise.race([...running, pause(200, options.signal)]);
        continue;
      }
      await patiently((tx) => endPatrols(tx, app));
      const due = await patiently(nextDue);
      idleSince ??= performance.now();
      const wait = due === null ? null : due - app.clock.now();
      if (
        (wait === null || wait > (options.idleMs ?? IDLE_MS)) &&
        performance.now() - idleSince > (options.idleMs ?? IDLE_MS)
      )
        break;
      await pause(Math.min(Math.max(wait ?? 300, 50), 300), options.signal);
    }
  } finally {
    letGo();
    await Promise.race([Promise.allSettled(running), sleepFor(2500)]);
    for (const entry of held) visiting.delete(entry);
    if (held.size > 0)
      await withSystem(app.db, 'patrol', (tx) => releaseEntries(tx, [...held])).catch(() => undefined);
    await tools.close();
  }
  return options.signal.aborted ? null : patiently(nextDue);
}

const pause = (ms: number, signal: AbortSignal) => sleepFor(ms, signal).catch(() => undefined);

/** Later than this the minute's tick comes first. */
const SOON_MS = 60_000;

export const walkHandler = handles(
  walkJob,
  async ({ lane }, { app, signal, system }) => {
    const due = await walk(app, { signal });
    if (due === null || due - app.clock.now() > SOON_MS) return;
    // A host whose pause ends in ten seconds is not left alone for a minute.
    await system((tx) =>
      enqueue(tx, walkJob, { lane }, { key: `walk:${lane}`, runAt: new Date(due), maxAttempts: 1000 }),
    );
  },
  { long: true },
);
