// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { WordFinder } from '../packages/screening/src/index.ts';
import type { BenchResult } from '../scripts/bench.ts';
import { hyperscan } from './lib/hyperscan.ts';
import { sampleListings, sampleWords } from './lib/listings.ts';

const PEERS = fileURLToPath(new URL('./peers/package.json', import.meta.url));
const root = fileURLToPath(new URL('../', import.meta.url));
/** Megabytes of text for us and Hyperscan (issue: 100), and for the slow ones. */
const MEGABYTES = Number(process.env['BENCH_MEGABYTES'] ?? 100);
const SLOW_MEGABYTES = Math.min(4, MEGABYTES);
const LISTINGS = Number(process.env['BENCH_LISTINGS'] ?? 1_500_000);
const encoder = new TextEncoder();

function texts(megabytes: number): { texts: string[]; bytes: number } {
  const list: string[] = [];
  let bytes = 0;
  for (const listing of sampleListings(11, 0.02)) {
    const text = `${listing.title}\n${listing.description}\n${listing.shop}`;
    bytes += Buffer.byteLength(text);
    list.push(text);
    if (bytes >= megabytes * 1e6) break;
  }
  return { texts: list, bytes };
}

type Matcher = (text: string) => number;

/** The npm matchers worth naming; each says how many hits. One that is not installed is left out. */
async function peers(words: string[]): Promise<[string, Matcher][]> {
  const resolve = createRequire(PEERS).resolve;
  const load = async (name: string): Promise<Record<string, unknown>> =>
    (await import(resolve(name))) as Record<string, unknown>;
  const made: [string, Matcher][] = [];
  const add = async (name: string, make: (m: Record<string, unknown>) => Matcher): Promise<void> => {
    try {
      made.push([name, make(await load(name))]);
    } catch {
      // Not installed: `npm ci` in bench/peers.
    }
  };
  type Ctor = new (...args: unknown[]) => Record<string, (text: string, ...more: unknown[]) => unknown>;
  const size = (value: unknown): number => (Array.isArray(value) ? value.length : 0);
  await add('fastscan', (m) => {
    const scanner = new (m['default'] as Ctor)(words);
    return (text) => size(scanner['search']!(text));
  });
  await add('@monyone/aho-corasick', (m) => {
    const scanner = new (m['AhoCorasick'] as Ctor)(words);
    return (text) => size(scanner['matchInText']!(text));
  });
  await add('mint-filter', (m) => {
    const scanner = new (m['Mint'] as Ctor)(words);
    return (text) => size((scanner['filter']!(text) as { words: unknown[] }).words);
  });
  await add('ahocorasick', (m) => {
    const scanner = new (m['default'] as Ctor)(words);
    return (text) => size(scanner['search']!(text));
  });
  await add('modern-ahocorasick', (m) => {
    const scanner = new (m['default'] as Ctor)(words);
    return (text) => size(scanner['search']!(text));
  });
  await add('sensitive-word-tool', (m) => {
    const scanner = new ((m['SensitiveWordTool'] ?? m['default']) as Ctor)({ wordList: words });
    return (text) => size(scanner['match']!(text));
  });
  return made;
}

/** MB/s of the best of two runs. */
function speed(list: readonly string[], bytes: number, matcher: Matcher): { rate: number; hits: number } {
  let best = Number.POSITIVE_INFINITY;
  let hits = 0;
  for (let run = 0; run < 2; run++) {
    hits = 0;
    const start = performance.now();
    for (const text of list) hits += matcher(text);
    best = Math.min(best, performance.now() - start);
  }
  return { rate: Math.round(bytes / 1000 / best), hits };
}

