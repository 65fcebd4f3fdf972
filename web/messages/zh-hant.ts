// SPDX-License-Identifier: Apache-2.0
import { HANT_CHARS, HANT_WORDS } from './hant.gen.ts';

let chars: Map<string, string> | undefined;
let pattern: RegExp | undefined;
let words: Map<string, string> | undefined;

/**
 * A text of the house in traditional characters, word by word where single characters would go wrong. For our own words
 * only: what people wrote stays as they wrote it.
 */
export function toHant(text: string): string {
  if (chars === undefined) {
    chars = new Map();
    for (let at = 0; at < HANT_CHARS.length; at += 2) chars.set(HANT_CHARS[at]!, HANT_CHARS[at + 1]!);
    words = new Map(HANT_WORDS);
    pattern = new RegExp(`${HANT_WORDS.map(([from]) => from).join('|')}|\\p{Script=Han}`, 'gu');
  }
  const [byWord, byChar] = [words!, chars];
  return text.replace(pattern!, (one) => byWord.get(one) ?? byChar.get(one) ?? one);
}
