// SPDX-License-Identifier: Apache-2.0
import { readSync } from 'node:fs';
import { invalid } from '@yiwang/kernel';
import { MAX_LINE_BYTES } from './line-blocks.ts';

const LF = 10;
/** Read beyond a block at first: most lines end within it. */
const MARGIN = 1 << 14;

/**
 * Reads the lines that begin in one block of a file, so that threads can read it side by side: from the first line that
 * begins at or behind `from` up to the end of the last that begins before `to`.
 */
export class BlockReader {
  readonly #fd: number;
  #bytes = new Uint8Array(0);

  constructor(fd: number) {
    this.#fd = fd;
  }

  /** Fills the buffer from `at`; gives how much there was. */
  #read(at: number, from: number, length: number): number {
    let n = from;
    while (n < length) {
      const got = readSync(this.#fd, this.#bytes, n, length - n, at + n);
      if (got === 0) break;
      n += got;
    }
    return n;
  }

  /** The lines, in a view that is valid until the next call. @throws AppError `input.line-too-long` */
  lines(from: number, to: number): Uint8Array {
    // One byte earlier, to see whether a line begins right at `from`.
    const at = from === 0 ? 0 : from - 1;
    const size = to - at;
    if (this.#bytes.length < size + MARGIN) this.#bytes = new Uint8Array(size + MARGIN);
    let n = this.#read(at, 0, size + MARGIN);
    let start = 0;
    if (from > 0) {
      start = this.#bytes.subarray(0, n).indexOf(LF) + 1;
      // No line begins in this block: it is all inside one that began before.
      if (start === 0 || at + start >= to) return this.#bytes.subarray(0, 0);
    } else if (n >= 3 && this.#bytes[0] === 0xef && this.#bytes[1] === 0xbb && this.#bytes[2] === 0xbf)
      start = 3;
    if (n < size) return this.#bytes.subarray(start, n);
    for (let searched = size - 1; ; ) {
      const end = this.#bytes.subarray(0, n).indexOf(LF, searched);
      if (end !== -1) return this.#bytes.subarray(start, end + 1);
      if (n < this.#bytes.length) return this.#bytes.subarray(start, n);
      searched = n;
      if (n > MAX_LINE_BYTES) throw invalid('input.line-too-long', 'a line is longer than 128 MB');
      const next = new Uint8Array(n * 2);
      next.set(this.#bytes);
      this.#bytes = next;
      n = this.#read(at, n, n * 2);
    }
  }
}