async function matchers(rows: BenchResult['rows']): Promise<void> {
  const all = texts(MEGABYTES);
  const few = texts(SLOW_MEGABYTES);
  const flat = all.texts.map((t) => encoder.encode(t));
  for (const count of [1000, 10_000, 100_000]) {
    const words = sampleWords(count, 5);
    const measure = (what: string, make: () => Matcher, on: { texts: string[]; bytes: number }) => {
      const start = performance.now();
      const matcher = make();
      const build = Math.round(performance.now() - start);
      const { rate, hits } = speed(on.texts, on.bytes, matcher);
      rows.push({ what, terms: count, 'MB/s': rate, 'build ms': build, hits });
    };
    const finder = (level: 'cheap' | 'far') => () => {
      const words_ = new WordFinder(words, level);
      return (text: string) => words_.find(text).length;
    };
    measure('yiwang, every cheap fold', finder('cheap'), all);
    measure('yiwang, all folds', finder('far'), all);
    const start = performance.now();
    // At 100,000 terms the call through koffi ended the process in our trials.
    const hs = count > 10_000 ? null : hyperscan(words, PEERS);
    if (hs !== null) {
      const build = Math.round(performance.now() - start);
      let best = Number.POSITIVE_INFINITY;
      let hits = 0;
      for (let run = 0; run < 2; run++) {
        hits = 0;
        const from = performance.now();
        for (const text of flat) hits += hs(text);
        best = Math.min(best, performance.now() - from);
      }
      // Once more over one long text: a call from JavaScript costs Hyperscan as much as the text of a listing.
      const whole = Buffer.concat(flat);
      const from = performance.now();
      hs(whole);
      const long = performance.now() - from;
      rows.push({
        what: 'Hyperscan, no folding, by listing',
        terms: count,
        'MB/s': Math.round(all.bytes / 1000 / best),
        'build ms': build,
        hits,
      });
      rows.push({
        what: 'Hyperscan, no folding, one long text',
        terms: count,
        'MB/s': Math.round(all.bytes / 1000 / long),
        'build ms': build,
        hits,
      });
    }
    for (const [name, matcher] of await peers(words)) measure(name, () => matcher, few);
  }
}

/** The whole `screen` command with the full packs: its own start included, answers thrown away. */
async function command(rows: BenchResult['rows']): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-bench-'));
  try {
    const file = join(folder, 'listings.ndjson');
    const out = createWriteStream(file);
    let bytes = 0;
    let count = 0;
    for (const listing of sampleListings(3, 0.02)) {
      const line = `${JSON.stringify({ ...listing, platform: 'sample', priceHistory: null })}\n`;
      bytes += Buffer.byteLength(line);
      if (!out.write(line)) await new Promise<void>((done) => out.once('drain', () => done()));
      if (++count === LISTINGS) break;
    }
    out.end();
    await finished(out);
    const run = (jobs: number): number => {
      const start = performance.now();
      execFileSync(
        process.execPath,
        [join(root, 'cli/bin/yiwang.mjs'), 'screen', '--jobs', String(jobs), file],
        {
          stdio: ['ignore', 'ignore', 'inherit'],
        },
      );
      return (performance.now() - start) / 1000;
    };
    run(1);
    for (const jobs of new Set([1, availableParallelism()])) {
      const seconds = run(jobs);
      rows.push({
        what: `screen command, full packs, ${jobs} thread${jobs > 1 ? 's' : ''}`,
        'listings/s': Math.round(count / seconds),
        'MB/s': Math.round(bytes / 1e6 / seconds),
        seconds: Math.round(seconds * 10) / 10,
      });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Folding and matching against npm's matchers and Hyperscan, and the whole `screen` command. */
export async function bench(): Promise<BenchResult> {
  const rows: BenchResult['rows'] = [];
  await matchers(rows);
  await command(rows);
  return {
    name: 'screening',
    rows,
    notes: [
      `Text: ${MEGABYTES} MB of made-up listings for us and Hyperscan, ${SLOW_MEGABYTES} MB for the npm matchers (BENCH_MEGABYTES, BENCH_LISTINGS).`,
      'The peers live in bench/peers (npm ci there); those that are not installed are left out, and so is Hyperscan without libhyperscan.',
      'Bound by: memory latency of the gates and tries; in the command also by reading and checking JSON.',
    ],
  };
}
