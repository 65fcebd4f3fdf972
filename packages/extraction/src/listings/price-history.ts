// SPDX-License-Identifier: Apache-2.0

/** `[YYYY-MM-DD, price]`, oldest first. */
export type PriceHistory = [string, number][];

/** A page that tells more days than this tells a story, not a history. */
const MAX_DAYS = 800;
const MAX_SOURCE = 100_000;

const withQuotes = (text: string): string =>
  text
    .replace(/&(?:quot|#34|#x22);/gi, '"')
    .replace(/&(?:apos|#39|#x27);/gi, "'")
    .replace(/&amp;/gi, '&');

/** `[[date, price]]` or `[{date, price}]`; null for anything else. */
function readPoints(source: string): PriceHistory | null {
  if (source.length > MAX_SOURCE) return null;
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return null;
  }
  if (!Array.isArray(value) || value.length === 0 || value.length > MAX_DAYS) return null;
  const points: PriceHistory = [];
  for (const one of value as unknown[]) {
    const row = one as { date?: unknown; day?: unknown; price?: unknown } | unknown[] | null;
    const [date, price] = Array.isArray(row) ? row : [row?.date ?? row?.day, row?.price];
    if (typeof date !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(date)) return null;
    const amount = Number(price);
    if (!Number.isFinite(amount) || amount < 0) return null;
    points.push([date.slice(0, 10), amount]);
  }
  return points.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/**
 * The prices of past days that a page itself tells, for charts: an attribute `data-price-history`, or `priceHistory` in
 * the state its scripts draw from. Null where there is none, or more than one (a list of goods).
 */
export function priceHistoryOf(html: string): PriceHistory | null {
  const found = [
    ...html.matchAll(/\bdata-price-history\s*=\s*(?:"([^"]*)"|'([^']*)')/gi),
    ...html.matchAll(/"priceHistory"\s*:\s*(\[[^<]*?\]\s*\]|\[[^\][<]*\])/g),
  ]
    .map((match) => readPoints(withQuotes(match[1] ?? match[2] ?? '')))
    .filter((points) => points !== null);
  const distinct = new Set(found.map((points) => JSON.stringify(points)));
  return distinct.size === 1 ? found[0]! : null;
}
