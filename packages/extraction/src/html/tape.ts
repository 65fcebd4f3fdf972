// SPDX-License-Identifier: Apache-2.0
import { decodeEntities } from './entities.ts';
import { nameHash } from './names.ts';

/** Name hash of a text node. Element names never hash to it. */
export const TEXT = 0;
/** Name hash of a text node of white space only. */
export const SPACE = 1;

/** Arrays longer than this are not kept for the next page. */
const MAX_SPARE = 1 << 20;

const grow = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
};

/**
 * A page as flat arrays in document order: cheap to make, cheap to walk, no object per element. Node `n` is an
 * element (`hash[n]` of its name) or a text (`TEXT`, `SPACE`) at `start[n]`–`end[n]` of the source; its descendants
 * are `n + 1` … `last[n] - 1`. Attributes are read from the source only when somebody asks.
 */
export class Tape {
  readonly html: string;
  count = 0;
  hash: Int32Array<ArrayBuffer>;
  start: Int32Array<ArrayBuffer>;
  end: Int32Array<ArrayBuffer>;
  parent: Int32Array<ArrayBuffer>;
  last: Int32Array<ArrayBuffer>;
  /** First attribute; those of `n` end where those of `n + 1` begin. */
  firstAttr: Int32Array<ArrayBuffer>;
  attrCount = 0;
  attrHash: Int32Array<ArrayBuffer>;
  /** Three numbers an attribute: name start, value start (-1 without a value), value end. */
  attrAt: Int32Array<ArrayBuffer>;
  /** Whether the scanner gave up before the end (too many nodes). */
  truncated = false;

  constructor(html: string) {
    this.html = html;
    const spare = Tape.#spare;
    if (spare !== null) {
      Tape.#spare = null;
      this.hash = spare.hash;
      this.start = spare.start;
      this.end = spare.end;
      this.parent = spare.parent;
      this.last = spare.last;
      this.firstAttr = spare.firstAttr;
      this.attrHash = spare.attrHash;
      this.attrAt = spare.attrAt;
      return;
    }
    // About one node every 24 characters and one attribute every 40: seldom grown, little wasted.
    const nodes = Math.max(4096, html.length >> 4);
    const attrs = Math.max(4096, html.length >> 5);
    this.hash = new Int32Array(nodes);
    this.start = new Int32Array(nodes);
    this.end = new Int32Array(nodes);
    this.parent = new Int32Array(nodes);
    this.last = new Int32Array(nodes);
    this.firstAttr = new Int32Array(nodes);
    this.attrHash = new Int32Array(attrs);
    this.attrAt = new Int32Array(attrs * 3);
  }

  /** A finished tape whose arrays the next one takes over: allocating them anew costs more than the scan. */
  static #spare: Tape | null = null;

  /** Gives the arrays away. The tape must not be used after. */
  release(): void {
    if (this.hash.length <= MAX_SPARE) Tape.#spare = this;
  }

  addNode(hash: number, start: number, end: number, parent: number): number {
    const n = this.count++;
    if (n + 1 >= this.hash.length) {
      this.hash = grow(this.hash);
      this.start = grow(this.start);
      this.end = grow(this.end);
      this.parent = grow(this.parent);
      this.last = grow(this.last);
      this.firstAttr = grow(this.firstAttr);
    }
    this.hash[n] = hash;
    this.start[n] = start;
    this.end[n] = end;
    this.parent[n] = parent;
    this.last[n] = n + 1;
    this.firstAttr[n] = this.attrCount;
    this.firstAttr[n + 1] = this.attrCount;
    return n;
  }

  addAttr(hash: number, nameStart: number, valueStart: number, valueEnd: number): void {
    const a = this.attrCount++;
    if (a >= this.attrHash.length) {
      this.attrHash = grow(this.attrHash);
      this.attrAt = grow(this.attrAt);
    }
    this.attrHash[a] = hash;
    this.attrAt[a * 3] = nameStart;
    this.attrAt[a * 3 + 1] = valueStart;
    this.attrAt[a * 3 + 2] = valueEnd;
  }

  name(n: number): string {
    return this.html.slice(this.start[n], this.end[n]).toLowerCase();
  }

  /** Index of the attribute, or -1. The first of a name counts, as in browsers. */
  attrIndex(n: number, hash: number): number {
    for (let a = this.firstAttr[n]!; a < this.firstAttr[n + 1]!; a++) if (this.attrHash[a] === hash) return a;
    return -1;
  }

  valueAt(a: number): string {
    const from = this.attrAt[a * 3 + 1]!;
    if (from < 0) return '';
    return decodeEntities(this.html.slice(from, this.attrAt[a * 3 + 2]), true);
  }

  attrNameAt(a: number): string {
    const from = this.attrAt[a * 3]!;
    const rest = this.html.slice(from, from + 120);
    return (/^[^\s=/>]+/.exec(rest)?.[0] ?? '').toLowerCase();
  }

  /** The attribute's value with entities decoded, '' where it has none, null where it is absent. */
  attr(n: number, hash: number): string | null {
    const a = this.attrIndex(n, hash);
    return a < 0 ? null : this.valueAt(a);
  }

  get(n: number, name: string): string | null {
    return this.attr(n, nameHash(name));
  }

  isText(n: number): boolean {
    const h = this.hash[n]!;
    return h === TEXT || h === SPACE;
  }

  /** Source text of a raw element (script, style …). */
  rawText(n: number): string {
    const child = n + 1;
    return child < this.last[n]! ? this.html.slice(this.start[child], this.end[child]) : '';
  }
}
