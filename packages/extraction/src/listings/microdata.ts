// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import type { Resolver } from '../html/resolve-url.ts';
import type { Tape } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { Item, localName, Shown, type Value } from './item.ts';

const h = nameHash;
const A = {
  itemscope: h('itemscope'),
  itemtype: h('itemtype'),
  itemprop: h('itemprop'),
  itemid: h('itemid'),
  itemref: h('itemref'),
  content: h('content'),
  href: h('href'),
  src: h('src'),
  data: h('data'),
  value: h('value'),
  datetime: h('datetime'),
  id: h('id'),
  dataSrc: h('data-src'),
};
const LINKS = new Set(['a', 'area', 'link'].map(h));
const SOURCES = new Set(['audio', 'embed', 'iframe', 'img', 'source', 'track', 'video'].map(h));
const OBJECT = h('object');
const LINK = h('link');
const VALUES = new Set(['data', 'meter'].map(h));
const TIME = h('time');
const MAX_DEPTH = 40;

/** Reads HTML microdata (WHATWG HTML §5): top-level items, nested ones inside, `itemref` followed once. */
export function readMicrodata(tape: Tape, resolver: Resolver): Item[] {
  return new Reader(tape, resolver).run();
}

class Reader {
  readonly tape: Tape;
  readonly resolver: Resolver;
  ids: Map<string, number> | null = null;

  constructor(tape: Tape, resolver: Resolver) {
    this.tape = tape;
    this.resolver = resolver;
  }

  run(): Item[] {
    const { tape } = this;
    const items: Item[] = [];
    for (let n = 0; n < tape.count; n++) {
      if (tape.isText(n) || tape.attrIndex(n, A.itemscope) < 0) continue;
      // An itemprop outside any item is a mistake; its item still counts.
      if (tape.attrIndex(n, A.itemprop) >= 0 && this.hasScopeAbove(n)) continue;
      items.push(this.item(n, 0));
    }
    return items;
  }

  hasScopeAbove(node: number): boolean {
    for (let n = this.tape.parent[node]!; n >= 0; n = this.tape.parent[n]!)
      if (this.tape.attrIndex(n, A.itemscope) >= 0) return true;
    return false;
  }

  item(node: number, depth: number): Item {
    const { tape } = this;
    const item = new Item();
    item.node = node;
    for (const type of (tape.attr(node, A.itemtype) ?? '').split(/\s+/))
      if (type) item.types.push(localName(type));
    item.id = tape.attr(node, A.itemid);
    if (depth > MAX_DEPTH) return item;
    this.properties(item, node + 1, tape.last[node]!, depth);
    const refs = tape.attr(node, A.itemref);
    if (refs !== null)
      for (const ref of refs.split(/\s+/)) {
        const target = ref === '' ? undefined : this.byId(ref);
        // A reference to an ancestor would be endless.
        if (target !== undefined && !(target <= node && tape.last[target]! > node))
          this.properties(item, target, tape.last[target]!, depth + 1);
      }
    return item;
  }

  byId(id: string): number | undefined {
    if (this.ids === null) {
      this.ids = new Map();
      for (let n = 0; n < this.tape.count; n++) {
        const value = this.tape.isText(n) ? null : this.tape.attr(n, A.id);
        if (value && !this.ids.has(value)) this.ids.set(value, n);
      }
    }
    return this.ids.get(id);
  }

  properties(item: Item, from: number, to: number, depth: number): void {
    const { tape } = this;
    for (let n = from; n < to; n++) {
      if (tape.isText(n)) continue;
      const scope = tape.attrIndex(n, A.itemscope) >= 0;
      const names = tape.attr(n, A.itemprop);
      if (names !== null) {
        const value = scope ? this.item(n, depth + 1) : this.value(n);
        if (value !== null) for (const name of names.split(/\s+/)) if (name) item.add(name, value);
      }
      if (scope) n = tape.last[n]! - 1;
    }
  }

  value(n: number): Value | null {
    const { tape } = this;
    const content = tape.attr(n, A.content);
    if (content !== null) return content;
    const hash = tape.hash[n]!;
    if (hash === LINK) return this.address(tape.attr(n, A.href));
    if (LINKS.has(hash)) {
      const href = tape.attr(n, A.href);
      return href === null
        ? new Shown(lineOf(tape, n))
        : new Linked(this.resolver.resolve(href) ?? href, lineOf(tape, n));
    }
    if (SOURCES.has(hash)) return this.address(tape.attr(n, A.dataSrc) ?? tape.attr(n, A.src));
    if (hash === OBJECT) return this.address(tape.attr(n, A.data));
    if (VALUES.has(hash)) return tape.attr(n, A.value) ?? new Shown(lineOf(tape, n));
    if (hash === TIME) return tape.attr(n, A.datetime) ?? new Shown(lineOf(tape, n));
    return new Shown(lineOf(tape, n));
  }

  address(reference: string | null): string | null {
    return reference === null ? null : (this.resolver.resolve(reference) ?? reference);
  }
}

/** A property on a link: its value is the address, but many shops mean the words (`itemprop=name` on an `<a>`). */
export class Linked extends Shown {
  readonly href: string;
  constructor(href: string, text: string) {
    super(text);
    this.href = href;
  }
}
