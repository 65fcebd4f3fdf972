// SPDX-License-Identifier: Apache-2.0
import { Growing } from '../compile/growing.ts';

/**
 * Says for symbols in a row whether any pattern begins so: the first look at every place of every text.
 * `cell[symbol]` holds the symbol's row in the upper and its column in the lower half; row 0 begins nothing, column 0 is
 * any symbol that is never second. One load a symbol and one bit: most places end here. What opens is asked again with
 * the third symbol, before a trie is touched.
 */
export interface PairGate {
  cell: Uint32Array;
  /** By row and column: a pattern begins with this pair. */
  bits: Uint32Array;
  /** Columns, a power of two as a shift. */
  shift: number;
  /** By row and column: this pair, or its first symbol alone, is a whole pattern. */
  ends: Uint32Array;
  /** By digest of three symbols: a pattern may begin with them. A power of two of bits. */
  thirds: Uint32Array;
}

const WHATEVER = 0xffff;

/** Digest of three symbols. */
export function mix3(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return h ^ (h >>> 13);
}

const setBit = (bits: Uint32Array, at: number): void => {
  bits[at >>> 5]! |= 1 << (at & 31);
};

export const hasBit = (bits: Uint32Array, at: number): boolean => (bits[at >>> 5]! & (1 << (at & 31))) !== 0;

/** Whether a pattern may begin with these three symbols. */
export const hasThird = (g: PairGate, a: number, b: number, c: number): boolean =>
  hasBit(g.thirds, mix3(a, b, c) & (g.thirds.length * 32 - 1));

/** Collects the beginnings of patterns. */
export class GateBuilder {
  readonly #row: Uint16Array;
  readonly #column: Uint16Array;
  #rows = 0;
  #columns = 0;
  readonly #pairs = new Growing();
  readonly #ends = new Growing();
  readonly #thirds = new Growing();

  constructor(symbols: number) {
    this.#row = new Uint16Array(symbols);
    this.#column = new Uint16Array(symbols);
  }

  /** Opens the gate for a pattern. */
  open(pattern: ArrayLike<number>, length: number): void {
    const first = pattern[0]!;
    if (this.#row[first] === 0) this.#row[first] = ++this.#rows;
    let column = WHATEVER;
    if (length > 1) {
      const second = pattern[1]!;
      if (this.#column[second] === 0) this.#column[second] = ++this.#columns;
      column = this.#column[second]!;
    }
    const pair = ((this.#row[first]! << 16) | column) >>> 0;
    this.#pairs.push(pair);
    if (length <= 2) this.#ends.push(pair);
    else this.#thirds.push(mix3(first, pattern[1]!, pattern[2]!) >>> 0);
  }

  #spread(pairs: Growing, shift: number): Uint32Array {
    const bits = new Uint32Array(((this.#rows + 1) << shift) >>> 5);
    for (let i = 0; i < pairs.length; i++) {
      const pair = pairs.get(i);
      const row = pair >>> 16;
      const column = pair & 0xffff;
      if (column === WHATEVER) bits.fill(0xffffffff, (row << shift) >>> 5, ((row + 1) << shift) >>> 5);
      else setBit(bits, (row << shift) | column);
    }
    return bits;
  }

  build(): PairGate {
    const shift = Math.max(5, 32 - Math.clz32(this.#columns));
    // Sixteen bits a pattern: one in sixteen of the places that open pass without cause.
    const size = Math.min(24, Math.max(10, 36 - Math.clz32(this.#thirds.length)));
    const thirds = new Uint32Array(1 << (size - 5));
    for (let i = 0; i < this.#thirds.length; i++) setBit(thirds, this.#thirds.get(i) & ((1 << size) - 1));
    const cell = new Uint32Array(this.#row.length);
    for (let s = 0; s < cell.length; s++) cell[s] = ((this.#row[s]! << 16) | this.#column[s]!) >>> 0;
    return {
      cell,
      bits: this.#spread(this.#pairs, shift),
      shift,
      ends: this.#spread(this.#ends, shift),
      thirds,
    };
  }
}
