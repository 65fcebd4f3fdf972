// SPDX-License-Identifier: Apache-2.0

/** Digests with the sets they stand for; lists of sets are shared. */
export interface DigestMapTables {
  /** Open-addressed keys, 0 = free; a power of two. */
  keys: Int32Array;
  /** The list of each key. */
  lists: Uint16Array;
  /** `sets[listAt[i]…listAt[i + 1]]` is list i. */
  listAt: Uint32Array;
  sets: Uint16Array;
}

const MAX_LISTS = 65_535;
const slotOf = (key: number, mask: number): number => (key ^ (key >>> 15)) & mask;
/** 0 marks a free slot. */
const keyOf = (digest: number): number => (digest === 0 ? 1 : digest);

/** The list of a digest, or -1. */
export function listOf(t: DigestMapTables, digest: number): number {
  const key = keyOf(digest | 0);
  const mask = t.keys.length - 1;
  for (let slot = slotOf(key, mask); ; slot = (slot + 1) & mask) {
    const k = t.keys[slot]!;
    if (k === key) return t.lists[slot]!;
    if (k === 0) return -1;
  }
}

/** Builds such a map. */
export class DigestMap {
  #keys = new Int32Array(1024);
  #lists = new Uint16Array(1024);
  #count = 0;
  readonly #known = new Map<string, number>();
  readonly #all: (readonly number[])[] = [];

  /** The number of the list of these sets. */
  list(sets: readonly number[]): number {
    const sorted = sets.length > 1 ? [...new Set(sets)].sort((a, b) => a - b) : sets;
    const name = sorted.join();
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#all.length >= MAX_LISTS) throw new RangeError('too many different combinations of term sets');
    this.#known.set(name, this.#all.length);
    return this.#all.push(sorted) - 1;
  }

  add(digest: number, sets: readonly number[]): void {
    if (sets.length === 0) return;
    if (++this.#count * 2 > this.#keys.length) this.#grow();
    const key = keyOf(digest | 0);
    const mask = this.#keys.length - 1;
    let slot = slotOf(key, mask);
    for (; this.#keys[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#keys[slot] === key) {
        this.#lists[slot] = this.list([...this.#all[this.#lists[slot]!]!, ...sets]);
        this.#count--;
        return;
      }
    this.#keys[slot] = key;
    this.#lists[slot] = this.list(sets);
  }

  #grow(): void {
    const [keys, lists] = [this.#keys, this.#lists];
    this.#keys = new Int32Array(keys.length * 2);
    this.#lists = new Uint16Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    for (let i = 0; i < keys.length; i++) {
      if (keys[i] === 0) continue;
      let slot = slotOf(keys[i]!, mask);
      while (this.#keys[slot] !== 0) slot = (slot + 1) & mask;
      this.#keys[slot] = keys[i]!;
      this.#lists[slot] = lists[i]!;
    }
  }

  done(): DigestMapTables {
    const listAt = new Uint32Array(this.#all.length + 1);
    this.#all.forEach((list, i) => {
      listAt[i + 1] = listAt[i]! + list.length;
    });
    return { keys: this.#keys, lists: this.#lists, listAt, sets: Uint16Array.from(this.#all.flat()) };
  }
}
