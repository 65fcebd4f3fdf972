// SPDX-License-Identifier: Apache-2.0
import { type ByteProfile, profileBytes, utf16ByZeros } from './bytes.ts';
import { declarations, encodingName, HEAD_LIMIT, headText } from './declared.ts';
import { decodeAs } from './decode-as.ts';
import { plausibility } from './plausibility.ts';

export interface DecodedPage {
  text: string;
  /** WHATWG name of the charset the bytes were read in. */
  charset: string;
  /** What the header, else the markup, claims, as written; null where neither says. */
  declared: string | null;
  /** What did not fit together, in words. */
  warnings: string[];
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const MULTIBYTE = ['gbk', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'];
const isMultibyte = (name: string): boolean => MULTIBYTE.includes(name) || name === 'gb18030';
const isUtf16 = (name: string | null): boolean => name === 'utf-16le' || name === 'utf-16be';

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

const gbName = (p: ByteProfile): string => (p.gbFour > 0 ? 'gb18030' : 'gbk');

/** Reads the bytes in each charset that could hold them and takes the most plausible text. */
function byStatistics(bytes: Uint8Array, profile: ByteProfile, claims: string[]): string {
  const claimed = claims.find((name) => name !== 'utf-8' && !isUtf16(name));
  // Mostly UTF-8 with a few broken bytes (a cut field, one include in another charset) is UTF-8.
  if (
    profile.utf8 > 0 &&
    profile.utf8Bad <= Math.max(3, profile.utf8 * 0.08) &&
    profile.utf8Long > profile.utf8Bad
  )
    return 'utf-8';
  const sample = bytes.subarray(0, 1 << 18);
  const rate = (name: string) => {
    const p = plausibility(decodeAs(sample, name));
    // Kana in what should be Chinese is Japanese: EUC-JP and GB 2312 have kana at the same places.
    return (name === 'gbk' || name === 'gb18030') && p.kana > 0.15 ? p.score - 0.3 : p.score;
  };
  if (claimed && isMultibyte(claimed) && rate(claimed) > 0.42) return claimed;
  const latin = profile.lonely > profile.runs * 0.6;
  let best = '';
  let bestScore = -Infinity;
  for (const name of new Set([...(claimed && isMultibyte(claimed) ? [claimed] : []), ...MULTIBYTE])) {
    const score = rate(name) + (name === claimed ? 0.08 : 0) - (latin ? 0.4 : 0);
    if (score > bestScore) [best, bestScore] = [name, score];
  }
  const single = claimed && !isMultibyte(claimed) ? claimed : null;
  for (const name of ['windows-1251', 'koi8-r']) {
    const score = rate(name) + (name === single ? 0.1 : 0) - 0.1;
    if (score > bestScore && score > 0.4) [best, bestScore] = [name, score];
  }
  if (bestScore > 0.25) return best === 'gbk' ? gbName(profile) : best;
  if (single) return single;
  if (latin) return 'windows-1252';
  if (claimed) return claimed;
  return bestScore > 0.1 ? best : 'windows-1252';
}

interface Decided {
  charset: string;
  text: string;
  /** Every byte was well-formed. */
  clean?: boolean;
}

const looseUtf8 = new TextDecoder('utf-8');

/** The text if every byte of it is UTF-8. Strict decoding is the slower one: it is asked only where doubt is left. */
function strictly(bytes: Uint8Array): string | null {
  const text = looseUtf8.decode(bytes);
  if (!text.includes('\uFFFD')) return text;
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

function decide(bytes: Uint8Array, claims: string[], utf8: string | null): Decided {
  const read = (charset: string) => ({ charset, text: decodeAs(bytes, charset) });
  const zeros = utf16ByZeros(bytes);
  if (zeros) return read(zeros);
  const foreign = claims.find((name) => name !== 'utf-8' && !isUtf16(name));
  if (utf8 !== null) {
    if (foreign === undefined) return { charset: 'utf-8', text: utf8, clean: true };
    const profile = profileBytes(bytes);
    if (profile.high === 0) {
      // Seven bits only: the claim cannot be wrong, but an escaping charset must be unescaped.
      if (foreign === 'hz-gb-2312' || (foreign === 'iso-2022-jp' && profile.escape)) return read(foreign);
      return { charset: foreign, text: utf8, clean: true };
    }
    // A few two-byte sequences may be GBK by chance (the famous 联通); longer ones hardly ever are.
    if (isMultibyte(foreign) && profile.utf8Long === 0 && profile.utf8 <= 4) {
      const other = decodeAs(bytes, foreign);
      if (plausibility(other).score > plausibility(utf8).score) return { charset: foreign, text: other };
    }
    return { charset: 'utf-8', text: utf8, clean: true };
  }
  return read(byStatistics(bytes, profileBytes(bytes), claims));
}

const family = (name: string): string => (name === 'gb18030' ? 'gbk' : name);

/**
 * Page bytes to text. What the bytes say decides: byte order mark, validity, then how plausible the text is; what
 * header and markup declare only tips the scales. A wrong or contradictory declaration is noted in `warnings`.
 */
export function decodePage(bytes: Uint8Array, contentType?: string | null): DecodedPage {
  const warnings: string[] = [];
  const utf8 = strictly(bytes);
  const { header, meta } = declarations(
    utf8 === null ? headText(bytes) : utf8.length > HEAD_LIMIT ? utf8.slice(0, HEAD_LIMIT) : utf8,
    contentType,
  );
  const declared = header ?? meta;
  const claims: string[] = [];
  for (const label of [header, meta]) {
    if (label === null) continue;
    const name = encodingName(label);
    if (name === null)
      warnings.push(`charset: "${label.slice(0, 40)}" is declared and no such charset exists`);
    else claims.push(name);
  }
  if (header && meta && claims.length === 2 && family(claims[0]!) !== family(claims[1]!))
    warnings.push(`charset: the header declares ${header}, the page ${meta}`);
  const mark = byMark(bytes);
  const decided: Decided = mark
    ? { charset: mark, text: decodeAs(bytes, mark) }
    : decide(bytes, claims, utf8);
  const { charset, text } = decided;
  const first = claims[0];
  if (first !== undefined && family(first) !== family(charset))
    warnings.push(`charset: ${declared} is declared, the bytes are ${charset}`);
  if (!decided.clean && text.includes('\uFFFD'))
    warnings.push(`charset: some bytes are not valid ${charset}`);
  return { text, charset, declared, warnings };
}
