// SPDX-License-Identifier: Apache-2.0

/** Why an exchange has no usable response; `message` is for people, `code` is the system's own where there is one. */
export interface FetchError {
  kind:
    | 'bad-url'
    | 'refused-address'
    | 'dns'
    | 'connect'
    | 'tls'
    | 'timeout'
    | 'idle'
    | 'closed'
    | 'protocol'
    | 'too-large'
    | 'decoded-too-large'
    | 'decode'
    | 'redirect-loop'
    | 'too-many-redirects'
    | 'redirect-refused'
    | 'aborted';
  message: string;
  code?: string;
}

/** Response headers by lower-case name; repeated ones joined by `, ` (`set-cookie` by a line feed). */
export type Headers = Record<string, string>;

/**
 * One request and what came back, as bytes. It exists also when nothing came back: `status` is then 0 and `error` says why.
 * `requestHead` and `responseHead` are the exact bytes on the wire, up to and including the empty line; `wireBody` is
 * everything after it as received (chunked framing and content coding included), `body` the decoded payload.
 */
export interface Exchange {
  url: string;
  /** Where the last redirect led; equal to `url` without one. */
  finalUrl: string;
  method: string;
  /** 0 when no response head arrived. */
  status: number;
  headers: Headers;
  body: Uint8Array;
  wireBody: Uint8Array;
  requestHead: Uint8Array;
  responseHead: Uint8Array;
  /** The judged address we were connected to, e.g. `203.0.113.7` or `2001:db8::7`; null when there was no connection. */
  remoteAddress: string | null;
  /** Milliseconds since the epoch at which the request began. */
  startedAt: number;
  /** Milliseconds from the beginning to the last byte. */
  ms: number;
  /** The exchanges that led here, first one first. Empty without a redirect. */
  redirects: Exchange[];
  /** Why the body ends early, in the words of WARC-Truncated (ISO 28500 §5.13). */
  truncated: 'length' | 'time' | 'disconnect' | null;
  error?: FetchError;
}

/** One line of the log of every request: what was asked for, why, and what came of it. */
export interface RequestLog {
  url: string;
  method: string;
  status: number;
  at: number;
  bytes: number;
  ms: number;
  /** Why we looked: `seed`, `robots`, `sitemap`, `link`, `redirect`, `recheck` … as the caller put it. */
  ground: string;
  address: string | null;
  error?: FetchError['kind'];
}
