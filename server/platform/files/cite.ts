// SPDX-License-Identifier: Apache-2.0
import type { Basis } from '@yiwang/contracts';
import { findInstrument } from '@yiwang/law';

/** A legal basis as readers know it: the instrument's title beside its tag. */
export const cite = (basis: readonly Basis[]): Basis[] =>
  basis.map((row) => {
    const title = findInstrument(row.instrument)?.title;
    return title === undefined ? row : { ...row, title };
  });
