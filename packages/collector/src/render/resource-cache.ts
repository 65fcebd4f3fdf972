// SPDX-License-Identifier: Apache-2.0
import type { Exchange } from '../exchange.ts';

const MAX_ONE = 1_000_000;

/** Scripts, styles and pictures that many pages of a visit load: asked for once, recorded with every page. */
export interface ResourceCache {
  get(url: string): Exchange | undefined;
  put(url: string, exchange: Exchange): void;
  /** What is kept, or what somebody is about to fetch; undefined: the caller fetches it, and calls `done` whatever came. */
  getOrBegin(url: string): Promise<Exchange | undefined>;
  done(url: string): void;
}

/**
 * Keeps up to `maxBytes` of small successful answers, the oldest go first, each for `maxAgeMs` at most: within one visit
 * a style sheet is the same. What is taken from here keeps the time at which it was received.
 */
export function createResourceCache(
  maxBytes = 48 * 1024 * 1024,
  maxAgeMs = Number.POSITIVE_INFINITY,
): ResourceCache {
  const kept = new Map<string, Exchange>();
  const keptAt = new WeakMap<Exchange, number>();
  let bytes = 0;
  const sizeOf = (exchange: Exchange) => exchange.wireBody.length + exchange.body.length;
  const underWay = new Map<string, { ended: Promise<void>; end: () => void }>();
  const cache: ResourceCache = {
    async getOrBegin(url) {
      for (let first = underWay.get(url); first !== undefined; first = underWay.get(url)) await first.ended;
      const found = cache.get(url);
      if (found === undefined) {
        const { promise, resolve } = Promise.withResolvers<void>();
        underWay.set(url, { ended: promise, end: resolve });
      }
      return found;
    },
    done(url) {
      underWay.get(url)?.end();
      underWay.delete(url);
    },
    get(url) {
      const found = kept.get(url);
      if (found === undefined || performance.now() - keptAt.get(found)! <= maxAgeMs) return found;
      kept.delete(url);
      bytes -= sizeOf(found);
      return undefined;
    },
    put(url, exchange) {
      const size = sizeOf(exchange);
      if (exchange.status !== 200 || exchange.error !== undefined || size > MAX_ONE || kept.has(url)) return;
      kept.set(url, exchange);
      keptAt.set(exchange, performance.now());
      bytes += size;
      for (const [old, dropped] of kept) {
        if (bytes <= maxBytes) break;
        kept.delete(old);
        bytes -= sizeOf(dropped);
      }
    },
  };
  return cache;
}
