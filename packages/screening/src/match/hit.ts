// SPDX-License-Identifier: Apache-2.0

/** A term seen in a text. */
export interface Hit {
  /** Index of the term in its matcher. */
  term: number;
  /** UTF-16 offsets into the text as given. */
  start: number;
  end: number;
  /** Mask of the folds that were needed. */
  folds: number;
  /** What more the confidence loses, 0–1. */
  factor: number;
}
