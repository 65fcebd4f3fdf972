// SPDX-License-Identifier: Apache-2.0
import {
  type Fetcher,
  type HostState,
  type Politeness,
  Robots,
  retryAfter,
  sleepFor,
} from '@yiwang/collector';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import type { Db } from '../../../platform/database/db.ts';

/** Faults in a row after which a host is left alone until somebody asks for a patrol again. */
const MAX_FAILURES = 8;
const MAX_BACKOFF_MS = 300_000;
const MAX_CRAWL_DELAY_S = 30;

/**
 * The manners of all workers together: slots, pauses and faults of a host stand in one row of `hosts`, so ten workers
 * ask a site no faster than one. robots.txt is read by each process for itself.
 */
export function sharedPoliteness(db: Db, clock: Clock, fetcher: Fetcher): Politeness {
  const failures = new Map<string, number>();
  const delays = new Map<string, number>();
  const pauses = new Map<string, number>();
  const faultAt = new Map<string, number>();

  const turn = async (host: string, signal?: AbortSignal): Promise<void> => {
    const now = clock.now();
    const slot = await withSystem(db, 'patrol', async (tx) => {
      const { rows } = await sql<{ at: Date; failures: number }>`
        with old as (select greatest(next_at, coalesce(paused_until, next_at), ${new Date(now)}) as at
          from hosts where host = ${host} for update)
        update hosts h set asked = h.asked + 1,
          next_at = old.at + make_interval(secs => greatest(1.0 / h.rate, ${delays.get(host) ?? 0}::double precision))
        from old where h.host = ${host} returning old.at, h.failures`.execute(tx);
      return rows[0];
    });
    if (!slot) return; // a redirect to a host that nobody patrols: one request
    failures.set(host, slot.failures);
    const wait = slot.at.getTime() - clock.now();
    if (wait > 0) await sleepFor(wait, signal);
  };

  const robots = new Robots({ fetcher, clock, turn: (url) => turn(new URL(url).host) });

  return {
    turn,
    async judge(url, signal) {
      const verdict = await robots.judge(url, signal);
      if (verdict.crawlDelay !== null)
        delays.set(new URL(url).host, Math.min(verdict.crawlDelay, MAX_CRAWL_DELAY_S));
      return verdict;
    },
    sitemaps: (origin, signal) => robots.sitemaps(origin, signal),
    readyAt: (host) => Math.max(clock.now(), pauses.get(host) ?? 0),
    isGivenUp: (host) => (failures.get(host) ?? 0) >= MAX_FAILURES,
    note(exchange): HostState {
      const host = new URL(exchange.finalUrl).host;
      const busy = exchange.status === 429 || exchange.status === 503;
      const fault =
        exchange.status === 0 && exchange.error !== undefined && exchange.error.kind !== 'aborted';
      const before = failures.get(host) ?? 0;
      const now = clock.now();
      // Six requests that were under way when a host went down are one fault, not six.
      const known = before > 0 && exchange.startedAt < (faultAt.get(host) ?? 0);
      const count = busy || fault ? (known ? before : before + 1) : 0;
      failures.set(host, count);
      if (busy || fault) faultAt.set(host, now);
      const wished = retryAfter(exchange.headers['retry-after'], now);
      const pause = count === 0 ? 0 : (wished ?? Math.min(MAX_BACKOFF_MS, 1000 * 2 ** (count - 1)));
      pauses.set(host, now + pause);
      // The other workers learn it a moment later; nothing waits for it here.
      if (count > 0 || before > 0)
        withSystem(db, 'patrol', async (tx) => {
          await sql`update hosts set failures = ${count}, paused_until = ${pause > 0 ? new Date(now + pause) : null}
            where host = ${host}`.execute(tx);
        }).catch(() => undefined);
      return { nextAt: now, pausedUntil: now + pause, intervalMs: 0, failures: count };
    },
  };
}

/** Requests a second at which a page that a person waits for loads what belongs to it. */
const URGENT_RATE = 8;

/**
 * The turn of what a person waits for (an own find): it does not stand in the queue of the walk. It takes the next place
 * at once – only a pause that the host itself asked for is kept – and moves everybody behind by one, so over a moment
 * the host is asked no more often than its rate. What the page loads comes at a pace of its own.
 */
export function urgentTurn(db: Db, clock: Clock): Politeness['turn'] {
  const nextAt = new Map<string, number>();
  return async (host, signal) => {
    const paused = await withSystem(db, 'find', async (tx) => {
      const { rows } = await sql<{ until: Date | null }>`
        update hosts set asked = asked + 1,
          next_at = greatest(next_at, ${new Date(clock.now())}) + make_interval(secs => 1.0 / rate)
        where host = ${host} returning paused_until as until`.execute(tx);
      return rows[0]?.until?.getTime() ?? 0;
    });
    const at = Math.max(clock.now(), paused, nextAt.get(host) ?? 0);
    nextAt.set(host, at + 1000 / URGENT_RATE);
    if (nextAt.size > 1000) nextAt.delete(nextAt.keys().next().value!);
    const wait = at - clock.now();
    if (wait > 0) await sleepFor(wait, signal);
  };
}
