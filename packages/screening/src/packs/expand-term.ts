// SPDX-License-Identifier: Apache-2.0

const MAX_EXPANSION = 4096;

/**
 * Spells out the alternatives of a term: `{代|帮}{考|写}` is four terms, `{新|}款` is two.
 * @throws RangeError when braces do not match or there would be more than 4,096 spellings.
 */
export function expandTerm(pattern: string): string[] {
  let spelled = [''];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf('{', at);
    const literal = pattern.slice(at, open === -1 ? undefined : open);
    if (literal.includes('}')) throw new RangeError(`unmatched } in "${pattern}"`);
    spelled = spelled.map((s) => s + literal);
    if (open === -1) break;
    const close = pattern.indexOf('}', open);
    if (close === -1) throw new RangeError(`unmatched { in "${pattern}"`);
    const choices = pattern.slice(open + 1, close).split('|');
    spelled = spelled.flatMap((s) => choices.map((c) => s + c));
    if (spelled.length > MAX_EXPANSION)
      throw new RangeError(`"${pattern}" spells more than ${MAX_EXPANSION} terms`);
    at = close + 1;
  }
  return spelled;
}
