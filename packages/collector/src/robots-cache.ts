// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Exchange } from './exchange.ts';
import type { Fetcher } from './fetcher.ts';
import { parseRobots, ROBOTS_MAX_BYTES, type RobotsFile, type RobotsVerdict } from './robots-file.ts';

/** RFC 9309 §2.4: no copy is used for more than a day. */
const DAY_MS = 24 * 3_600_000;
/** How long "unreachable" bars a site before robots.txt is asked for again. */
const UNREACHABLE_MS = 10 * 60_000;
const MAX_REDIRECTS = 5;
const MAX_SITES = 5000;

type Known =
  | { kind: 'file'; file: RobotsFile; until: number }
  | { kind: 'no-file' | 'unreachable'; file: null; until: number };

const ALLOW: RobotsVerdict = {
  allowed: true,
  line: null,
  rule: null,
  group: null,
  reason: 'no-file',
  crawlDelay: null,
};

/**
 * The robots.txt of every site, fetched once and kept at most a day. 2xx is read; 4xx and more than five redirects mean
 * there is none; 5xx, 429 and no answer at all bar the whole site for the time being (RFC 9309 §2.3.1), unless a copy
 * younger than a day is at hand.
 */
export class Robots {
  readonly #known = new Map<string, Known | Promise<Known>>();
  readonly #fetcher: Fetcher;
  readonly #clock: Clock;
  /** Called before robots.txt itself is fetched, so that it counts as a request of the host. */
  readonly #turn: (url: string) => Promise<void>;

  constructor(options: { fetcher: Fetcher; clock: Clock; turn?: (url: string) => Promise<void> }) {
    this.#fetcher = options.fetcher;
    this.#clock = options.clock;
    this.#turn = options.turn ?? (async () => {});
  }

  async judge(url: string, signal?: AbortSignal): Promise<RobotsVerdict> {
    const known = await this.#get(new URL(url).origin, signal);
    if (known.kind === 'file') return known.file.judge(this.#fetcher.agent, url);
    return known.kind === 'no-file' ? ALLOW : { ...ALLOW, allowed: false, reason: 'unreachable' };
  }

  /** Sitemaps named by the site's robots.txt; empty without one. */
  async sitemaps(origin: string, signal?: AbortSignal): Promise<string[]> {
    const known = await this.#get(origin, signal);
    return (
      known.file?.sitemaps.filter((s) => URL.canParse(s, origin)).map((s) => new URL(s, origin).href) ?? []
    );
  }

  async #get(origin: string, signal: AbortSignal | undefined): Promise<Known> {
    const old = await this.#known.get(origin);
    if (old !== undefined && old.until > this.#clock.now()) return old;
    // Somebody else may have begun while we waited for the old one.
    const begun = this.#known.get(origin);
    if (begun instanceof Promise) return begun;
    const fetching = this.#fetch(origin, old, signal);
    this.#known.set(origin, fetching);
    const known = await fetching;
    this.#known.set(origin, known);
    if (this.#known.size > MAX_SITES) this.#known.delete(this.#known.keys().next().value!);
    return known;
  }

  async #fetch(origin: string, old: Known | undefined, signal: AbortSignal | undefined): Promise<Known> {
    const url = `${origin}/robots.txt`;
    await this.#turn(url);
    const exchange = await this.#fetcher.fetch(url, {
      ground: 'robots',
      limits: {
        maxBytes: ROBOTS_MAX_BYTES,
        maxDecodedBytes: 2 * ROBOTS_MAX_BYTES,
        maxRedirects: MAX_REDIRECTS,
      },
      ...(signal ? { signal } : {}),
    });
    const now = this.#clock.now();
    const known = readAnswer(exchange, now);
    // An aborted fetch says nothing about the site: it must be asked again.
    if (exchange.error?.kind === 'aborted') return { kind: 'unreachable', file: null, until: now };
    if (known.kind === 'unreachable' && old?.kind === 'file' && old.until + DAY_MS > now)
      return { ...old, until: now + UNREACHABLE_MS };
    return known;
  }
}

function readAnswer(exchange: Exchange, now: number): Known {
  const kind = exchange.error?.kind;
  if (kind === 'too-many-redirects' || kind === 'redirect-loop')
    return { kind: 'no-file', file: null, until: now + DAY_MS };
  // An endless robots.txt is read up to its limit; what came is what counts.
  const readable = kind === undefined || kind === 'too-large';
  if (exchange.status >= 200 && exchange.status < 300 && readable)
    return { kind: 'file', file: parseRobots(exchange.body), until: now + DAY_MS };
  if (exchange.status >= 400 && exchange.status < 500 && exchange.status !== 429)
    return { kind: 'no-file', file: null, until: now + DAY_MS };
  return { kind: 'unreachable', file: null, until: now + UNREACHABLE_MS };
}
