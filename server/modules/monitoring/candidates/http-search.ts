// SPDX-License-Identifier: Apache-2.0
import type { Fetcher } from '@yiwang/collector';
import { failed } from '@yiwang/kernel';
import type { SearchHit, SearchPort } from './search-port.ts';

const MAX_HITS = 100;

/** Objects with an address anywhere in an answer: services agree on `url` and `title`, not on where they stand. */
export function hitsOf(answer: unknown): SearchHit[] {
  const hits: SearchHit[] = [];
  const look = (value: unknown, depth: number): void => {
    if (hits.length >= MAX_HITS || depth > 6 || typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) look(one, depth + 1);
      return;
    }
    const { url, link, href, title, name } = value as Record<string, unknown>;
    const address = [url, link, href].find((one) => typeof one === 'string' && /^https?:\/\//i.test(one));
    if (typeof address === 'string') {
      const words = [title, name].find((one) => typeof one === 'string');
      hits.push({ url: address, title: typeof words === 'string' ? words.slice(0, 200) : null });
      return;
    }
    for (const one of Object.values(value)) look(one, depth + 1);
  };
  look(answer, 0);
  return hits;
}

/** Asks `template` with `{q}` replaced, through the guarded fetcher, and reads addresses out of its JSON. */
export function httpSearch(fetcher: Fetcher, template: string, key: string | null): SearchPort {
  return {
    async search(query, signal) {
      const url = template.replaceAll('{q}', encodeURIComponent(query));
      const exchange = await fetcher.fetch(url, {
        ground: 'search',
        headers: { accept: 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
        signal,
      });
      if (exchange.error !== undefined || exchange.status !== 200)
        throw failed('search_failed', exchange.error?.message ?? `status ${exchange.status}`);
      try {
        return hitsOf(JSON.parse(new TextDecoder().decode(exchange.body)));
      } catch (cause) {
        throw failed('search_failed', 'the answer is no JSON', { cause });
      }
    },
  };
}
