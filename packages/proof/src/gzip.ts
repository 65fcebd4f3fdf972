// SPDX-License-Identifier: Apache-2.0
import { crc32 } from './crc32.ts';
import { InflateError, inflateRaw } from './inflate.ts';

/** One gzip member (RFC 1952) of a file made of many, as WARC files are. */
export interface GzipMember {
  /** Where it begins, and where the next one does. */
  start: number;
  end: number;
  bytes: Uint8Array;
}

/** Reads the member at `at`. Throws {@link InflateError} naming what is wrong: header, data, check sum or length. */
export function readGzipMember(data: Uint8Array, at: number, max: number): GzipMember {
  if (data[at] !== 0x1f || data[at + 1] !== 0x8b) throw new InflateError('no gzip member begins here');
  if (data[at + 2] !== 8) throw new InflateError('not compressed by deflate');
  const flags = data[at + 3]!;
  if (flags & 0xe0) throw new InflateError('reserved flags are set');
  let pos = at + 10;
  if (flags & 4) pos += 2 + (data[pos]! | (data[pos + 1]! << 8));
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    pos = data.indexOf(0, pos) + 1;
    if (pos === 0) throw new InflateError('the header is cut short');
  }
  if (flags & 2) pos += 2;
  const { bytes, end } = inflateRaw(data, pos, max);
  if (end + 8 > data.length) throw new InflateError('the trailer is cut off');
  const view = new DataView(data.buffer, data.byteOffset + end, 8);
  if (view.getUint32(0, true) !== crc32(bytes)) throw new InflateError('the check sum is wrong');
  if (view.getUint32(4, true) !== bytes.length >>> 0) throw new InflateError('the length is wrong');
  return { start: at, end: end + 8, bytes };
}
