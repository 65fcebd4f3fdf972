// SPDX-License-Identifier: Apache-2.0

export interface Size {
  width: number;
  height: number;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Frame header of JPEG (ITU-T T.81 B.2.2): SOF0–SOF15 without DHT, JPG, DAC. */
function jpeg(bytes: Uint8Array): Size | null {
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    if (marker === 0xd9 || marker === 0xda) return null;
    const length = data.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** VP8, VP8L or VP8X chunk of WebP (RFC 9649 §2.5–2.7). */
function webp(bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const data = view(bytes);
  const chunk = String.fromCharCode(...bytes.subarray(12, 16));
  if (chunk === 'VP8X') {
    const three = (at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
    return { width: three(24) + 1, height: three(27) + 1 };
  }
  if (chunk === 'VP8L') {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk === 'VP8 ')
    return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
  return null;
}

/** Width and height as the file's own header says; null where the header is not whole. Nothing is decoded. */
export function imageSize(bytes: Uint8Array, type: string): Size | null {
  const data = view(bytes);
  let size: Size | null = null;
  if (type === 'image/png' && bytes.length >= 33 && data.getUint32(12) === 0x49484452)
    size = { width: data.getUint32(16), height: data.getUint32(20) };
  if (type === 'image/gif' && bytes.length >= 13)
    size = { width: data.getUint16(6, true), height: data.getUint16(8, true) };
  if (type === 'image/jpeg') size = jpeg(bytes);
  if (type === 'image/webp') size = webp(bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}
