// SPDX-License-Identifier: Apache-2.0
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { decodePage } from '@yiwang/extraction';
import type { HttpMessage } from '@yiwang/proof';

/** A capture was made under the collector's limits; what unpacks to more than this is no page. */
const limit = { maxOutputLength: 64 * 1024 * 1024 };

function unpack(bytes: Uint8Array, coding: string): Uint8Array {
  if (coding === 'gzip' || coding === 'x-gzip') return gunzipSync(bytes, limit);
  if (coding === 'br') return brotliDecompressSync(bytes, limit);
  if (coding === 'deflate') {
    // RFC 9110 §8.4.1.2: zlib framing; some servers send raw deflate.
    try {
      return inflateSync(bytes, limit);
    } catch {
      return inflateRawSync(bytes, limit);
    }
  }
  return bytes;
}

/** The source of a recorded page as UTF-8 text: content coding undone (RFC 9110 §8.4), charset by what the bytes say. */
export function decodeSource(message: HttpMessage): Uint8Array {
  const codings = (message.headers.get('content-encoding') ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase());
  const body = codings.reduceRight((bytes, coding) => unpack(bytes, coding), message.payload);
  return new TextEncoder().encode(decodePage(body, message.headers.get('content-type') ?? null).text);
}
