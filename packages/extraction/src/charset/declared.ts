// SPDX-License-Identifier: Apache-2.0

// For looking only: ASCII survives it in every charset that pages are in, whatever becomes of the rest.
const ascii = new TextDecoder('utf-8');

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
export function metaCharset(head: string): string | null {
  const xml = head.startsWith('<?xml') || head.includes('<?xml') ? XML.exec(head)?.[1] : undefined;
  if (!/charset/i.test(head)) return xml ?? null;
  META.lastIndex = 0;
  for (let m = META.exec(head); m !== null; m = META.exec(head)) if (m[1]) return m[1];
  return xml ?? null;
}

/** The part of a page where a declaration can stand, readable as far as it is ASCII. */
export const headText = (bytes: Uint8Array): string => ascii.decode(bytes.subarray(0, HEAD_LIMIT));

/** A meta this late (in bytes or characters) is still believed. */
export const HEAD_LIMIT = 1 << 17;

export interface Declarations {
  /** As written in Content-Type. */
  header: string | null;
  /** As written in the markup. */
  meta: string | null;
}

export const declarations = (head: string, contentType?: string | null): Declarations => ({
  header: contentType ? fromHeader(contentType) : null,
  meta: metaCharset(head),
});
