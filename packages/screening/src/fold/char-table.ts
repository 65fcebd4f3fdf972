// SPDX-License-Identifier: Apache-2.0
import { EMOJI } from './emoji.ts';
import { bit, type FoldKind } from './fold-kinds.ts';
import { T2S } from './t2s.gen.ts';
import { HANZI_LOOKALIKES, LATIN_LOOKALIKES, NUMERALS, VARIANTS } from './variants.ts';

/** In `UNIT`: this unit is passed over. */
export const SKIP = 0;
/** In `UNIT`: see `EXPANSION`. */
export const EXPAND = 1;

/** For each UTF-16 unit: the folded unit, `SKIP` or `EXPAND`. */
export const UNIT = new Uint16Array(65536);
/** For each UTF-16 unit: why its folded form differs, as the index of a fold kind's bit + 1; 0 = it does not. */
export const KIND = new Uint8Array(65536);
/** For each unit: half-width, lower-case, simplified — one unit to one unit, so offsets stay. */
export const LIGHT = new Uint16Array(65536);
/** Code points (also astral) that become several units, or an astral one that becomes any. */
export const EXPANSION = new Map<number, { text: string; kind: number }>();

const kindIndex = (kind: FoldKind): number => 32 - Math.clz32(bit(kind));

function pairs(table: string): Map<string, string> {
  const map = new Map<string, string>();
  const chars = [...table];
  for (let i = 0; i + 1 < chars.length; i += 2) map.set(chars[i]!, chars[i + 1]!);
  return map;
}

/** The kind whose change is the telling one comes last and wins. */
function foldChar(ch: string): { text: string; kind: FoldKind | null } {
  if (/^[™℠©®]$/.test(ch)) return { text: '', kind: 'symbols' };
  const hangul = ch >= '가' && ch <= '힣';
  let kind: FoldKind | null = null;
  let text = ch;
  const compat = hangul ? ch : ch.normalize('NFKD').replace(/\p{M}/gu, '');
  if (compat !== text) {
    const c = ch.charCodeAt(0);
    kind = c >= 0xff00 && c <= 0xffef ? 'width' : 'compat';
    text = compat;
  }
  const lower = text.toLowerCase();
  if (lower !== text) {
    kind ??= 'case';
    text = lower;
  }
  let out = '';
  for (const part of text) {
    const latin = LOOKALIKE.get(part);
    const simple = SIMPLE.get(part);
    const variant = VARIANT.get(simple ?? part);
    const digit = DIGIT.get(variant ?? simple ?? part);
    if (latin !== undefined) kind = 'lookalike';
    if (simple !== undefined) kind ??= 'traditional';
    if (variant !== undefined) kind = 'variant';
    if (digit !== undefined) kind = 'numeral';
    const next = latin ?? digit ?? variant ?? simple ?? part;
    if (/^[\p{L}\p{N}]$/u.test(next) && next.length === 1) out += next;
  }
  if (out === '' && kind === null) {
    if (/\s/.test(ch)) kind = 'spaces';
    else if (/[\p{C}\p{M}\p{Default_Ignorable_Code_Point}]/u.test(ch)) kind = 'zero-width';
    else kind = 'symbols';
  } else if (out === '') kind = /\s/.test(text) ? 'spaces' : 'symbols';
  return { text: out, kind };
}

const SIMPLE = pairs(T2S);
const VARIANT = pairs(VARIANTS);
const DIGIT = pairs(NUMERALS);
const LOOKALIKE = new Map([...pairs(LATIN_LOOKALIKES), ...pairs(HANZI_LOOKALIKES)]);

function put(code: number): void {
  const ch = String.fromCharCode(code);
  const { text, kind } = foldChar(ch);
  KIND[code] = kind === null ? 0 : kindIndex(kind);
  if (text.length === 0) UNIT[code] = SKIP;
  else if (text.length === 1) UNIT[code] = text.charCodeAt(0);
  else {
    UNIT[code] = EXPAND;
    EXPANSION.set(code, { text, kind: KIND[code]! });
  }
  const light = ch.normalize('NFKC').toLowerCase();
  const simple = SIMPLE.get(light) ?? light;
  LIGHT[code] = simple.length === 1 ? simple.charCodeAt(0) : code;
}

/** A CJK ideograph that no table touches folds to itself: the loop below may pass it by. */
const plainIdeograph = (code: number): boolean => {
  const ch = String.fromCharCode(code);
  return !SIMPLE.has(ch) && !VARIANT.has(ch) && !DIGIT.has(ch);
};

for (let code = 1; code < 65536; code++) {
  const own =
    (code >= 0x3400 && code <= 0x9fff && plainIdeograph(code)) || (code >= 0xac00 && code <= 0xd7a3);
  if (own) {
    UNIT[code] = code;
    LIGHT[code] = code;
  } else if (code >= 0xd800 && code <= 0xf8ff) {
    // Surrogates are read in pairs; a lone one, like a private character, says nothing.
    KIND[code] = kindIndex('symbols');
    LIGHT[code] = code;
  } else put(code);
}
KIND[0] = kindIndex('zero-width');

const emojiKind = kindIndex('emoji');
for (const [emoji, text] of Object.entries(EMOJI)) {
  const code = emoji.codePointAt(0)!;
  const folded = [...text].map((ch) => foldChar(ch).text).join('');
  EXPANSION.set(code, { text: folded, kind: emojiKind });
  if (code < 65536) {
    UNIT[code] = EXPAND;
    KIND[code] = emojiKind;
  }
}

const astral = new Map<number, { text: string; kind: number }>();
const nothing = { text: '', kind: kindIndex('symbols') };

/** The folded form of a code point above U+FFFF: mathematical and enclosed letters, emoji that stand for words; else nothing. */
export function foldAstral(code: number): { text: string; kind: number } {
  const known = EXPANSION.get(code) ?? astral.get(code);
  if (known !== undefined) return known;
  let made = nothing;
  if (
    (code >= 0x1d400 && code <= 0x1d7ff) ||
    (code >= 0x1f100 && code <= 0x1f2ff) ||
    (code >= 0x2f800 && code <= 0x2fa1f)
  ) {
    const enclosed =
      code >= 0x1f130 && code <= 0x1f189 ? String.fromCharCode(97 + (((code - 0x1f130) % 32) % 26)) : null;
    const text = enclosed ?? foldChar(String.fromCodePoint(code)).text;
    if (text !== '') made = { text, kind: kindIndex('compat') };
    astral.set(code, made);
  }
  return made;
}
