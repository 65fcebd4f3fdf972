// SPDX-License-Identifier: Apache-2.0

/** The hash the scanner computes while it reads a name: case-insensitive for ASCII letters. */
export function nameHash(name: string): number {
  let hash = 5381;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    hash = (Math.imul(hash, 33) + (c >= 65 && c <= 90 ? c | 32 : c)) | 0;
  }
  return hash;
}

/** What an element means for the shape of the tree and of the text. Bits of one number. */
export const VOID = 1;
/** Its content is text up to the matching end tag. */
export const RAW = 2;
/** Starts and ends a line of text. */
export const BLOCK = 4;
/** Its content is never shown. */
export const UNSEEN = 8;
/** Ends an open `<p>`. */
export const ENDS_P = 16;
/** An end tag inside never closes an element outside. */
export const SCOPE = 32;
/** Formatting: its end tag never closes a block. */
export const INLINE = 64;
export const KNOWN = 128;
/** Stands apart from its neighbours on the line. */
export const SPACED = 256;

const table: [number, string][] = [
  [VOID, 'area base br col embed hr img input link meta param source track wbr keygen'],
  [RAW, 'script style textarea title xmp iframe noembed noframes plaintext'],
  [
    BLOCK,
    'address article aside blockquote body br center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section select summary table tbody tfoot thead tr ul caption',
  ],
  [UNSEEN, 'script style template svg noscript noembed noframes iframe object title textarea datalist'],
  [
    ENDS_P,
    'address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li xmp plaintext',
  ],
  [SCOPE, 'table td th caption template html body button object marquee'],
  [
    INLINE,
    'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u var data',
  ],
  [
    KNOWN,
    'img input button select option optgroup svg math td th noscript object audio video canvas picture',
  ],
];

const flags = new Map<number, number>();
for (const [bit, names] of table)
  for (const name of names.split(' ')) {
    const hash = nameHash(name);
    flags.set(hash, (flags.get(hash) ?? 0) | bit | KNOWN);
  }

// A small open-addressed table: a Map look-up per tag is measurable at this speed.
const SIZE = 1024;
const keys = new Int32Array(SIZE);
const bits = new Int32Array(SIZE);
for (const [hash, value] of flags) {
  let slot = (hash ^ (hash >>> 10)) & (SIZE - 1);
  while (bits[slot] !== 0) slot = (slot + 1) & (SIZE - 1);
  keys[slot] = hash;
  bits[slot] = value;
}

/** The bits of an element by its name's hash; 0 for one HTML does not know. */
export function elementBits(hash: number): number {
  let slot = (hash ^ (hash >>> 10)) & (SIZE - 1);
  while (bits[slot] !== 0) {
    if (keys[slot] === hash) return bits[slot]!;
    slot = (slot + 1) & (SIZE - 1);
  }
  return 0;
}
