// SPDX-License-Identifier: Apache-2.0
import type { AttachmentType } from './sniff.ts';

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const join = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** Segments of JPEG that carry words about the picture: APP1 … APP15 but the colour profile, and comments. */
function jpeg(bytes: Uint8Array): { clean: Uint8Array; kept: number } {
  const data = view(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  let dropped = 0;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    if (marker === 0xda) break;
    const end = at + 2 + data.getUint16(at + 2);
    const words = (marker >= 0xe1 && marker <= 0xef && marker !== 0xe2 && marker !== 0xee) || marker === 0xfe;
    if (words) dropped += end - at;
    else parts.push(bytes.subarray(at, end));
    at = end;
  }
  parts.push(bytes.subarray(at, endOfJpeg(bytes, at)));
  return { clean: join(parts), kept: dropped };
}

/** Behind the end of the picture phones put further pictures and films; they are not shown either. */
function endOfJpeg(bytes: Uint8Array, from: number): number {
  for (let at = from + 2; at + 1 < bytes.length; at++)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return bytes.length;
}

const PNG_WORDS = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

function png(bytes: Uint8Array): { clean: Uint8Array; kept: number } {
  const data = view(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let dropped = 0;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + data.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (PNG_WORDS.has(name)) dropped += end - at;
    else parts.push(bytes.subarray(at, end));
    if (name === 'IEND' || end <= at) break;
    at = end;
  }
  return { clean: join(parts), kept: dropped };
}

function webp(bytes: Uint8Array): { clean: Uint8Array; kept: number } {
  const data = view(bytes);
  const parts: Uint8Array[] = [];
  let dropped = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = data.getUint32(at + 4, true);
    const end = Math.min(bytes.length, at + 8 + size + (size & 1));
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (name === 'EXIF' || name === 'XMP ') dropped += end - at;
    else parts.push(bytes.subarray(at, end));
    at = end;
  }
  const body = join(parts);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  view(head).setUint32(4, body.length + 4, true);
  return { clean: join([head, body]), kept: dropped };
}

/**
 * The attachment as it is shown: without place, time, device and remarks that its maker left in it. The bytes that
 * arrived stay in the store, under their digest, for whoever must prove something with them.
 */
export function stripMetadata(bytes: Uint8Array, type: AttachmentType): Uint8Array {
  return read(bytes, type).clean;
}

/** How many bytes of metadata an attachment carries: kept with it, not shown. */
export const metadataBytes = (bytes: Uint8Array, type: AttachmentType): number => read(bytes, type).kept;

function read(bytes: Uint8Array, type: AttachmentType): { clean: Uint8Array; kept: number } {
  try {
    if (type === 'image/jpeg') return jpeg(bytes);
    if (type === 'image/png') return png(bytes);
    if (type === 'image/webp') return webp(bytes);
  } catch {
    // A damaged file is handed out as it came.
  }
  return { clean: bytes, kept: 0 };
}
