// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import type { Resolver } from '../html/resolve-url.ts';
import type { Tape } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { Item, localName, Shown, type Value } from './item.ts';
import { Linked } from './microdata.ts';

const h = nameHash;
const A = {
  typeof: h('typeof'),
  property: h('property'),
  rel: h('rel'),
  rev: h('rev'),
  resource: h('resource'),
  about: h('about'),
  content: h('content'),
  href: h('href'),
  src: h('src'),
  datetime: h('datetime'),
};
const LINK = h('link');
const HEAD = new Set(['meta', 'link', 'head', 'title'].map(h));

/**
 * Reads RDFa Lite and the part of RDFa Core that shops use (W3C RDFa 1.1): `typeof`, `property`, `rel` with a nested
 * thing, `resource`/`about`, `content`. Names are taken by their local part, whatever vocabulary or prefix.
 */
export function readRdfa(tape: Tape, resolver: Resolver): Item[] {
  return new Reader(tape, resolver).run();
}

interface Open {
  item: Item;
  end: number;
}

class Reader {
  readonly tape: Tape;
  readonly resolver: Resolver;
  readonly roots: Item[] = [];
  readonly byId = new Map<string, Item>();

  constructor(tape: Tape, resolver: Resolver) {
    this.tape = tape;
    this.resolver = resolver;
  }

  run(): Item[] {
    const { tape } = this;
    const open: Open[] = [];
    /** A `rel` that waits for the things inside it. */
    const waiting: { item: Item; names: string[]; end: number }[] = [];
    for (let n = 0; n < tape.count; n++) {
      while (open.length > 0 && n >= open[open.length - 1]!.end) open.pop();
      while (waiting.length > 0 && n >= waiting[waiting.length - 1]!.end) waiting.pop();
      if (tape.isText(n) || tape.firstAttr[n] === tape.firstAttr[n + 1]) continue;
      const around = open[open.length - 1]?.item;
      const type = tape.attr(n, A.typeof);
      const property = this.names(tape.attr(n, A.property));
      const rel = tape.hash[n] === h('link') && around === undefined ? [] : this.names(tape.attr(n, A.rel));
      if (type !== null) {
        const item = this.item(n, type);
        const rels = property.length > 0 ? property : rel;
        const hook = waiting[waiting.length - 1];
        if (around && rels.length > 0) for (const name of rels) around.add(name, item);
        else if (hook && hook.item === around) for (const name of hook.names) hook.item.add(name, item);
        else this.roots.push(item);
        open.push({ item, end: tape.last[n]! });
        continue;
      }
      const about = tape.attr(n, A.about);
      const target = about === null ? around : (this.byId.get(about) ?? around);
      if (target === undefined) continue;
      for (const name of property) {
        const value = this.value(n);
        if (value !== null) target.add(name, value);
      }
      if (rel.length > 0 && property.length === 0) this.relation(n, rel, target, waiting);
    }
    return this.roots;
  }

  relation(
    n: number,
    rel: string[],
    target: Item,
    waiting: { item: Item; names: string[]; end: number }[],
  ): void {
    const { tape } = this;
    const reference = tape.attr(n, A.resource) ?? tape.attr(n, A.href) ?? tape.attr(n, A.src);
    if (reference !== null) {
      const known = this.byId.get(reference);
      for (const name of rel) target.add(name, known ?? this.resolver.resolve(reference) ?? reference);
    } else if (tape.last[n]! > n + 1) waiting.push({ item: target, names: rel, end: tape.last[n]! });
  }

  names(text: string | null): string[] {
    return text === null
      ? []
      : text
          .split(/\s+/)
          .filter(
            (name) =>
              name !== '' &&
              !/^(?:nofollow|noopener|noreferrer|external|stylesheet|icon|canonical|tag|bookmark)$/i.test(
                name,
              ),
          );
  }

  item(n: number, type: string): Item {
    const { tape } = this;
    const item = new Item();
    item.node = n;
    for (const one of type.split(/\s+/)) if (one) item.types.push(localName(one));
    item.id = tape.attr(n, A.resource) ?? tape.attr(n, A.about);
    if (item.id !== null && !this.byId.has(item.id)) this.byId.set(item.id, item);
    return item;
  }

  value(n: number): Value | null {
    const { tape } = this;
    const content = tape.attr(n, A.content);
    if (content !== null) return content;
    if (HEAD.has(tape.hash[n]!) && tape.attrIndex(n, A.href) < 0 && tape.attrIndex(n, A.resource) < 0)
      return null;
    const resource = tape.attr(n, A.resource);
    if (resource !== null) return this.byId.get(resource) ?? this.resolver.resolve(resource) ?? resource;
    const href = tape.attr(n, A.href);
    if (href !== null && tape.hash[n] === LINK) return this.resolver.resolve(href) ?? href;
    if (href !== null) return new Linked(this.resolver.resolve(href) ?? href, lineOf(tape, n));
    const src = tape.attr(n, A.src);
    if (src !== null) return this.resolver.resolve(src) ?? src;
    return tape.attr(n, A.datetime) ?? new Shown(lineOf(tape, n));
  }
}
