// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { writeXlsxStream } from 'hucre/xlsx';
import type { Cell } from './column.ts';

/** Characters that XML 1.0 cannot hold: a page's title may have them, a workbook may not. */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** Longest text of a cell (ECMA-376 implementations, Excel's limit). */
const LONGEST = 32_767;

/** Rows as a workbook with one sheet, written while they come: memory does not grow with them. The only door to hucre. */
export function toXlsx(
  name: string,
  head: readonly string[],
  rows: AsyncIterable<readonly Cell[]>,
): Readable {
  const stream = writeXlsxStream(clean(rows), {
    name: name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: head.map((header) => ({ header })),
    freezePane: { rows: 1 },
  });
  return Readable.fromWeb(stream as unknown as ReadableStream);
}

/** Strings are written as strings: a workbook knows formulas apart, so nothing in a text can become one. */
async function* clean(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Exclude<Cell, undefined>[]> {
  for await (const row of rows)
    yield row.map((cell) =>
      typeof cell === 'string' ? cell.replace(UNWRITABLE, '').slice(0, LONGEST) : (cell ?? null),
    );
}
