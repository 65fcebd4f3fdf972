// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface NewRecord {
  type: 'warcinfo' | 'response' | 'request' | 'revisit' | 'resource' | 'metadata';
  /** Empty for warcinfo. */
  uri: string;
  /** ISO instant, milliseconds kept (WARC 1.1). */
  date: string;
  contentType: string;
  block: Uint8Array;
  /** The payload whose digest goes into the record, when it is not the block itself. */
  payload?: Uint8Array;
  headers?: [string, string][];
}

export interface WrittenRecord {
  id: string;
  uri: string;
  type: NewRecord['type'];
  date: string;
  offset: number;
  length: number;
  payloadDigest: string | null;
}

export const digestOf = (bytes: Uint8Array): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A UUID (version 8, RFC 9562) from what the record says, so that the same capture gives the same file. */
function recordId(seed: string): string {
  const hash = createHash('sha256').update(seed).digest();
  hash[6] = (hash[6]! & 0x0f) | 0x80;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.subarray(0, 16).toString('hex');
  return `<urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}>`;
}

/** A header value on one line: foreign text must not add header lines. */
const oneLine = (value: string): string => value.replace(/[\r\n\0]+/g, ' ');

/** Writes WARC 1.1 (ISO 28500:2017), each record its own gzip member. */
export class WarcWriter {
  readonly #parts: Buffer[] = [];
  readonly written: WrittenRecord[] = [];
  #offset = 0;

  /** Appends a record and returns its id and place. */
  add(record: NewRecord): WrittenRecord {
    const blockDigest = digestOf(record.block);
    const withPayload = record.type !== 'warcinfo' && record.type !== 'request';
    const payloadDigest = withPayload ? (record.payload ? digestOf(record.payload) : blockDigest) : null;
    const id = recordId(`${this.written.length} ${record.type} ${record.uri} ${record.date} ${blockDigest}`);
    const own = new Set(record.headers?.map(([name]) => name));
    const lines: [string, string][] = [
      ['WARC-Type', record.type],
      ['WARC-Record-ID', id],
      ['WARC-Date', record.date],
      ...(record.uri === '' ? [] : ([['WARC-Target-URI', record.uri]] as [string, string][])),
      ...(record.headers ?? []),
      ['WARC-Block-Digest', blockDigest],
      ...(payloadDigest === null || own.has('WARC-Payload-Digest')
        ? []
        : ([['WARC-Payload-Digest', payloadDigest]] as [string, string][])),
      ['Content-Type', record.contentType],
      ['Content-Length', String(record.block.length)],
    ];
    const head = `WARC/1.1\r\n${lines.map(([name, value]) => `${name}: ${oneLine(value)}\r\n`).join('')}\r\n`;
    const member = gzipSync(
      Buffer.concat([Buffer.from(head, 'utf8'), record.block, Buffer.from('\r\n\r\n')]),
      { level: 6 },
    );
    const written: WrittenRecord = {
      id,
      uri: record.uri,
      type: record.type,
      date: record.date,
      offset: this.#offset,
      length: member.length,
      payloadDigest: record.headers?.find(([name]) => name === 'WARC-Payload-Digest')?.[1] ?? payloadDigest,
    };
    this.#parts.push(member);
    this.#offset += member.length;
    this.written.push(written);
    return written;
  }

  bytes(): Uint8Array {
    return Buffer.concat(this.#parts);
  }
}
