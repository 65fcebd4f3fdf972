// SPDX-License-Identifier: Apache-2.0

/** What one exchange may cost us; times in milliseconds, sizes in bytes. */
export interface Limits {
  /** Bytes of a body as they come over the wire. */
  maxBytes: number;
  /** Bytes of a body after gzip, deflate, brotli and zstd. */
  maxDecodedBytes: number;
  maxHeaderBytes: number;
  /** From the request to the last byte, redirects not counted together. */
  totalMs: number;
  /** Between two pieces of a body. */
  idleMs: number;
  /** From the request to the end of the response head. */
  headerMs: number;
  connectMs: number;
  lookupMs: number;
  maxRedirects: number;
}

export const defaultLimits: Limits = {
  maxBytes: 16 * 1024 * 1024,
  maxDecodedBytes: 32 * 1024 * 1024,
  maxHeaderBytes: 32 * 1024,
  totalMs: 60_000,
  idleMs: 15_000,
  headerMs: 20_000,
  connectMs: 10_000,
  lookupMs: 8_000,
  maxRedirects: 10,
};
