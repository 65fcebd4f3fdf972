// SPDX-License-Identifier: Apache-2.0
import { nameHash } from '../html/names.ts';
import type { Resolver } from '../html/resolve-url.ts';
import type { Tape } from '../html/tape.ts';
import { lineOf } from '../html/text-of.ts';
import { Item, Shown, type Value } from './item.ts';

const h = nameHash;
const CLASS = h('class');
const A = {
  href: h('href'),
  src: h('src'),
  alt: h('alt'),
  title: h('title'),
  value: h('value'),
  datetime: h('datetime'),
};
const LINKS = new Set(['a', 'area', 'link'].map(h));
const IMG = h('img');
const DATA = new Set(['data', 'input', 'meter'].map(h));
const TITLED = new Set(['abbr', 'acronym'].map(h));
const TIME = h('time');

/** Roots whose properties are read, and what they are called here. */
const ROOTS: Record<string, string> = {
  'h-product': 'product',
  hproduct: 'product',
  'h-card': 'organization',
  vcard: 'organization',
  'h-offer': 'offer',
  'h-listing': 'product',
  hlisting: 'product',
};
/** Classic class names (microformats v1) of a product, and the property each stands for. */
const CLASSIC: Record<string, string> = {
  fn: 'name',
  price: 'price',
  brand: 'brand',
  photo: 'image',
  url: 'url',
  description: 'description',
  category: 'category',
  identifier: 'identifier',
  org: 'name',
  currency: 'pricecurrency',
  availability: 'availability',
};
const RENAMED: Record<string, string> = { photo: 'image', currency: 'pricecurrency', uid: 'identifier' };

/** Whether the page may hold a product in microformats at all. */
export const mayHaveMicroformats = (html: string): boolean =>
  /\b(?:h-product|hproduct|h-listing|hlisting)\b/.test(html);

/** Reads products marked up with microformats (h-product and its forerunner hProduct, microformats.org) into items. */
export function readMicroformats(tape: Tape, resolver: Resolver): Item[] {
  const items: Item[] = [];
  for (let n = 0; n < tape.count; n++) {
    const root = rootOf(tape, n);
    if (root?.type !== 'product') continue;
    items.push(read(tape, resolver, n, root, 0));
    n = tape.last[n]! - 1;
  }
  return items;
}

interface Root {
  type: string;
  classic: boolean;
}

const wordsOf = (tape: Tape, n: number): string[] =>
  tape.isText(n) || tape.attrIndex(n, CLASS) < 0 ? [] : tape.attr(n, CLASS)!.split(/\s+/).filter(Boolean);

function rootOf(tape: Tape, n: number): Root | null {
  for (const word of wordsOf(tape, n)) {
    const type = ROOTS[word];
    if (type !== undefined) return { type, classic: !word.startsWith('h-') };
  }
  return null;
}

function read(tape: Tape, resolver: Resolver, node: number, root: Root, depth: number): Item {
  const item = new Item();
  item.node = node;
  item.types.push(root.type);
  for (let n = node + 1; n < tape.last[node]!; n++) {
    const words = wordsOf(tape, n);
    if (words.length === 0) continue;
    const inner = depth < 8 ? rootOf(tape, n) : null;
    const value = inner ? read(tape, resolver, n, inner, depth + 1) : null;
    for (const word of words) {
      const name = propertyOf(word, root.classic);
      if (name === null) continue;
      const given = value ?? readValue(tape, resolver, n, name);
      if (given !== null) item.add(name, given);
    }
    if (inner) n = tape.last[n]! - 1;
  }
  if (item.text('name') === null && item.props.size === 0) {
    // Nothing but a name, or a link: the element itself says it (implied properties).
    item.add('name', new Shown(lineOf(tape, node)));
    const href = tape.attr(node, A.href);
    if (href !== null) item.add('url', resolver.resolve(href) ?? href);
  }
  return item;
}

function propertyOf(word: string, classic: boolean): string | null {
  const name = /^(?:p|u|e|dt)-([a-z-]+)$/.exec(word)?.[1];
  if (name !== undefined) return RENAMED[name] ?? name.replace(/-/g, '');
  return classic ? (CLASSIC[word] ?? null) : null;
}

function readValue(tape: Tape, resolver: Resolver, n: number, name: string): Value | null {
  const hash = tape.hash[n]!;
  const address = (key: number): string | null => {
    const reference = tape.attr(n, key);
    return reference === null ? null : (resolver.resolve(reference) ?? reference);
  };
  if (name === 'url' && LINKS.has(hash)) return address(A.href);
  if (hash === IMG) return name === 'image' || name === 'url' ? address(A.src) : tape.attr(n, A.alt);
  if (name === 'image' && LINKS.has(hash)) return address(A.href);
  if (DATA.has(hash)) return tape.attr(n, A.value) ?? new Shown(lineOf(tape, n));
  if (TITLED.has(hash)) return tape.attr(n, A.title) ?? new Shown(lineOf(tape, n));
  if (hash === TIME) return tape.attr(n, A.datetime) ?? new Shown(lineOf(tape, n));
  // `value` inside `identifier`: the type stands beside it.
  const parts = partsOf(tape, n);
  return new Shown(parts ?? lineOf(tape, n));
}

/** The value class pattern: parts of class `value` (or `amount`) joined, the rest left out. */
function partsOf(tape: Tape, node: number): string | null {
  const parts: string[] = [];
  for (let n = node + 1; n < tape.last[node]!; n++)
    if (wordsOf(tape, n).includes('value')) parts.push(lineOf(tape, n));
  return parts.length > 0 ? parts.join('') : null;
}
