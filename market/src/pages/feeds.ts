// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import { dateOf } from '../calendar.ts';
import { categories } from '../categories.ts';
import { offersOn } from '../goods.ts';
import { html } from '../html.ts';
import { type Reply, text, type Visit } from '../reply.ts';
import { findShop, shops } from '../shops.ts';

/** Paths that robots.txt forbids. Nothing that a patrol needs is behind them. */
export const FORBIDDEN = ['/cart', '/account/', '/order/', '/private/', '/track/', '/print/'];

export function robotsTxt(visit: Visit): Reply {
  return text(
    `# ${visit.base} - the sample fair
User-agent: BadExampleBot
Disallow: /

User-agent: *
${FORBIDDEN.map((path) => `Disallow: ${path}`).join('\n')}
Disallow: /*?*print=1
Disallow: /*.bak$
Allow: /cart/help

Sitemap: ${visit.base}/sitemap.xml
`,
  );
}

const PART = 120;
const XML = 'application/xml; charset=utf-8';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

function urlset(visit: Visit, paths: readonly string[]): string {
  const date = dateOf(visit.day);
  return html`<urlset xmlns="${NAMESPACE}">
${paths.map((path) => html`<url><loc>${visit.base}${path}</loc><lastmod>${date}</lastmod></url>\n`)}</urlset>\n`
    .text;
}

function itemParts(day: number): string[][] {
  const paths = offersOn(day).map((offer) => findShop(offer.goods.shop).item(offer.id));
  return Array.from({ length: Math.ceil(paths.length / PART) }, (_, i) =>
    paths.slice(i * PART, (i + 1) * PART),
  );
}

/** `/sitemap.xml` (an index) and its parts; the second part of the goods is gzipped. Null where there is none. */
export function sitemap(visit: Visit, path: string): Reply | null {
  const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const parts = itemParts(visit.day);
  const names = [
    '/sitemap-shops.xml',
    ...parts.map((_, i) => `/sitemap-items-${i + 1}.xml${i === 1 ? '.gz' : ''}`),
  ];
  if (path === '/sitemap.xml') {
    const body = html`<sitemapindex xmlns="${NAMESPACE}">
${names.map((name) => html`<sitemap><loc>${visit.base}${name}</loc><lastmod>${dateOf(visit.day)}</lastmod></sitemap>\n`)}</sitemapindex>\n`;
    return text(prolog + body.text, XML);
  }
  const at = names.indexOf(path);
  if (at < 0) return null;
  const own = [
    '/',
    '/shops',
    ...categories.map((c) => `/category/${c.id}`),
    ...shops.flatMap((s) => [s.home, s.licence]),
  ];
  const body = prolog + urlset(visit, at === 0 ? own : parts[at - 1]!);
  return path.endsWith('.gz')
    ? { status: 200, type: 'application/gzip', body: gzipSync(body) }
    : text(body, XML);
}
