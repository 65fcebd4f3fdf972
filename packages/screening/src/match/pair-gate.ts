// SPDX-License-Identifier: Apache-2.0

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

/** Builds the gate for patterns; those of one symbol open it whatever follows. */
export function pairGate(patterns: Iterable<ArrayLike<number>>, symbols: number): PairGate {
  const rows = new Map<number, number>();
  const columns = new Map<number, number>();
  const pairs: [number, number][] = [];
  for (const p of patterns) {
    const row = rows.get(p[0]!) ?? rows.size + 1;
    rows.set(p[0]!, row);
    if (p.length === 1) {
      pairs.push([row, -1]);
      continue;
    }
    const column = columns.get(p[1]!) ?? columns.size + 1;
    columns.set(p[1]!, column);
    pairs.push([row, column]);
  }
  const shift = Math.max(5, 32 - Math.clz32(columns.size));
  const bits = new Uint32Array(((rows.size + 1) << shift) >>> 5);
  for (const [row, column] of pairs) {
    if (column === -1) bits.fill(0xffffffff, (row << shift) >>> 5, ((row + 1) << shift) >>> 5);
    else {
      const at = (row << shift) | column;
      bits[at >>> 5]! |= 1 << (at & 31);
    }
  }
  const cell = new Uint32Array(symbols);
  for (const [symbol, row] of rows) cell[symbol] = row << 16;
  for (const [symbol, column] of columns) cell[symbol]! |= column;
  return { cell, bits, shift };
}

/** Whether a pattern begins with these two cells. */
export const opens = (g: PairGate, first: number, second: number): boolean => {
  const at = ((first >>> 16) << g.shift) | (second & 0xffff);
  return (g.bits[at >>> 5]! & (1 << (at & 31))) !== 0;
};
