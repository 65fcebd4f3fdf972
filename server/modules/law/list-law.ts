// SPDX-License-Identifier: Apache-2.0
import type { LawRow, LawShelf } from '@yiwang/contracts';
import { SHELVES } from './shelves.ts';

/** A shelf as it reads on a day, filtered by words anywhere in a row (any case, either language). */
export function listLaw(shelf: LawShelf, on: string, q = ''): LawRow[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return SHELVES[shelf](on).filter((row) => {
    if (words.length === 0) return true;
    const text = JSON.stringify(row).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
