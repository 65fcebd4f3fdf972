// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';

const LF = 10;
/** Longer lines are refused: nobody lists goods in a hundred megabytes. */
export const MAX_LINE_BYTES = 128 * 1024 * 1024;

export interface LineBlock {
  bytes: ArrayBuffer;
  length: number;
}

/**
 * Cuts a stream of bytes into blocks of whole lines of about `size` bytes, each in a buffer that `take` gives.
 * A byte-order mark at the beginning is dropped. A block is given on as soon as it is full or `hurry()` says so.
 */
export async function* lineBlocks(
  source: AsyncIterable<Uint8Array>,
  size: number,
  take: (size: number) => ArrayBuffer,
  hurry: () => boolean,
): AsyncGenerator<LineBlock> {
  let bytes = new Uint8Array(take(size * 2));
  let n = 0;
  let first = true;
  for await (let chunk of source) {
    if (first && chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) chunk = chunk.subarray(3);
    first = false;
    if (n + chunk.length > bytes.length) {
      if (n + chunk.length > MAX_LINE_BYTES * 2)
        throw invalid('input.line-too-long', 'a line is longer than 128 MB');
      const next = new Uint8Array(take(Math.max(bytes.length * 2, n + chunk.length)));
      next.set(bytes.subarray(0, n));
      bytes = next;
    }
    bytes.set(chunk, n);
    n += chunk.length;
    if (n < size && !hurry()) continue;
    const end = bytes.lastIndexOf(LF, n - 1) + 1;
    if (end === 0) continue;
    const rest = new Uint8Array(take(Math.max(size * 2, n - end)));
    rest.set(bytes.subarray(end, n));
    yield { bytes: bytes.buffer, length: end };
    n -= end;
    bytes = rest;
  }
  if (n > 0) yield { bytes: bytes.buffer, length: n };
}
