// SPDX-License-Identifier: Apache-2.0
import type { Exchange } from '../exchange.ts';

const MAX_ONE = 1_000_000;

/** Scripts, styles and pictures that many pages of a visit load: asked for once, recorded with every page. */
export interface ResourceCache {
  get(url: string): Exchange | undefined;
  put(url: string, exchange: Exchange): void;
}

/** Keeps up to `maxBytes` of small successful answers, the oldest go first. For one visit: nothing is ever refreshed. */
export function createResourceCache(maxBytes = 48 * 1024 * 1024): ResourceCache {
  const kept = new Map<string, Exchange>();
  let bytes = 0;
  const sizeOf = (exchange: Exchange) => exchange.wireBody.length + exchange.body.length;
  return {
    get: (url) => kept.get(url),
    put(url, exchange) {
      const size = sizeOf(exchange);
      if (exchange.status !== 200 || exchange.error !== undefined || size > MAX_ONE || kept.has(url)) return;
      kept.set(url, exchange);
      bytes += size;
      for (const [old, dropped] of kept) {
        if (bytes <= maxBytes) break;
        kept.delete(old);
        bytes -= sizeOf(dropped);
      }
    },
  };
}
