// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Frontier, FrontierEntry, FrontierState, NewEntry } from './frontier.ts';
import { hash53 } from './hash53.ts';
import { urlKey } from './url.ts';

export interface MemoryFrontierOptions {
  clock: Clock;
  /** When a host may be asked again (ms since the epoch): `politeness.readyAt`. */
  readyAt?: (host: string) => number;
  /** Entries of one host that may be out at once. */
  perHost?: number;
  /** Entries that may wait at once; beyond it new ones are turned away (a page of 100,000 links fills no memory). */
  maxWaiting?: number;
}

/** Everything needed to go on later, as plain JSON. */
export interface FrontierSnapshot {
  seen: number[];
  waiting: FrontierEntry[];
  done: number;
}

interface HostQueue {
  /** By priority, each first in, first out. */
  lanes: Map<number, FrontierEntry[]>;
  later: { at: number; entry: FrontierEntry }[];
  out: number;
}

/** A frontier in the process: the patrol without a database. */
export function memoryFrontier(
  options: MemoryFrontierOptions,
  resume?: FrontierSnapshot,
): Frontier & { snapshot(): FrontierSnapshot } {
  const { clock } = options;
  const perHost = options.perHost ?? 1;
  const maxWaiting = options.maxWaiting ?? 200_000;
  const readyAt = options.readyAt ?? (() => 0);
  const seen = new Set<number>(resume?.seen);
  const hosts = new Map<string, HostQueue>();
  const out = new Set<FrontierEntry>();
  let waiting = 0;
  let done = resume?.done ?? 0;

  const queueOf = (host: string): HostQueue => {
    let queue = hosts.get(host);
    if (queue === undefined) {
      queue = { lanes: new Map(), later: [], out: 0 };
      hosts.set(host, queue);
    }
    return queue;
  };
  const put = (entry: FrontierEntry) => {
    const { lanes } = queueOf(entry.host);
    const lane = lanes.get(entry.priority);
    if (lane === undefined) lanes.set(entry.priority, [entry]);
    else lane.push(entry);
    waiting++;
  };
  const take = (queue: HostQueue, now: number): FrontierEntry | undefined => {
    const ripe = queue.later.findIndex((l) => l.at <= now);
    if (ripe >= 0) return queue.later.splice(ripe, 1)[0]!.entry;
    let best = Number.POSITIVE_INFINITY;
    for (const priority of queue.lanes.keys()) if (priority < best) best = priority;
    const lane = queue.lanes.get(best);
    const entry = lane?.shift();
    if (lane?.length === 0) queue.lanes.delete(best);
    return entry;
  };
  const hostReadyAt = (host: string, queue: HostQueue): number | null => {
    if (queue.lanes.size === 0 && queue.later.length === 0) return null;
    const own = queue.lanes.size > 0 ? 0 : Math.min(...queue.later.map((l) => l.at));
    return Math.max(own, readyAt(host));
  };
  for (const entry of resume?.waiting ?? []) put(entry);

  return {
    async add(entries: readonly NewEntry[]) {
      let added = 0;
      for (const entry of entries) {
        if (waiting >= maxWaiting) break;
        const key = urlKey(entry.url);
        const hash = hash53(key);
        if (seen.has(hash)) continue;
        seen.add(hash);
        put({
          ...entry,
          key,
          host: new URL(entry.url).host,
          priority: entry.priority ?? entry.depth,
          attempts: 0,
        });
        added++;
      }
      return added;
    },
    async claim(n) {
      const now = clock.now();
      const claimed: FrontierEntry[] = [];
      let rounds = hosts.size;
      for (const [host, queue] of hosts) {
        // The map grows behind us while hosts go to its end: one round only.
        if (rounds-- === 0 || claimed.length >= n) break;
        while (claimed.length < n && queue.out < perHost) {
          const at = hostReadyAt(host, queue);
          if (at === null || at > now) break;
          const entry = take(queue, now);
          if (entry === undefined) break;
          queue.out++;
          waiting--;
          out.add(entry);
          claimed.push(entry);
          // One a round where there is a pace to keep: the next slot is only known once this one is taken.
          if (at > 0) break;
        }
        // Behind the others, so that claims go round.
        hosts.delete(host);
        if (queue.lanes.size > 0 || queue.later.length > 0 || queue.out > 0) hosts.set(host, queue);
      }
      return claimed;
    },
    async finish(entry, outcome) {
      if (!out.delete(entry)) return;
      const queue = queueOf(entry.host);
      queue.out--;
      if (outcome.kind === 'retry') {
        queue.later.push({ at: outcome.at, entry: { ...entry, attempts: entry.attempts + 1 } });
        waiting++;
      } else done++;
    },
    async state(): Promise<FrontierState> {
      let nextAt: number | null = null;
      for (const [host, queue] of hosts) {
        const at = hostReadyAt(host, queue);
        if (at !== null && (nextAt === null || at < nextAt)) nextAt = at;
      }
      return { waiting, claimed: out.size, done, nextAt };
    },
    snapshot() {
      const queued = [...hosts.values()].flatMap((q) => [
        ...[...q.lanes.values()].flat(),
        ...q.later.map((l) => l.entry),
      ]);
      // What is out was not finished: it is visited again after a resume.
      return { seen: [...seen], waiting: [...out, ...queued], done };
    },
  };
}
