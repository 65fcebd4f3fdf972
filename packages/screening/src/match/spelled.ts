// SPDX-License-Identifier: Apache-2.0
import { Growing } from '../compile/growing.ts';
import { DigestSet, digest2, digestNext } from '../first/digest-set.ts';

/**
 * Patterns of folded units: which there are is told by digests, so nothing is walked and little is kept. Beginnings are
 * bits in small sets; a whole pattern is found by its digest in a hash table and made sure of by a second one.
 */
export interface Spelled {
  /** Units that are a pattern alone. */
  single: Uint8Array;
  /** Two units with which a pattern begins, or that are one. */
  pairs: Int32Array;
  /** Two units that are a whole pattern as the term is written. */
  ends: Int32Array;
  /** Two units that are a term in another order or by another shape: not where everyday words explain them. */
  loose: Int32Array;
  /** Three and more: by their first three, by every longer beginning, as a whole. */
  thirds: Int32Array;
  longer: Int32Array;
  whole: Int32Array;
  /** Open-addressed digests of whole patterns, 0 = free; a power of two. */
  keys: Int32Array;
  /** The first pattern of each key, and behind each pattern the next + 1 of the same key. */
  head: Uint32Array;
  next: Uint32Array;
  /** Of each pattern: its term, what reading it so costs (an index into `READINGS`), and its second digest. */
  term: Uint32Array;
  reading: Uint8Array;
  check: Uint16Array;
}

export const CHECK_SEED = 7;
export const checkNext = (check: number, unit: number): number => (Math.imul(check, 40_503) + unit) & 0xffff;
/** The digest of one unit. */
export const digest1 = (unit: number): number => digest2(0x1_0001, unit);

const keyOf = (digest: number): number => (digest === 0 ? 1 : digest | 0);
const slotOf = (key: number, mask: number): number => (key ^ (key >>> 15)) & mask;

/** The slot of a digest, or -1. */
export function slotOfDigest(keys: Int32Array, digest: number): number {
  const key = keyOf(digest);
  const mask = keys.length - 1;
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const k = keys[slot]!;
    if (k === key) return slot;
    if (k === 0) return -1;
  }
}

/** Collects patterns. */
export class SpelledBuilder {
  readonly #single = new Uint8Array(65536);
  readonly #pairs = new DigestSet();
  readonly #ends = new DigestSet();
  readonly #loose = new DigestSet();
  readonly #thirds = new DigestSet();
  readonly #longer = new DigestSet();
  readonly #whole = new DigestSet();
  #keys = new Int32Array(1024);
  #head = new Uint32Array(1024);
  #count = 0;
  readonly #next = new Growing();
  readonly #term = new Growing();
  readonly #reading = new Growing();
  readonly #check = new Growing();

  add(units: string, term: number, reading: number, loose: boolean): void {
    const [a, b] = [units.charCodeAt(0), units.charCodeAt(1)];
    let digest = digest1(a);
    if (units.length === 1) this.#single[a] = 1;
    else {
      digest = digest2(a, b);
      this.#pairs.add(digest);
      if (units.length === 2) (loose ? this.#loose : this.#ends).add(digest);
      for (let i = 2; i < units.length; i++) {
        digest = digestNext(digest, units.charCodeAt(i));
        (i === 2 ? this.#thirds : this.#longer).add(digest);
      }
      if (units.length > 2) this.#whole.add(digest);
    }
    let check = CHECK_SEED;
    for (let i = 0; i < units.length; i++) check = checkNext(check, units.charCodeAt(i));
    this.#put(digest, term, reading, check);
  }

  #put(digest: number, term: number, reading: number, check: number): void {
    if ((this.#count + 1) * 4 > this.#keys.length * 3) this.#grow();
    const key = keyOf(digest);
    const mask = this.#keys.length - 1;
    let slot = slotOf(key, mask);
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#count++;
      this.#next.push(0);
    } else this.#next.push(this.#head[slot]! + 1);
    this.#head[slot] = this.#term.length;
    this.#term.push(term);
    this.#reading.push(reading);
    this.#check.push(check);
  }

  #grow(): void {
    const [keys, head] = [this.#keys, this.#head];
    this.#keys = new Int32Array(keys.length * 2);
    this.#head = new Uint32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      let slot = slotOf(keys[i]!, mask);
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[slot] = keys[i]!;
      this.#head[slot] = head[i]!;
    }
  }

  done(): Spelled {
    return {
      single: this.#single,
      pairs: this.#pairs.done(12),
      ends: this.#ends.done(64),
      loose: this.#loose.done(64),
      thirds: this.#thirds.done(16),
      longer: this.#longer.done(12),
      whole: this.#whole.done(16),
      keys: this.#keys,
      head: this.#head,
      next: this.#next.done(),
      term: this.#term.done(),
      reading: Uint8Array.from(this.#reading.done()),
      check: Uint16Array.from(this.#check.done()),
    };
  }
}
