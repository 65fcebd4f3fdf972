// SPDX-License-Identifier: Apache-2.0
import type { Html } from './html.ts';

/** What a page function is told. */
export interface Visit {
  /** Path as asked, without the query. */
  path: string;
  query: URLSearchParams;
  /** `http://host:port` under which the visitor reached the fair. */
  base: string;
  day: number;
}

/** What a page function answers. */
export interface Reply {
  status: number;
  /** Content-Type header, sent as it is (some pages of the GBK shop lie in it on purpose). */
  type: string;
  body: string | Uint8Array;
  /** Encoding of a text body; UTF-8 unless told. */
  encoding?: 'gb18030';
  headers?: Record<string, string>;
  delayMs?: number;
}

export function page(document: Html, status = 200): Reply {
  return { status, type: 'text/html; charset=utf-8', body: document.text };
}

export function text(body: string, type = 'text/plain; charset=utf-8'): Reply {
  return { status: 200, type, body };
}

export function json(value: unknown, status = 200): Reply {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

export function redirect(location: string, status: 301 | 302 | 307 | 308 = 302): Reply {
  return { status, type: 'text/plain; charset=utf-8', body: `see ${location}\n`, headers: { location } };
}
