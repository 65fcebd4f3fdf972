// SPDX-License-Identifier: Apache-2.0

import type { StepTools } from './crawl-step.ts';
import type { Exchange } from './exchange.ts';
import type { NewEntry } from './frontier.ts';
import { parseSitemap } from './sitemap.ts';
import { maybePage, normaliseUrl } from './url.ts';

export interface SitemapLimits {
  /** Sitemap files read for one site. */
  maxFiles?: number;
  maxPages?: number;
}

/**
 * The pages a site names itself: sitemaps of robots.txt, else `/sitemap.xml`, indexes followed two levels deep; each
 * file is a polite request. Only addresses in scope.
 */
export async function readSitemaps(
  origin: string,
  tools: StepTools & { onExchange?: (exchange: Exchange) => void },
  limits: SitemapLimits = {},
): Promise<NewEntry[]> {
  const maxFiles = limits.maxFiles ?? 50;
  const maxPages = limits.maxPages ?? 50_000;
  const named = await tools.politeness.sitemaps(origin, tools.signal);
  const queue = (named.length > 0 ? named : [`${origin}/sitemap.xml`]).map((url) => ({ url, level: 0 }));
  const seen = new Set<string>();
  const entries: NewEntry[] = [];
  while (queue.length > 0 && seen.size < maxFiles && entries.length < maxPages) {
    const { url: raw, level } = queue.shift()!;
    const url = normaliseUrl(raw, origin);
    // RFC: robots.txt may name a sitemap elsewhere; we ask only the site we were sent to.
    if (url === null || seen.has(url) || !tools.scope(url)) continue;
    seen.add(url);
    if (!(await tools.politeness.judge(url, tools.signal)).allowed) continue;
    const { host } = new URL(url);
    if (tools.politeness.isGivenUp(host)) break;
    await tools.politeness.turn(host, tools.signal);
    const exchange = await tools.fetcher.fetch(url, {
      ground: 'sitemap',
      onRedirect: (to) => (tools.scope(to) ? null : `out of scope: ${to}`),
      ...(tools.signal ? { signal: tools.signal } : {}),
    });
    tools.politeness.note(exchange);
    tools.onExchange?.(exchange);
    if (exchange.status !== 200 || exchange.error !== undefined) continue;
    const content = parseSitemap(exchange.body);
    if (level < 2) for (const next of content.sitemaps) queue.push({ url: next, level: level + 1 });
    for (const page of content.pages) {
      const link = normaliseUrl(page.url, url);
      if (link === null || !tools.scope(link) || !maybePage(link) || entries.length >= maxPages) continue;
      entries.push({ url: link, depth: 1, ground: 'sitemap', from: url, priority: 2 });
    }
  }
  return entries;
}
