// SPDX-License-Identifier: Apache-2.0
import { discoverLinks, fetchEntry, type StepResult, type StepTools } from './crawl-step.ts';
import type { Exchange } from './exchange.ts';
import type { Frontier, FrontierEntry, NewEntry } from './frontier.ts';
import { hash53 } from './hash53.ts';
import { sleepFor } from './politeness.ts';
import { addressKind, isFacet, type TrapGuard } from './trap-guard.ts';

/** What the caller found on a page; `links` may be relative. */
export interface PageLinks {
  links: Iterable<string>;
  /** Things of value seen here for the first time, e.g. listings: what the budget of a kind of page is judged by. */
  fresh?: number;
}

export interface CrawlOptions extends StepTools {
  frontier: Frontier;
  /** Pages fetched (2xx with a body) after which the visit ends. */
  maxPages: number;
  /** Links from the seed; default 20. */
  maxDepth?: number;
  /** Links taken from one page. */
  maxLinksPerPage?: number;
  maxMs?: number;
  /** Requests at once over all hosts; a host's own share is the frontier's and the politeness' matter. */
  concurrency?: number;
  /** Called for each page that came (2xx). What it returns feeds the frontier. May be slow: the loop waits for it. */
  onPage: (exchange: Exchange, entry: FrontierEntry) => Promise<PageLinks | null> | PageLinks | null;
  /** Called for every entry that was dealt with, pages included. */
  onStep?: (step: StepResult) => void | Promise<void>;
  /** Budgets by value: filters, sort orders, calendars. */
  traps?: TrapGuard;
}

export interface CrawlSummary {
  pages: number;
  /** `done`: nothing left; `limit`: pages or time spent; `stopped`: by the signal; `error`: not one page came. */
  stopped: 'done' | 'limit' | 'stopped' | 'error';
}

const MAX_FOLLOWED = 4_000_000;

/** Leaves out absolute links met before: most links of a shop are on every page, and parsing them costs most. */
function unseenLinks(links: Iterable<string>, followed: Set<number>): string[] {
  if (followed.size > MAX_FOLLOWED) followed.clear();
  return [...links].filter((link) => {
    if (!/^https?:/i.test(link)) return true;
    const hash = hash53(link);
    if (followed.has(hash)) return false;
    followed.add(hash);
    return true;
  });
}

/**
 * Visits what the frontier holds and what the pages lead to, until nothing is left or a limit is reached. Stopping by
 * `signal` leaves unfinished entries claimed: a resumed frontier hands them out again. One host's trouble stops only
 * that host.
 */
export async function crawl(options: CrawlOptions): Promise<CrawlSummary> {
  const { frontier, clock, signal } = options;
  const concurrency = options.concurrency ?? 8;
  const startedAt = clock.now();
  const running = new Set<Promise<void>>();
  let pages = 0;
  let dealt = 0;
  let failure: unknown = null;
  const followed = new Set<number>();

  /** Adds what a page leads to; tells how much of it is new and of another kind than the page. */
  const follow = async (found: PageLinks, exchange: Exchange, entry: FrontierEntry): Promise<number> => {
    if (entry.depth >= (options.maxDepth ?? 20)) return 0;
    const all = discoverLinks(
      unseenLinks(found.links, followed),
      { url: exchange.finalUrl, depth: entry.depth },
      { scope: options.scope, ...(options.maxLinksPerPage ? { max: options.maxLinksPerPage } : {}) },
    );
    const entries = options.traps?.admit(all) ?? all;
    const own = addressKind(entry.url);
    const isOwn = (other: NewEntry) => addressKind(other.url) === own;
    // Another order or selection of the same list is nothing new, or its combinations would feed each other for ever.
    const counts = (other: NewEntry) => !isOwn(other) && !isFacet(other.url);
    const fresh = await frontier.add(entries.filter(counts));
    await frontier.add(entries.filter((other) => !counts(other)));
    return fresh;
  };

  const visit = async (entry: FrontierEntry): Promise<void> => {
    const trap = options.traps?.skip(entry) ?? null;
    if (trap !== null) return frontier.finish(entry, { kind: 'barred', reason: trap });
    const step = await fetchEntry(entry, options);
    const { exchange } = step;
    if (signal?.aborted && exchange?.error?.kind === 'aborted') return;
    dealt++;
    await options.onStep?.(step);
    if (exchange !== null && exchange.status >= 200 && exchange.status < 300 && pages < options.maxPages) {
      pages++;
      const found = await options.onPage(exchange, entry);
      if (found !== null) {
        const fresh = await follow(found, exchange, entry);
        options.traps?.note(entry.url, fresh + (found.fresh ?? 0));
      }
    }
    await frontier.finish(entry, step.outcome);
  };

  const overLimit = () =>
    pages >= options.maxPages || (options.maxMs !== undefined && clock.now() - startedAt >= options.maxMs);
  while (!signal?.aborted && failure === null && !overLimit()) {
    // Never more out than pages are still wanted: the limit is a promise about requests, too.
    const free = Math.min(concurrency - running.size, options.maxPages - pages - running.size);
    const entries = free > 0 ? await frontier.claim(free) : [];
    for (const entry of entries) {
      const work: Promise<void> = visit(entry)
        .catch((error: unknown) => {
          if (!signal?.aborted) failure ??= error;
        })
        .finally(() => running.delete(work));
      running.add(work);
    }
    if (entries.length > 0) continue;
    const { nextAt } = await frontier.state();
    if (running.size === 0 && nextAt === null) break;
    const pause = nextAt === null ? null : sleepFor(Math.min(Math.max(nextAt - clock.now(), 1), 1000));
    await Promise.race([...running, ...(pause && free > 0 ? [pause] : [])]);
  }
  await Promise.all(running);
  if (failure !== null) throw failure;
  if (signal?.aborted) return { pages, stopped: 'stopped' };
  if (overLimit()) return { pages, stopped: 'limit' };
  return { pages, stopped: pages === 0 && dealt > 0 ? 'error' : 'done' };
}
