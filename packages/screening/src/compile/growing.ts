// SPDX-License-Identifier: Apache-2.0

/** A list of 32-bit numbers that grows; a tenth of the memory of an array of numbers. */
export class Growing {
  #items = new Uint32Array(1024);
  length = 0;

  push(item: number): void {
    if (this.length === this.#items.length) {
      const next = new Uint32Array(this.length * 2);
      next.set(this.#items);
      this.#items = next;
    }
    this.#items[this.length++] = item;
  }

  get(at: number): number {
    return this.#items[at]!;
  }

  set(at: number, item: number): void {
    this.#items[at] = item;
  }

  /** The items, in an array of their own. */
  done(): Uint32Array {
    return this.#items.slice(0, this.length);
  }
}
