// SPDX-License-Identifier: Apache-2.0

/** A fault in compressed data; the message says what is wrong and where. */
export class InflateError extends Error {}

const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
];
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DIST_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145, 8193, 12289, 16385, 24577,
];
const DIST_EXTRA = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
];
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const FAST = 9;

interface Huffman {
  /** By the next 9 bits: symbol << 4 | length, 0 where the code is longer. */
  fast: Uint16Array;
  count: Uint16Array;
  symbols: Uint16Array;
}

/** Builds a decoder for canonical codes (RFC 1951 §3.2.2). Over-subscribed sets are refused. */
function huffman(lengths: Uint8Array): Huffman {
  const count = new Uint16Array(16);
  for (const length of lengths) count[length]!++;
  count[0] = 0;
  let left = 1;
  for (let length = 1; length < 16; length++) {
    left = left * 2 - count[length]!;
    if (left < 0) throw new InflateError('over-subscribed code');
  }
  const offsets = new Uint16Array(16);
  for (let length = 1; length < 15; length++) offsets[length + 1] = offsets[length]! + count[length]!;
  const symbols = new Uint16Array(lengths.length);
  const next = offsets.slice();
  for (let symbol = 0; symbol < lengths.length; symbol++)
    if (lengths[symbol] !== 0) symbols[next[lengths[symbol]!]!++] = symbol;
  const fast = new Uint16Array(1 << FAST);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= FAST; length++) {
    for (let i = 0; i < count[length]!; i++, code++, index++) {
      let reversed = 0;
      for (let bit = 0; bit < length; bit++) if (code & (1 << bit)) reversed |= 1 << (length - 1 - bit);
      for (let fill = reversed; fill < 1 << FAST; fill += 1 << length)
        fast[fill] = (symbols[index]! << 4) | length;
    }
    code <<= 1;
  }
  return { fast, count, symbols };
}

const fixedLengths = new Uint8Array(288).map((_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8));
let fixed: [Huffman, Huffman] | undefined;

class Reader {
  readonly #data: Uint8Array;
  #at: number;
  #held = 0;
  #bits = 0;
  constructor(data: Uint8Array, at: number) {
    this.#data = data;
    this.#at = at;
  }
  #fill(n: number): void {
    while (this.#bits < n) {
      if (this.#at >= this.#data.length) throw new InflateError('the compressed data is cut short');
      this.#held |= this.#data[this.#at++]! << this.#bits;
      this.#bits += 8;
    }
  }
  bits(n: number): number {
    if (n === 0) return 0;
    this.#fill(n);
    const value = this.#held & ((1 << n) - 1);
    this.#held >>>= n;
    this.#bits -= n;
    return value;
  }
  symbol(code: Huffman): number {
    while (this.#bits < FAST && this.#at < this.#data.length) {
      this.#held |= this.#data[this.#at++]! << this.#bits;
      this.#bits += 8;
    }
    const quick = code.fast[this.#held & ((1 << FAST) - 1)]!;
    const length = quick & 15;
    if (quick !== 0 && length <= this.#bits) {
      this.#held >>>= length;
      this.#bits -= length;
      return quick >>> 4;
    }
    let value = 0;
    let first = 0;
    let index = 0;
    for (let len = 1; len < 16; len++) {
      value |= this.bits(1);
      const count = code.count[len]!;
      if (value - count < first) return code.symbols[index + (value - first)]!;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new InflateError('an undefined code');
  }
  /** Drops the rest of the byte and returns the position of the next whole one. */
  align(): number {
    this.#at -= this.#bits >>> 3;
    this.#held = 0;
    this.#bits = 0;
    return this.#at;
  }
  skip(n: number): void {
    this.#at += n;
  }
}

function dynamicCodes(reader: Reader): [Huffman, Huffman] {
  const literals = reader.bits(5) + 257;
  const distances = reader.bits(5) + 1;
  const codes = reader.bits(4) + 4;
  const lengths = new Uint8Array(19);
  for (let i = 0; i < codes; i++) lengths[ORDER[i]!] = reader.bits(3);
  const lengthCode = huffman(lengths);
  const all = new Uint8Array(literals + distances);
  for (let i = 0; i < all.length; ) {
    const symbol = reader.symbol(lengthCode);
    if (symbol < 16) {
      all[i++] = symbol;
      continue;
    }
    if (symbol === 16 && i === 0) throw new InflateError('a repeat without a first length');
    const value = symbol === 16 ? all[i - 1]! : 0;
    const times =
      symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
    if (i + times > all.length) throw new InflateError('too many code lengths');
    all.fill(value, i, i + times);
    i += times;
  }
  return [huffman(all.subarray(0, literals)), huffman(all.subarray(literals))];
}

/**
 * Raw deflate (RFC 1951) from `at`; returns the bytes and where the stream ended, which no browser interface tells.
 * Never writes more than `max` bytes. Throws {@link InflateError}.
 */
export function inflateRaw(data: Uint8Array, at: number, max: number): { bytes: Uint8Array; end: number } {
  const reader = new Reader(data, at);
  let out: Uint8Array = new Uint8Array(Math.min(max, Math.max(1024, (data.length - at) * 4)));
  let size = 0;
  const room = (n: number) => {
    if (size + n > max) throw new InflateError(`more than ${max} bytes`);
    if (size + n <= out.length) return;
    const bigger = new Uint8Array(Math.min(max, Math.max(out.length * 2, size + n)));
    bigger.set(out.subarray(0, size));
    out = bigger;
  };
  for (let last = false; !last; ) {
    last = reader.bits(1) === 1;
    const type = reader.bits(2);
    if (type === 3) throw new InflateError('an unknown block type');
    if (type === 0) {
      const start = reader.align();
      if (start + 4 > data.length) throw new InflateError('the compressed data is cut short');
      const length = data[start]! | (data[start + 1]! << 8);
      if (length !== (~(data[start + 2]! | (data[start + 3]! << 8)) & 0xffff))
        throw new InflateError('a stored block with a wrong length');
      if (start + 4 + length > data.length) throw new InflateError('the compressed data is cut short');
      room(length);
      out.set(data.subarray(start + 4, start + 4 + length), size);
      size += length;
      reader.skip(4 + length);
      continue;
    }
    if (type === 1) fixed ??= [huffman(fixedLengths), huffman(new Uint8Array(30).fill(5))];
    const [literalCode, distanceCode] = type === 1 ? fixed! : dynamicCodes(reader);
    for (;;) {
      const symbol = reader.symbol(literalCode);
      if (symbol === 256) break;
      if (symbol < 256) {
        if (size === out.length || size >= max) room(1);
        out[size++] = symbol;
        continue;
      }
      const index = symbol - 257;
      if (index >= 29) throw new InflateError('an undefined length');
      const length = LENGTH_BASE[index]! + reader.bits(LENGTH_EXTRA[index]!);
      const code = reader.symbol(distanceCode);
      if (code >= 30) throw new InflateError('an undefined distance');
      const distance = DIST_BASE[code]! + reader.bits(DIST_EXTRA[code]!);
      if (distance > size) throw new InflateError('a distance before the beginning');
      room(length);
      if (distance >= length) out.copyWithin(size, size - distance, size - distance + length);
      else for (let i = 0; i < length; i++) out[size + i] = out[size + i - distance]!;
      size += length;
    }
  }
  return { bytes: out.subarray(0, size), end: reader.align() };
}
