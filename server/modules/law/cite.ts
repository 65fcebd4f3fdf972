// SPDX-License-Identifier: Apache-2.0
import type { LawRow } from '@yiwang/contracts';
import { basisOf, findInstrument, type Text } from '@yiwang/law';

/** A citation of the law data, `TAG article:certainty`, as the page shows it: title, article, certainty, in force on a day or not. */
export function cite(citation: string, on: string): LawRow['citations'][number] {
  const space = citation.indexOf(' ');
  const tag = space < 0 ? citation : citation.slice(0, space);
  const [article = '', own] = space < 0 ? [''] : citation.slice(space + 1).split(':');
  const found = findInstrument(tag);
  const answer = basisOf(tag, article, on);
  return {
    instrument: found?.tag ?? tag,
    title: found?.title ?? both(tag),
    article,
    certainty: own ?? answer.certainty ?? found?.certainty ?? null,
    inForce: answer.inForce,
  };
}

/** The same words in both languages, for names that have no translation. */
export const both = (text: string): Text => ({ zh: text, en: text });
