// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Exchange } from './exchange.ts';
import type { Fetcher } from './fetcher.ts';
import type { EntryOutcome, FrontierEntry, NewEntry } from './frontier.ts';
import type { Politeness } from './politeness.ts';
import type { RobotsVerdict } from './robots-file.ts';
import { maybePage, normaliseUrl, type Scope } from './url.ts';

export interface StepTools {
  fetcher: Fetcher;
  politeness: Politeness;
  clock: Clock;
  /** Redirects out of it are not followed. */
  scope: Scope;
  /** How often an entry is put back after a fault before it counts as failed. */
  maxAttempts?: number;
  signal?: AbortSignal;
}

export interface StepResult {
  entry: FrontierEntry;
  verdict: RobotsVerdict;
  /** Null when robots.txt bars the address or the host was given up: nothing was sent. */
  exchange: Exchange | null;
  outcome: EntryOutcome;
}

/** What to do with an entry after its exchange. */
function outcomeOf(exchange: Exchange, entry: FrontierEntry, tools: StepTools): EntryOutcome {
  if (exchange.status === 304) return { kind: 'unchanged' };
  const again = exchange.status === 429 || exchange.status === 503 || exchange.status === 0;
  const kind = exchange.error?.kind;
  const hopeless =
    kind === 'refused-address' ||
    kind === 'bad-url' ||
    kind === 'tls' ||
    kind === 'protocol' ||
    kind === 'aborted';
  if (again && !hopeless) {
    const reason = exchange.error?.message ?? `status ${exchange.status}`;
    if (entry.attempts + 1 >= (tools.maxAttempts ?? 3)) return { kind: 'failed', reason };
    return { kind: 'retry', at: tools.politeness.readyAt(entry.host), reason };
  }
  if (exchange.status === 0) return { kind: 'failed', reason: exchange.error?.message ?? 'no answer' };
  return {
    kind: 'fetched',
    status: exchange.status,
    etag: exchange.headers['etag'] ?? null,
    lastModified: exchange.headers['last-modified'] ?? null,
  };
}

/**
 * Visits one entry politely: robots.txt, the host's turn, the request (conditional when the entry carries an etag or a
 * date), redirects each judged by scope and robots. Usable without the crawl loop: a worker claims an entry from its own
 * frontier, calls this, and finishes the entry with `outcome`. Never throws for foreign faults; rejects only when
 * `signal` aborts while waiting for the turn.
 */
export async function fetchEntry(entry: FrontierEntry, tools: StepTools): Promise<StepResult> {
  const { politeness, fetcher, signal } = tools;
  const verdict = await politeness.judge(entry.url, signal);
  if (!verdict.allowed) {
    const reason =
      verdict.rule === null ? 'robots.txt unreachable' : `robots.txt line ${verdict.line}: ${verdict.rule}`;
    return { entry, verdict, exchange: null, outcome: { kind: 'barred', reason } };
  }
  if (politeness.isGivenUp(entry.host))
    return {
      entry,
      verdict,
      exchange: null,
      outcome: { kind: 'failed', reason: 'host given up after repeated faults' },
    };
  await politeness.turn(entry.host, signal);
  const exchange = await fetcher.fetch(entry.url, {
    ground: entry.ground,
    etag: entry.etag ?? null,
    lastModified: entry.lastModified ?? null,
    ...(signal ? { signal } : {}),
    onRedirect: async (to) => {
      if (!tools.scope(to)) return `out of scope: ${to}`;
      const next = await politeness.judge(to, signal);
      if (!next.allowed) return `robots.txt bars ${to}`;
      await politeness.turn(new URL(to).host, signal);
      return null;
    },
  });
  politeness.note(exchange);
  return { entry, verdict, exchange, outcome: outcomeOf(exchange, entry, tools) };
}

/**
 * Links of a page as entries for the frontier: normalised, in scope, possibly pages, one deeper than the page, each
 * once, at most `max` of them.
 */
export function discoverLinks(
  links: Iterable<string>,
  from: { url: string; depth: number },
  options: { scope: Scope; ground?: string; max?: number; priority?: (url: string) => number },
): NewEntry[] {
  const max = options.max ?? 5000;
  const found = new Map<string, NewEntry>();
  for (const link of links) {
    if (found.size >= max) break;
    const url = normaliseUrl(link, from.url);
    if (url === null || found.has(url) || !options.scope(url) || !maybePage(url)) continue;
    const depth = from.depth + 1;
    found.set(url, {
      url,
      depth,
      ground: options.ground ?? 'link',
      from: from.url,
      priority: options.priority?.(url) ?? depth,
    });
  }
  return [...found.values()];
}
