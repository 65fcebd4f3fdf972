// SPDX-License-Identifier: Apache-2.0
import { gunzipSync } from 'node:zlib';

/** What one sitemap or feed names (sitemaps.org 0.9, RSS 2.0, Atom, plain text). */
export interface SitemapContent {
  /** Sitemaps named by an index. */
  sitemaps: string[];
  /** Pages, in order, with their date as written. */
  pages: { url: string; lastModified: string | null }[];
}

/** sitemaps.org: at most 50,000 addresses a file. */
const MAX_PAGES = 50_000;
const MAX_BYTES = 50 * 1024 * 1024;

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, dec, name: string | undefined) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = hex === undefined ? Number(dec) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

/** A tag without prefix; `image:loc` and `xhtml:link` do not name pages. */
const first = (block: string, tag: string): string | null => {
  const match = new RegExp(`<${tag}(?:\\s[^>]*)?>([\\s\\S]*?)</${tag}\\s*>`, 'i').exec(block);
  return match === null ? null : plain(match[1]!);
};

/** Reads a sitemap leniently: gzip by its bytes, broken files as far as they go. Never throws. */
export function parseSitemap(bytes: Uint8Array): SitemapContent {
  const content: SitemapContent = { sitemaps: [], pages: [] };
  let data = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      data = gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
    } catch {
      return content;
    }
  }
  const text = new TextDecoder('utf-8').decode(data);
  if (!text.includes('<')) {
    for (const line of text.split(/\r?\n/, MAX_PAGES))
      if (/^https?:\/\//i.test(line.trim())) content.pages.push({ url: line.trim(), lastModified: null });
    return content;
  }
  const blocks = text.matchAll(/<(sitemap|url|item|entry)(?:\s[^>]*)?>([\s\S]*?)<\/\1\s*>/gi);
  for (const [, kind, block = ''] of blocks) {
    if (content.pages.length >= MAX_PAGES) break;
    const type = kind!.toLowerCase();
    if (type === 'sitemap' || type === 'url') {
      const url = first(block, 'loc');
      if (url === null) continue;
      if (type === 'sitemap') content.sitemaps.push(url);
      else content.pages.push({ url, lastModified: first(block, 'lastmod') });
    } else {
      const url = first(block, 'link') || /<link\s[^>]*href\s*=\s*["']([^"']+)["']/i.exec(block)?.[1];
      if (url)
        content.pages.push({
          url: plain(url),
          lastModified: first(block, 'pubDate') ?? first(block, 'updated'),
        });
    }
  }
  return content;
}
