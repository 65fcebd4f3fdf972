// SPDX-License-Identifier: Apache-2.0
// Screenshots for the docs: screens have few colours, so a palette of 256 makes a picture a fraction of its size.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return out;
}

/** Rows of RGB from an 8-bit truecolour PNG (with or without alpha) as Chromium writes it. */
function decode(png: Buffer): { width: number; height: number; rgb: Uint8Array } {
  const [width, height, depth, kind] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || (kind !== 2 && kind !== 6)) throw new Error(`PNG of depth ${depth}, kind ${kind}`);
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const step = kind === 6 ? 4 : 3;
  const stride = width * step;
  const rgb = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    const row = Uint8Array.from(raw.subarray(y * (stride + 1) + 1, (y + 1) * (stride + 1)));
    for (let x = 0; x < stride; x++) {
      const [a, b, c] = [x < step ? 0 : row[x - step]!, above[x]!, x < step ? 0 : above[x - step]!];
      const paeth = () => {
        const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
      };
      const guess = [0, a, b, (a + b) >> 1][filter ?? 0] ?? paeth();
      row[x] = row[x]! + guess;
    }
    for (let x = 0; x < width; x++) rgb.set(row.subarray(x * step, x * step + 3), (y * width + x) * 3);
    above = row;
  }
  return { width, height, rgb };
}

/** The most frequent colours, and for each colour the nearest of them. */
function paletteOf(rgb: Uint8Array): { palette: number[]; index: Map<number, number> } {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const colour = (rgb[i]! << 16) | (rgb[i + 1]! << 8) | rgb[i + 2]!;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour);
  // Half for what is seen most, half spread over the rest, so that a rare hue (a photo, a state) keeps its own.
  const rest = byCount.slice(128);
  const spread =
    rest.length <= 128
      ? rest
      : Array.from({ length: 128 }, (_, n) => rest[Math.floor((n * rest.length) / 128)]!);
  const palette = [...byCount.slice(0, 128), ...spread];
  const index = new Map(palette.map((colour, at) => [colour, at]));
  for (const colour of byCount) {
    if (index.has(colour)) continue;
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    palette.forEach((other, at) => {
      const [r, g, b] = [16, 8, 0].map((shift) => ((colour >> shift) & 255) - ((other >> shift) & 255));
      const far = r! * r! * 3 + g! * g! * 4 + b! * b! * 2;
      if (far < least) [best, least] = [at, far];
    });
    index.set(colour, best);
  }
  return { palette, index };
}

/** The same picture with at most 256 colours. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, rgb } = decode(png);
  const { palette, index } = paletteOf(rgb);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      rows[y * (width + 1) + 1 + x] = index.get((rgb[at]! << 16) | (rgb[at + 1]! << 8) | rgb[at + 2]!) ?? 0;
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk(
      'PLTE',
      Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    ),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ]);
}
