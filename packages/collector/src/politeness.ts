// SPDX-License-Identifier: Apache-2.0
import { type Clock, failed } from '@yiwang/kernel';
import type { Exchange } from './exchange.ts';
import type { Fetcher } from './fetcher.ts';
import { Robots } from './robots-cache.ts';
import type { RobotsVerdict } from './robots-file.ts';

export interface PolitenessOptions {
  fetcher: Fetcher;
  clock: Clock;
  /** Requests a second and host; `Infinity` for benches against ourselves. */
  rate: number;
  /** Longest Crawl-delay that is honoured, seconds; beyond it the site is asked at this pace. */
  maxCrawlDelay?: number;
  /** Faults in a row after which a host is left alone for this run. */
  maxFailures?: number;
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** What we know of a host's patience. Times in ms since the epoch. */
export interface HostState {
  nextAt: number;
  pausedUntil: number;
  intervalMs: number;
  failures: number;
}

/** The manners of the patrol: robots.txt, a pace per host, and stepping back when a host is in trouble. */
export interface Politeness {
  /** May this address be fetched? Fetches the site's robots.txt when it is not known (paced like any request). */
  judge(url: string, signal?: AbortSignal): Promise<RobotsVerdict>;
  sitemaps(origin: string, signal?: AbortSignal): Promise<string[]>;
  /** Waits for this host's next slot and takes it. Rejects when `signal` aborts. */
  turn(host: string, signal?: AbortSignal): Promise<void>;
  /** When the next slot is, without taking it. */
  readyAt(host: string): number;
  /** Learns from an outcome: 429, 503 and faults make it step back, success brings the pace back slowly. */
  note(exchange: Exchange): HostState;
  /** True when the host failed so often in a row that asking on would be rude and useless. */
  isGivenUp(host: string): boolean;
}

const MAX_RETRY_AFTER_MS = 3_600_000;
const MAX_BACKOFF_MS = 300_000;
const MAX_HOSTS = 20_000;

/** Retry-After (RFC 9110 §10.2.3) in ms from `now`: seconds or a date; null when absent or unreadable. */
export function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_RETRY_AFTER_MS) : null;
}

/** Sleeps, ends early with the signal's reason. */
export function sleepFor(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** One per process or patrol; hosts are `host[:port]` as in `URL.host`. */
export function createPoliteness(options: PolitenessOptions): Politeness {
  const { clock } = options;
  if (!(options.rate > 0)) throw failed('collector.rate', 'the rate must be above zero');
  const baseInterval = options.rate === Number.POSITIVE_INFINITY ? 0 : 1000 / options.rate;
  const maxDelayMs = (options.maxCrawlDelay ?? 30) * 1000;
  const maxFailures = options.maxFailures ?? 8;
  const sleep = options.sleep ?? sleepFor;
  const hosts = new Map<string, HostState>();
  const stateOf = (host: string): HostState => {
    let state = hosts.get(host);
    if (state === undefined) {
      state = { nextAt: 0, pausedUntil: 0, intervalMs: baseInterval, failures: 0 };
      hosts.set(host, state);
      if (hosts.size > MAX_HOSTS) hosts.delete(hosts.keys().next().value!);
    }
    return state;
  };
  const delays = new Map<string, number>();

  const turn = async (host: string, signal?: AbortSignal): Promise<void> => {
    const state = stateOf(host);
    const now = clock.now();
    const at = Math.max(now, state.nextAt, state.pausedUntil);
    state.nextAt = at + Math.max(state.intervalMs, delays.get(host) ?? 0);
    if (at > now) await sleep(at - now, signal);
  };
  const robots = new Robots({
    fetcher: options.fetcher,
    clock,
    turn: (url) => turn(new URL(url).host),
  });

  return {
    turn,
    async judge(url, signal) {
      const verdict = await robots.judge(url, signal);
      if (verdict.crawlDelay !== null)
        delays.set(new URL(url).host, Math.min(verdict.crawlDelay * 1000, maxDelayMs));
      return verdict;
    },
    sitemaps: (origin, signal) => robots.sitemaps(origin, signal),
    readyAt(host) {
      const state = hosts.get(host);
      return state === undefined ? 0 : Math.max(state.nextAt, state.pausedUntil);
    },
    isGivenUp: (host) => (hosts.get(host)?.failures ?? 0) >= maxFailures,
    note(exchange) {
      const state = stateOf(new URL(exchange.finalUrl).host);
      const now = clock.now();
      const busy = exchange.status === 429 || exchange.status === 503;
      const fault =
        exchange.status === 0 && exchange.error !== undefined && exchange.error.kind !== 'aborted';
      if (!busy && !fault) {
        state.failures = 0;
        state.intervalMs = Math.max(baseInterval, state.intervalMs * 0.9);
        return state;
      }
      state.failures++;
      const wished = retryAfter(exchange.headers['retry-after'], now);
      const backoff = Math.min(MAX_BACKOFF_MS, Math.max(baseInterval, 1000) * 2 ** (state.failures - 1));
      state.pausedUntil = now + (wished ?? backoff);
      if (busy) state.intervalMs = Math.min(MAX_BACKOFF_MS, Math.max(state.intervalMs, 100) * 2);
      return state;
    },
  };
}
