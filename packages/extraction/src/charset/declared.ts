// SPDX-License-Identifier: Apache-2.0

const latin1 = new TextDecoder('latin1');

/** The WHATWG name of a label (`gb2312` → `gbk`), or null where no browser knows it. */
export function encodingName(label: string): string | null {
  const clean = label
    .trim()
    .toLowerCase()
    .replace(/^["']|["';]+$/g, '');
  if (/^(hz-gb-2312|hz)$/.test(clean)) return 'hz-gb-2312';
  if (/^(utf8mb4|unicode)$/.test(clean)) return 'utf-8';
  if (/^big5[-_]?hkscs/.test(clean)) return 'big5';
  if (/^(gb|gb_?2312|gb-2312|cp936|ms936|windows-936)$/.test(clean)) return 'gbk';
  if (/^(cp950|ms950)$/.test(clean)) return 'big5';
  try {
    return new TextDecoder(clean).encoding;
  } catch {
    return null;
  }
}

const fromHeader = (contentType: string): string | null =>
  /charset\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s;,]+))/i.exec(contentType)?.slice(1).find(Boolean) ?? null;

// A comment may hold a stale meta of an older template: it does not count.
const META = /<!--[\s\S]*?-->|<meta\b[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]+)/gi;
const XML = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/i;

/**
 * The charset a page's own markup names. Looks far past the 1,024 bytes a browser reads: many templates put
 * long comments or scripts first, and what is found late is still a declaration.
 */
export function metaCharset(bytes: Uint8Array, limit = 1 << 17): string | null {
  const head = latin1.decode(bytes.subarray(0, limit));
  const xml = XML.exec(head);
  if (!/<meta/i.test(head)) return xml?.[1] ?? null;
  META.lastIndex = 0;
  for (let m = META.exec(head); m !== null; m = META.exec(head)) if (m[1]) return m[1];
  return xml?.[1] ?? null;
}

export interface Declarations {
  /** As written in Content-Type. */
  header: string | null;
  /** As written in the markup. */
  meta: string | null;
}

export const declarations = (bytes: Uint8Array, contentType?: string | null): Declarations => ({
  header: contentType ? fromHeader(contentType) : null,
  meta: metaCharset(bytes),
});
