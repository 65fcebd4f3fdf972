// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';

/** Packs the sort keys of the last row into a text that callers hand back untouched. */
export const toCursor = (keys: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(keys)).toString('base64url');

/** Reads a cursor of `size` keys. Throws `input_invalid` for one we did not make. */
export function fromCursor(cursor: string | undefined, size: number): (string | number)[] | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    const keys = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (Array.isArray(keys) && keys.length === size && keys.every((key) => /string|number/.test(typeof key)))
      return keys as (string | number)[];
  } catch {
    // falls through: not ours
  }
  throw invalid('input_invalid', 'the cursor is not one of ours', {
    faults: [{ pointer: '/cursor', reason: 'not a cursor of this list' }],
  });
}

/** One more row than asked for tells whether there is a next page. */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  item: (row: Row) => Item,
  keys: (row: Row) => readonly (string | number)[],
): { items: Item[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(item),
    next: rows.length > limit && last !== undefined ? toCursor(keys(last)) : null,
  };
}
