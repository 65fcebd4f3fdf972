// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { invalid } from '@yiwang/kernel';
import { streamXlsxRows } from 'hucre/xlsx';
import papa from 'papaparse';

/** One row of a table that somebody handed in: the place people look it up by, and its texts by the head row's names. */
export interface TableRow {
  /** As spreadsheets count: the head is row 1. For NDJSON the line, from 1. */
  row: number;
  values: Readonly<Record<string, string>>;
  /** The row could not be read at all. */
  fault?: string;
}

export type TableKind = 'csv' | 'ndjson' | 'xlsx';

/** What a file is by its name; `.gz` is taken off. @throws AppError `table_unreadable` for any other ending */
export function kindOf(name: string): { kind: TableKind; packed: boolean } {
  const packed = /\.gz$/i.test(name);
  const bare = packed ? name.slice(0, -3) : name;
  const ending = /\.(\w+)$/.exec(bare)?.[1]?.toLowerCase() ?? '';
  const kind = ({ csv: 'csv', txt: 'csv', ndjson: 'ndjson', jsonl: 'ndjson', xlsx: 'xlsx' } as const)[ending];
  if (kind === undefined)
    throw invalid('table_unreadable', `${name}: only .csv, .ndjson and .xlsx, each also .gz, are read`);
  return { kind, packed };
}

/**
 * The rows of a file as they come; memory does not grow with the file.
 * @throws AppError `table_unreadable` when it is not what its name says
 */
export async function* readTable(path: string, name: string = path): AsyncGenerator<TableRow> {
  const { kind, packed } = kindOf(name);
  const file = createReadStream(path, { highWaterMark: 1 << 18 });
  const bytes: Readable = packed ? file.pipe(createGunzip()) : file;
  // pipe() forwards no errors.
  if (packed) file.on('error', (error) => bytes.destroy(error));
  try {
    if (kind === 'csv') yield* readCsv(bytes);
    else if (kind === 'ndjson') yield* readNdjson(bytes);
    else yield* readXlsx(bytes);
  } catch (cause) {
    throw invalid('table_unreadable', `${name}: ${(cause as Error).message}`, { cause });
  } finally {
    bytes.destroy();
    file.destroy();
  }
}

/** UTF-8, else GB 18030: what Chinese spreadsheets write when they are asked for a CSV. */
async function* decoded(bytes: Readable): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(isUtf8(chunk as Buffer) ? 'utf-8' : 'gb18030');
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

function isUtf8(chunk: Buffer): boolean {
  try {
    // `stream`: a character that is cut by the end of the chunk is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

async function* readCsv(bytes: Readable): AsyncGenerator<TableRow> {
  const parser = papa.parse(papa.NODE_STREAM_INPUT, { header: false, skipEmptyLines: 'greedy' });
  const text = Readable.from(decoded(bytes));
  text.on('error', (error) => parser.destroy(error));
  const rows = text.pipe(parser).pipe(new PassThrough({ objectMode: true, highWaterMark: 256 }));
  parser.on('error', (error) => rows.destroy(error));
  let head: string[] | null = null;
  let row = 0;
  for await (const cells of rows as AsyncIterable<string[]>) {
    row++;
    if (head === null) {
      head = cells.map((cell) => cell.replace(/^\uFEFF/, '').trim());
      continue;
    }
    const values: Record<string, string> = {};
    for (let i = 0; i < head.length; i++) values[head[i]!] = cells[i] ?? '';
    yield { row, values };
  }
}

async function* readNdjson(bytes: Readable): AsyncGenerator<TableRow> {
  let rest = '';
  let row = 0;
  const read = (line: string): TableRow | null => {
    row++;
    if (line.trim() === '') return null;
    try {
      const value = JSON.parse(line) as unknown;
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { row, values: {}, fault: 'not an object' };
      const values: Record<string, string> = {};
      for (const [name, one] of Object.entries(value))
        if (one !== null && one !== undefined)
          values[name] = typeof one === 'object' ? JSON.stringify(one) : String(one);
      return { row, values };
    } catch {
      return { row, values: {}, fault: 'not JSON' };
    }
  };
  for await (const text of decoded(bytes)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const one = read(line.replace(/^\uFEFF|\r$/g, ''));
      if (one) yield one;
    }
  }
  const last = rest === '' ? null : read(rest);
  if (last) yield last;
}

async function* readXlsx(bytes: Readable): AsyncGenerator<TableRow> {
  let head: string[] | null = null;
  const stream = Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>;
  for await (const { index, values: cells } of streamXlsxRows(stream)) {
    const texts = cells.map(asText);
    if (head === null) {
      head = texts.map((text) => text.trim());
      continue;
    }
    if (texts.every((text) => text === '')) continue;
    const values: Record<string, string> = {};
    for (let i = 0; i < head.length; i++) values[head[i]!] = texts[i] ?? '';
    yield { row: index + 1, values };
  }
}

const asText = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  // A day in a workbook has no zone: its UTC parts are what the sheet shows.
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
};
