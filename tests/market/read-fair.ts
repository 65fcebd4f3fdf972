// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import { extractPage } from '@yiwang/extraction';
import { type Market, truthOn } from '@yiwang/market';
import { readPacks } from '@yiwang/rules';
import { compileEngine, parsePacks } from '@yiwang/screening';
import type { Given } from './compare.ts';

/** The fair's goods, read and judged from the bytes alone: what a patrol says of pages that no script draws. */
export async function readFair(market: Market, day: number): Promise<Given[]> {
  const engine = compileEngine(parsePacks(readPacks()), { today: '2026-11-24' });
  const given: Given[] = [];
  for (const { path, kind } of truthOn(day)) {
    if (kind !== 'listing') continue;
    const response = await fetch(market.url + path);
    const facts = extractPage({
      bytes: new Uint8Array(await response.arrayBuffer()),
      url: response.url,
      contentType: response.headers.get('content-type'),
    });
    const own = facts.listings.find((one) => one.url === null || urlKey(one.url) === urlKey(response.url));
    if (own === undefined) continue;
    const result = engine.screen({
      id: path,
      title: own.title,
      description: own.description,
      category: own.category,
      shop: own.shop ?? own.seller,
      platform: new URL(market.url).host,
      price: own.price,
      originalPrice: own.originalPrice,
      priceHistory: own.priceHistory ?? null,
      observedOn: own.priceHistory?.at(-1)?.[0] ?? '2026-01-20',
      source: 'listing',
    });
    for (const finding of result.findings)
      if (result.labels.includes(finding.label))
        given.push({
          url: response.url,
          label: finding.label,
          severity: finding.severity,
          text: finding.text,
        });
  }
  return given;
}
