// SPDX-License-Identifier: Apache-2.0

const WIDEST = 24;

/** Digest of two symbols. */
export function digest2(a: number, b: number): number {
  const h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  return h ^ (h >>> 15);
}

/** Digest of a sequence and one more symbol. */
export function digestNext(digest: number, symbol: number): number {
  const h = Math.imul(digest ^ symbol, 0x2c1b3c6d);
  return h ^ (h >>> 14);
}

/**
 * Collects digests as single bits. Begins wide and is folded together to what its contents need: with one bit in
 * `sparse` set at most, and no smaller than `atLeast` bits.
 */
export class DigestSet {
  readonly #bits = new Int32Array(1 << (WIDEST - 5));

  add(digest: number): void {
    const at = digest & ((1 << WIDEST) - 1);
    this.#bits[at >>> 5]! |= 1 << (at & 31);
  }

  /** The bits, a power of two of them; a digest's low bits say where. */
  done(sparse: number, atLeast = 1 << 10): Int32Array {
    let bits = this.#bits;
    let held = 0;
    for (let word of bits) for (; word !== 0; held++) word &= word - 1;
    while (bits.length * 16 >= Math.max(atLeast, held * sparse)) {
      const half = bits.length >>> 1;
      const next = bits.slice(0, half);
      for (let i = 0; i < half; i++) next[i]! |= bits[half + i]!;
      bits = next;
    }
    return bits === this.#bits ? bits.slice() : bits;
  }
}

/** Whether the digest may be in a finished set. */
export const holds = (bits: Int32Array, digest: number): boolean => {
  const at = digest & (bits.length * 32 - 1);
  return (bits[at >>> 5]! & (1 << (at & 31))) !== 0;
};
