// SPDX-License-Identifier: Apache-2.0

/** One address to visit, and why. */
export interface NewEntry {
  /** As from {@link normaliseUrl}. */
  url: string;
  depth: number;
  /** Why we look: `seed`, `sitemap`, `link`, `canonical`, `recheck`. */
  ground: string;
  /** The page that named it. */
  from: string | null;
  /** Lower comes first; default the depth. */
  priority?: number;
  etag?: string | null;
  lastModified?: string | null;
}

export interface FrontierEntry extends NewEntry {
  /** {@link urlKey} of the address: one page is visited once. */
  key: string;
  /** `URL.host`: the budget it counts against. */
  host: string;
  priority: number;
  attempts: number;
}

/** How a visit ended. `retry` puts the entry back, to be claimed not before `at`. */
export type EntryOutcome =
  | { kind: 'fetched'; status: number; etag: string | null; lastModified: string | null }
  | { kind: 'unchanged' }
  | { kind: 'barred'; reason: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'retry'; at: number; reason: string };

export interface FrontierState {
  waiting: number;
  claimed: number;
  done: number;
  /** When the next waiting entry may be claimed, ms since the epoch; null when nothing waits. */
  nextAt: number | null;
}

/**
 * What is still to visit. The crawl loop needs no more than this; `memoryFrontier` keeps it in the process, the server
 * in a table. An implementation hands an entry out once until it is finished (or its lease ends), spreads claims over
 * hosts, and hands out nothing for a host whose budget is spent.
 */
export interface Frontier {
  /** Adds what is not known yet; returns how many were new. */
  add(entries: readonly NewEntry[]): Promise<number>;
  /** Up to `n` entries that may be fetched now. */
  claim(n: number): Promise<FrontierEntry[]>;
  finish(entry: FrontierEntry, outcome: EntryOutcome): Promise<void>;
  state(): Promise<FrontierState>;
}
