// SPDX-License-Identifier: Apache-2.0
import { Growing } from '../compile/growing.ts';
import { mix3 } from './pair-gate.ts';

/** Sets of digests, a bit each, powers of two in size: small enough to stay in the processor's first caches. */
export interface QuickGate {
  /** Patterns of one unit, by unit. */
  singles: Uint8Array;
  /** Two units with which a pattern begins. */
  pairs: Uint32Array;
  /** Two units that are a whole pattern. */
  ends: Uint32Array;
  /** Three units with which a pattern begins. */
  thirds: Uint32Array;
}

/** Digest of two symbols. */
export function mix2(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return h ^ (h >>> 15);
}

const ROOMY = 1 << 19;

const digests = (items: Growing, bitsEach: number): Uint32Array => {
  // Small sets may have more bits: up to 64 kB they cost nothing, and fewer places open without cause.
  const wanted = Math.max(1024, items.length * bitsEach, Math.min(items.length * 64, ROOMY));
  const size = Math.min(26, 32 - Math.clz32(wanted - 1));
  const bits = new Uint32Array(1 << (size - 5));
  for (let i = 0; i < items.length; i++) {
    const at = items.get(i) & ((1 << size) - 1);
    bits[at >>> 5]! |= 1 << (at & 31);
  }
  return bits;
};

/** Collects the beginnings of patterns. */
export class QuickGateBuilder {
  readonly #singles = new Uint8Array(65536);
  readonly #pairs = new Growing();
  readonly #ends = new Growing();
  readonly #thirds = new Growing();

  open(pattern: ArrayLike<number>, length: number): void {
    if (length === 1) {
      this.#singles[pattern[0]!] = 1;
      return;
    }
    const pair = mix2(pattern[0]!, pattern[1]!) >>> 0;
    this.#pairs.push(pair);
    if (length === 2) this.#ends.push(pair);
    else this.#thirds.push(mix3(pattern[0]!, pattern[1]!, pattern[2]!) >>> 0);
  }

  build(): QuickGate {
    return {
      singles: this.#singles,
      pairs: digests(this.#pairs, 10),
      ends: digests(this.#ends, 12),
      thirds: digests(this.#thirds, 12),
    };
  }
}
