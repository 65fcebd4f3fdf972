// SPDX-License-Identifier: Apache-2.0
import { parseDay } from '../day.ts';
import { findInstrument, inForce } from '../instruments/instruments.ts';
import type { Certainty } from '../model.ts';
import { type CitedArticle, citedArticles, findCited } from './index.ts';

export interface BasisAnswer {
  /** Tag of the instrument; null where it is not known. */
  instrument: string | null;
  article: string;
  /** `exact`: a row cites just this; `article`: a row cites the article as a whole, or a paragraph of it; null: no row. */
  match: 'exact' | 'article' | null;
  /** null: its first day was not seen, and the day may lie before it. */
  inForce: boolean | null;
  certainty: Certainty | null;
  /** May be cited in a finding: the row exists, is in force on the day, and is sure (A or B). */
  usable: boolean;
}

/**
 * Whether a citation may be used on a day. A paragraph (9(3)) is found by itself or by its whole article (9);
 * a whole article by itself or by any paragraph of it. Nothing else matches.
 */
export function basisOf(instrument: string, article: string, on: string): BasisAnswer {
  const day = parseDay(on, 'on');
  const one = findInstrument(instrument);
  if (!one) return { instrument: null, article, match: null, inForce: null, certainty: null, usable: false };
  const wanted = article.replace(/\s+/g, '');
  let match: BasisAnswer['match'] = null;
  let found: CitedArticle | undefined = findCited(one.tag, wanted);
  if (found) match = 'exact';
  else if (wanted !== '') {
    const whole = wanted.replace(/\(.*$/, '');
    found =
      whole === wanted
        ? citedArticles(one.tag).find((other) => other.article.startsWith(`${wanted}(`))
        : findCited(one.tag, whole);
    if (found) match = 'article';
  }
  const valid = inForce(one, day);
  const certainty = found?.certainty ?? null;
  return {
    instrument: one.tag,
    article: wanted,
    match,
    inForce: valid,
    certainty,
    usable: match !== null && valid === true && (certainty === 'A' || certainty === 'B'),
  };
}

/** The citations (`TAG article:certainty`) of a row that may be used on a day. */
export const usableOn = (citations: readonly string[], on: string): BasisAnswer[] =>
  citations
    .map((text) => {
      const space = text.indexOf(' ');
      return basisOf(text.slice(0, space), text.slice(space + 1).replace(/:[ABMD]$/, ''), on);
    })
    .filter((one) => one.usable);
