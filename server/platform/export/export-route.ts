// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { RouteContract, TableFormat, Typed } from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/db.ts';
import { type Call, type Route, route } from '../http/route.ts';
import { type Sent, sendBytes } from '../http/sent.ts';
import type { Cell, ExportColumn } from './column.ts';
import { BYTE_ORDER_MARK, toCsv } from './write-csv.ts';
import { toXlsx } from './write-xlsx.ts';

interface ExportQuery {
  format: TableFormat;
  lang?: 'zh' | 'en' | undefined;
}

/** What a list needs to leave the house as a table. */
export interface ListExport<Q, Item> {
  /** Name of file and sheet, and the object in the audit. */
  name: string;
  title: { zh: string; en: string };
  columns: readonly ExportColumn<Item>[];
  /** One page of the list itself: what its screen shows under this query, no more. */
  page(tx: Tx, query: Q & { cursor?: string; limit: number }, call: Call): Promise<Page<Item>>;
}

interface Page<Item> {
  items: readonly Item[];
  next: string | null;
}

const ROWS_A_PAGE = 500;
/** A sheet holds 1,048,576 rows (ECMA-376); what is longer goes as CSV. */
const LONGEST_SHEET = 1_000_000;

const TYPES: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The route of an export: reads the list page by page, each in a short transaction as the caller, so it sees what the
 * list shows and holds neither a connection nor the rows. Its start and its end (rows, complete or not) are audited.
 */
export function exportRoute<Q, Item>(
  contract: RouteContract & Typed<Record<string, never>, Q & ExportQuery, undefined, undefined>,
  list: ListExport<NoInfer<Q>, Item>,
): Route {
  return route(contract, async (call): Promise<Sent> => {
    const { format, lang, ...filters } = call.query;
    const locale = lang ?? call.locale;
    const audit = (action: string, details: Record<string, unknown>) =>
      call.transact((tx) =>
        recordAudit(tx, call.app.clock, call.actor, {
          action,
          object: { kind: 'list', id: list.name },
          details: { format, ...details },
        }),
      );
    await audit('export-list', { filters });
    const head = list.columns.map(({ title }) => title[locale]);
    const rows = eachRow(list, filters as unknown as Q, call as Call, locale, format, (count, complete) =>
      audit('export-sent', { rows: count, complete }),
    );
    const bytes = format === 'csv' ? csvStream(head, rows) : toXlsx(list.title[locale], head, rows);
    const name = `${list.title[locale]}-${legalDay(call.app.clock.now())}.${format}`;
    return sendBytes(call.reply, bytes, { type: TYPES[format], name });
  });
}

async function* eachRow<Q, Item>(
  list: ListExport<Q, Item>,
  filters: Q,
  call: Call,
  locale: 'zh' | 'en',
  format: TableFormat,
  onEnd: (rows: number, complete: boolean) => Promise<void>,
): AsyncGenerator<Cell[]> {
  let count = 0;
  let complete = false;
  try {
    let cursor: string | null = null;
    do {
      const query: Q & { cursor?: string; limit: number } = {
        ...filters,
        limit: ROWS_A_PAGE,
        ...(cursor === null ? {} : { cursor }),
      };
      const page: Page<Item> = await call.transact((tx) => list.page(tx, query, call));
      for (const item of page.items) {
        if (format === 'xlsx' && count >= LONGEST_SHEET) return;
        count++;
        yield list.columns.map((one) => one.value(item, locale));
      }
      cursor = page.next;
    } while (cursor !== null);
    complete = true;
  } finally {
    await onEnd(count, complete);
  }
}

const LINES_A_CHUNK = 200;

const csvStream = (head: readonly string[], rows: AsyncIterable<Cell[]>): Readable =>
  Readable.from(csvChunks(head, rows), { objectMode: false });

async function* csvChunks(head: readonly string[], rows: AsyncIterable<Cell[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + toCsv([head]));
  let waiting: Cell[][] = [];
  for await (const row of rows) {
    waiting.push(row);
    if (waiting.length < LINES_A_CHUNK) continue;
    yield Buffer.from(toCsv(waiting));
    waiting = [];
  }
  if (waiting.length > 0) yield Buffer.from(toCsv(waiting));
}
