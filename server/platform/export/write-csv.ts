// SPDX-License-Identifier: Apache-2.0
import papa from 'papaparse';
import type { Cell } from './column.ts';

/**
 * Texts that a spreadsheet would run as a formula when it opens a CSV (OWASP "CSV injection"), full-width signs too:
 * Excel reads ＝ as =. They get an apostrophe in front. Numbers stay numbers.
 */
const FORMULA = /^[\s\u0000]*[=+\-@\t\r\n＝＋－＠]/;

/** Rows as RFC 4180 lines, each ended by CRLF. */
export const toCsv = (rows: readonly (readonly Cell[])[]): string =>
  rows.length === 0
    ? ''
    : `${papa.unparse(rows as Cell[][], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;

/** Without it Excel takes UTF-8 for the system's own charset and shows no Chinese. */
export const BYTE_ORDER_MARK = '\uFEFF';
