// SPDX-License-Identifier: Apache-2.0

const HASHES = 32;
const ROWS = 4;
const SHINGLE = 3;
const MAX_TEXT = 4000;

/** Letters and digits of a text, folded: spaces, punctuation and width are no difference. */
const plain = (text: string): string =>
  text
    .slice(0, MAX_TEXT)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function shinglesOf(text: string): Set<string> {
  const letters = [...plain(text)];
  const shingles = new Set<string>();
  for (let i = 0; i + SHINGLE <= letters.length; i++) shingles.add(letters.slice(i, i + SHINGLE).join(''));
  return shingles;
}

function fnv(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

/** An odd multiplier a hash function; the golden ratio spreads them. */
const mixed = (hash: number, n: number): number => {
  let x = Math.imul(hash ^ Math.imul(n + 1, 0x9e3779b1), 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
};

/**
 * Bands of a MinHash over three-letter shingles: texts that share most shingles share a band. Empty for texts too short to
 * say anything. 8 bands of 4 rows find texts of Jaccard 0.7 with 89 %, of 0.3 with 6 %.
 */
export function textBands(text: string): string[] {
  const shingles = shinglesOf(text);
  if (shingles.size < 6) return [];
  const least = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = fnv(shingle);
    for (let n = 0; n < HASHES; n++) {
      const value = mixed(hash, n);
      if (value < least[n]!) least[n] = value;
    }
  }
  const bands: string[] = [];
  for (let band = 0; band < HASHES / ROWS; band++)
    bands.push(
      `${band}:${[...least.subarray(band * ROWS, (band + 1) * ROWS)].map((value) => value.toString(36)).join('.')}`,
    );
  return bands;
}

/** Share of common shingles, 0–1 (Jaccard). */
export function textLikeness(a: string, b: string): number {
  const [x, y] = [shinglesOf(a), shinglesOf(b)];
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const shingle of x) if (y.has(shingle)) common++;
  return common / (x.size + y.size - common);
}

const TAIL =
  /(?:[_.-](?:\d{2,4}x\d{2,4}|w\d{2,4}|h\d{2,4}|q\d{1,3}|s\d{2,4}|thumb|small|large|origin)|\.(?:jpe?g|png|webp|gif|avif))$/i;

/**
 * What of picture addresses stays the same when a picture is copied within a picture store: a digest-like name without
 * its size, else host and path. Not a look at the pixels.
 */
export function imageKeys(urls: readonly string[]): string[] {
  const keys = urls.flatMap((address) => {
    if (!URL.canParse(address)) return [];
    const url = new URL(address);
    let bare = url.pathname.split('/').at(-1) ?? '';
    while (TAIL.test(bare)) bare = bare.replace(TAIL, '');
    if (/^[0-9a-f]{16,}$/i.test(bare) || (/\d/.test(bare) && bare.length >= 20)) return [bare.toLowerCase()];
    return [`${url.host}${url.pathname}`];
  });
  return [...new Set(keys)].slice(0, 20);
}
