// SPDX-License-Identifier: Apache-2.0
import { Growing } from '../compile/growing.ts';

/** Open-addressed edges: parent state + 1 (0 = free slot), symbol, child state. The length is a power of two. */
interface Edges {
  parent: Uint32Array;
  symbol: Uint16Array;
  child: Uint32Array;
}

const edges = (size: number): Edges => ({
  parent: new Uint32Array(size),
  symbol: new Uint16Array(size),
  child: new Uint32Array(size),
});

/** Flat form of a trie: typed arrays only, so that it can be saved and shared between threads. */
export interface TrieTables extends Edges {
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
export function step(t: Edges, state: number, symbol: number): number {
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
  #edgesOf: Edges = edges(1024);
  #edges = 0;
  #states = 1;
  readonly #first = new Growing();
  readonly #value = new Growing();
  readonly #next = new Growing();

  constructor() {
    this.#first.push(0);
    this.#value.push(0);
    this.#next.push(0);
  }

  #put(state: number, symbol: number, child: number): void {
    const e = this.#edgesOf;
    const mask = e.parent.length - 1;
    let slot = mix(hash(state + 1, symbol)) & mask;
    while (e.parent[slot] !== 0) slot = (slot + 1) & mask;
    e.parent[slot] = state + 1;
    e.symbol[slot] = symbol;
    e.child[slot] = child;
  }

  #grow(): void {
    const old = this.#edgesOf;
    this.#edgesOf = edges(old.parent.length * 2);
    for (let i = 0; i < old.parent.length; i++)
      if (old.parent[i] !== 0) this.#put(old.parent[i]! - 1, old.symbol[i]!, old.child[i]!);
  }

  /** Adds the first `length` symbols (at least one) with a value; the same sequence may carry several. */
  add(symbols: ArrayLike<number>, length: number, value: number): void {
    let state = ROOT;
    for (let i = 0; i < length; i++) {
      const known = step(this.#edgesOf, state, symbols[i]!);
      if (known !== -1) {
        state = known;
        continue;
      }
      if (++this.#edges * 2 > this.#edgesOf.parent.length) this.#grow();
      this.#put(state, symbols[i]!, this.#states);
      state = this.#states++;
      this.#first.push(0);
    }
    this.#value.push(value);
    this.#next.push(this.#first.get(state));
    this.#first.set(state, this.#value.length - 1);
  }

  build(): TrieTables {
    return {
      ...this.#edgesOf,
      first: this.#first.done(),
      value: this.#value.done(),
      next: this.#next.done(),
    };
  }
}
