// SPDX-License-Identifier: Apache-2.0

/**
 * How sure a row is: A – read in a full copy of the text; B – read in a partial copy, quotation, official summary
 * or press; M – from memory, unverified; D – a derivation of ours, not a sentence of law (a setting).
 */
export type Certainty = 'A' | 'B' | 'M' | 'D';

/** From the surest to the least sure. */
const ORDER = 'ABDM';

/** The less sure of two: a chain of reasons is as sure as its weakest link. */
export const weaker = (a: Certainty, b: Certainty): Certainty =>
  ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b;

/** A sentence in both languages of the house. */
export interface Text {
  zh: string;
  en: string;
}

/** A cited place: instrument tag as in the instrument table, article as `n(m)(k)`; empty where the number is not known. */
export interface Basis {
  instrument: string;
  article: string;
  certainty: Certainty;
}

/** A cited place with the days on which it may be cited for its row; both ends inclusive, absent = open. */
export interface DatedBasis extends Basis {
  from?: string;
  to?: string;
}

/** One step of a reckoning: the rule by id, what it rests on, and the numbers that went in or came out. */
export interface DerivationStep {
  rule: string;
  instrument?: string;
  article?: string;
  [value: string]: string | number | boolean | string[] | undefined;
}
