// SPDX-License-Identifier: Apache-2.0
import { Growing } from '../compile/growing.ts';

/**
 * Says for two symbols in a row whether any pattern begins so: the first look at every place of every text.
 * `cell[symbol]` holds the symbol's row in the upper and its column in the lower half; row 0 begins nothing, column 0 is
 * any symbol that is never second. One load a symbol and one bit: most places end here.
 */
export interface PairGate {
  cell: Uint32Array;
  bits: Uint32Array;
  /** Columns, a power of two as a shift. */
  shift: number;
}

const WHATEVER = 0xffff;

/** Collects the beginnings of patterns. */
export class GateBuilder {
  readonly #row: Uint16Array;
  readonly #column: Uint16Array;
  #rows = 0;
  #columns = 0;
  readonly #pairs = new Growing();

  constructor(symbols: number) {
    this.#row = new Uint16Array(symbols);
    this.#column = new Uint16Array(symbols);
  }

  /** Opens the gate for `first` and `second`, or for `first` and whatever follows. */
  open(first: number, second: number | undefined): void {
    if (this.#row[first] === 0) this.#row[first] = ++this.#rows;
    if (second !== undefined && this.#column[second] === 0) this.#column[second] = ++this.#columns;
    this.#pairs.push(
      ((this.#row[first]! << 16) | (second === undefined ? WHATEVER : this.#column[second]!)) >>> 0,
    );
  }

  build(): PairGate {
    const shift = Math.max(5, 32 - Math.clz32(this.#columns));
    const bits = new Uint32Array(((this.#rows + 1) << shift) >>> 5);
    for (let i = 0; i < this.#pairs.length; i++) {
      const pair = this.#pairs.get(i);
      const row = pair >>> 16;
      const column = pair & 0xffff;
      if (column === WHATEVER) bits.fill(0xffffffff, (row << shift) >>> 5, ((row + 1) << shift) >>> 5);
      else {
        const at = (row << shift) | column;
        bits[at >>> 5]! |= 1 << (at & 31);
      }
    }
    const cell = new Uint32Array(this.#row.length);
    for (let s = 0; s < cell.length; s++) cell[s] = ((this.#row[s]! << 16) | this.#column[s]!) >>> 0;
    return { cell, bits, shift };
  }
}
