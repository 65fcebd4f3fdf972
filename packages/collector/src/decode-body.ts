// SPDX-License-Identifier: Apache-2.0
import { promisify } from 'node:util';
import zlib from 'node:zlib';

export type DecodedBody =
  | { ok: true; body: Uint8Array; note?: string }
  | { ok: false; kind: 'decoded-too-large' | 'decode'; message: string };

/** Above this the work goes to the thread pool. */
const SMALL = 128 * 1024;
const MAX_CODINGS = 4;

const brotliOptions = (max: number) => ({
  maxOutputLength: max,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
});
// A body cut short still gives what it holds.
const zlibOptions = (max: number) => ({ maxOutputLength: max, finishFlush: zlib.constants.Z_SYNC_FLUSH });
const zstdOptions = (max: number) => ({ maxOutputLength: max, finishFlush: zlib.constants.ZSTD_e_flush });

async function decodeOne(coding: string, data: Uint8Array, max: number): Promise<Uint8Array> {
  const small = data.length <= SMALL;
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return small
        ? zlib.gunzipSync(data, zlibOptions(max))
        : promisify<Uint8Array, zlib.ZlibOptions, Buffer>(zlib.gunzip)(data, zlibOptions(max));
    case 'deflate': {
      // RFC 9110 §8.4.1.2 means zlib, many servers send raw deflate.
      const zlibWrapped = ((data[0] ?? 0) & 0x0f) === 8 && ((data[0] ?? 0) * 256 + (data[1] ?? 0)) % 31 === 0;
      return zlibWrapped
        ? zlib.inflateSync(data, zlibOptions(max))
        : zlib.inflateRawSync(data, zlibOptions(max));
    }
    case 'br':
      return promisify<Uint8Array, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)(
        data,
        brotliOptions(max),
      );
    case 'zstd':
      return promisify<Uint8Array, zlib.ZstdOptions, Buffer>(zlib.zstdDecompress)(data, zstdOptions(max));
    default:
      throw new Error(`unknown content coding "${coding.slice(0, 40)}"`);
  }
}

/**
 * Undoes the content codings of a body, the last applied first (RFC 9110 §8.4), never beyond `max` bytes in any step,
 * so that a bomb ends as an outcome. `data` has no transfer coding any more.
 */
export async function decodeBody(
  data: Uint8Array,
  encoding: string | undefined,
  max: number,
): Promise<DecodedBody> {
  const codings = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((c) => c.trim())
    .filter((c) => c !== '' && c !== 'identity');
  if (codings.length === 0 || data.length === 0) return { ok: true, body: data };
  if (codings.length > MAX_CODINGS)
    return { ok: false, kind: 'decode', message: `${codings.length} content codings` };
  let body = data;
  for (const coding of codings.reverse()) {
    try {
      body = await decodeOne(coding, body, max);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_BUFFER_TOO_LARGE')
        return { ok: false, kind: 'decoded-too-large', message: `more than ${max} bytes after ${coding}` };
      return { ok: false, kind: 'decode', message: `${coding}: ${message}` };
    }
  }
  return { ok: true, body };
}
