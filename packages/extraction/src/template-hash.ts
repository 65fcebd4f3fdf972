// SPDX-License-Identifier: Apache-2.0

const TAG = /<([a-z][a-z0-9-]*)((?:\s[^<>]*)?)>/gi;
const CLASS = /\bclass\s*=\s*(?:"([^"]{1,200})"|'([^']{1,200})'|([^\s"'>]{1,100}))/i;
const MAX_TAGS = 4000;

/** FNV-1a over a text, 32 bits, from a seed. */
function fnv(text: string, seed: number): number {
  let h = seed;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/**
 * Fingerprint of a page's markup, not its words: SimHash of 64 bits over the tags with their classes, three in a row.
 * Pages of one shop program and theme differ in few bits. @returns 16 hex digits; null where there is too little markup
 */
export function templateHash(html: string): string | null {
  const tags: string[] = [];
  for (const match of html.matchAll(TAG)) {
    const [, name, rest] = match;
    const found = CLASS.exec(rest ?? '');
    const names = (found?.[1] ?? found?.[2] ?? found?.[3] ?? '')
      .replace(/\d+/g, '#')
      .trim()
      .split(/\s+/)
      .sort();
    tags.push(`${name!.toLowerCase()}.${names.join('.')}`);
    if (tags.length >= MAX_TAGS) break;
  }
  if (tags.length < 20) return null;
  const shingles = new Set<string>();
  for (let i = 0; i + 2 < tags.length; i++) shingles.add(`${tags[i]}>${tags[i + 1]}>${tags[i + 2]}`);
  const votes = new Int32Array(64);
  for (const shingle of shingles)
    for (const [half, seed] of [0x811c9dc5, 0x9747b28c].entries()) {
      const bits = fnv(shingle, seed);
      for (let bit = 0; bit < 32; bit++) votes[half * 32 + bit]! += (bits >>> bit) & 1 ? 1 : -1;
    }
  let hex = '';
  for (let nibble = 0; nibble < 16; nibble++) {
    let value = 0;
    for (let bit = 0; bit < 4; bit++) if (votes[nibble * 4 + bit]! > 0) value |= 1 << bit;
    hex += value.toString(16);
  }
  return hex;
}

/** Bits in which two fingerprints differ. */
export function templateDistance(a: string, b: string): number {
  let differing = 0;
  for (let i = 0; i < 16; i++) {
    let x = Number.parseInt(a[i] ?? '0', 16) ^ Number.parseInt(b[i] ?? '0', 16);
    for (; x > 0; x &= x - 1) differing++;
  }
  return differing;
}
