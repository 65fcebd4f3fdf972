// SPDX-License-Identifier: Apache-2.0
import { readGzipMember } from './gzip.ts';
import { endOfHead, parseHeaderLines, parseHttpMessage } from './http-message.ts';
import { InflateError } from './inflate.ts';

/** One record of a WARC file (ISO 28500:2017). */
export interface WarcRecord {
  /** Where its gzip member begins and how long it is, as an index names them. */
  offset: number;
  length: number;
  version: string;
  /** By lower-case name. */
  headers: Map<string, string>;
  type: string;
  id: string;
  uri: string;
  date: string;
  block: Uint8Array;
}

export interface WarcContent {
  records: WarcRecord[];
  /** What cannot be read, by the offset at which it should have begun. */
  faults: { offset: number; reason: string }[];
}

/** A single record, decompressed; far above what a capture holds. */
const MAX_RECORD = 2 ** 28;
const latin1 = new TextDecoder('latin1');
const utf8 = new TextDecoder('utf-8');

function parseRecord(bytes: Uint8Array, offset: number, length: number): WarcRecord | string {
  const end = endOfHead(bytes);
  const version = /^WARC\/(\d\.\d)\r?\n/.exec(latin1.decode(bytes.subarray(0, 12)))?.[1];
  if (version === undefined) return 'it does not begin like a WARC record';
  if (end < 0) return 'its header does not end';
  const headers = parseHeaderLines(utf8.decode(bytes.subarray(0, end)).split(/\r?\n/).slice(1));
  const size = Number(headers.get('content-length') ?? Number.NaN);
  if (!Number.isSafeInteger(size) || size < 0) return 'it has no content length';
  if (bytes.length !== end + size + 4)
    return `its block has ${bytes.length - end - 4} bytes instead of ${size}`;
  if (latin1.decode(bytes.subarray(end + size)) !== '\r\n\r\n') return 'it does not end with two empty lines';
  const required = ['warc-type', 'warc-record-id', 'warc-date'].find((name) => !headers.has(name));
  if (required !== undefined) return `it has no ${required}`;
  return {
    offset,
    length,
    version,
    headers,
    type: headers.get('warc-type')!,
    id: headers.get('warc-record-id')!,
    uri: (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, ''),
    date: headers.get('warc-date')!,
    block: bytes.subarray(end, end + size),
  };
}

/**
 * Reads a `.warc.gz` with one record a gzip member (ISO 28500 annex D), the whole file, without an index. A broken
 * member is named; reading goes on at the next place that looks like a member.
 */
export function readWarc(data: Uint8Array): WarcContent {
  const records: WarcRecord[] = [];
  const faults: WarcContent['faults'] = [];
  let at = 0;
  while (at < data.length) {
    try {
      const member = readGzipMember(data, at, MAX_RECORD);
      const record = parseRecord(member.bytes, at, member.end - at);
      if (typeof record === 'string') faults.push({ offset: at, reason: record });
      else records.push(record);
      at = member.end;
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      faults.push({ offset: at, reason: error.message });
      at = nextMember(data, at + 1);
    }
  }
  return { records, faults };
}

function nextMember(data: Uint8Array, from: number): number {
  for (let i = data.indexOf(0x1f, from); i >= 0; i = data.indexOf(0x1f, i + 1))
    if (data[i + 1] === 0x8b && data[i + 2] === 8 && (data[i + 3]! & 0xe0) === 0) return i;
  return data.length;
}

/** What WARC-Payload-Digest is about: of an HTTP message the body without transfer coding, else the block. */
export function payloadOf(record: WarcRecord): { payload: Uint8Array; framed: Uint8Array } {
  if (/^application\/http/i.test(record.headers.get('content-type') ?? '')) {
    const message = parseHttpMessage(record.block);
    if (message !== null) return { payload: message.payload, framed: message.body };
  }
  return { payload: record.block, framed: record.block };
}
