// SPDX-License-Identifier: Apache-2.0
import { parseCdxjLine, timestampDigits } from './cdxj.ts';
import type { Archives } from './check-records.ts';
import type { Claims } from './claim.ts';
import { readGzipMember } from './gzip.ts';
import { InflateError } from './inflate.ts';
import type { WarcRecord } from './warc.ts';
import type { ZipContent } from './zip.ts';

const utf8 = new TextDecoder('utf-8');

function linesOf(name: string, bytes: Uint8Array): string[] | string {
  if (!name.endsWith('.gz'))
    return utf8
      .decode(bytes)
      .split('\n')
      .filter((line) => line !== '');
  const lines: string[] = [];
  try {
    for (let at = 0; at < bytes.length; ) {
      const member = readGzipMember(bytes, at, 2 ** 28);
      lines.push(
        ...utf8
          .decode(member.bytes)
          .split('\n')
          .filter((line) => line !== ''),
      );
      at = member.end;
    }
  } catch (error) {
    if (error instanceof InflateError) return error.message;
    throw error;
  }
  return lines;
}

function faultOf(line: string, archives: Archives, indexed: Set<WarcRecord>): string | null {
  const entry = parseCdxjLine(line);
  if (entry === null) return 'it is no CDXJ line';
  const { fields } = entry;
  const records = archives.get(`archive/${fields.filename}`) ?? archives.get(fields.filename);
  if (records === undefined) return `it names an archive that is not here: ${fields.filename}`;
  const record = records.find((r) => r.offset === fields.offset);
  if (record === undefined) return `no record begins at ${fields.offset}`;
  if (record.length !== fields.length) return `the record at ${fields.offset} has another length`;
  if (record.uri !== fields.url) return `the record at ${fields.offset} is of ${record.uri}`;
  if (!timestampDigits(record.date).startsWith(entry.timestamp))
    return `the record at ${fields.offset} has another date`;
  const digest = record.headers.get('warc-payload-digest');
  if (fields.digest !== undefined && digest !== undefined && fields.digest !== digest)
    return `the record at ${fields.offset} has another digest`;
  indexed.add(record);
  return null;
}

/** The index against the archives: every line leads to its record, every page and resource has a line, the order holds. */
export function checkIndex(zip: ZipContent, archives: Archives, claims: Claims): void {
  const indexed = new Set<WarcRecord>();
  let files = 0;
  let count = 0;
  let wrong = 0;
  const fail = (member: string, reason: string) => {
    wrong++;
    claims.failed('index', member, reason);
  };
  for (const [name, member] of zip.members) {
    if (!/^indexes\/.+\.(?:cdxj?)(?:\.gz)?$/.test(name)) continue;
    files++;
    const lines = linesOf(name, member.bytes);
    if (typeof lines === 'string') {
      fail(name, lines);
      continue;
    }
    let previous = '';
    lines.forEach((line, index) => {
      if (line.startsWith('!meta')) return;
      count++;
      const reason = faultOf(line, archives, indexed);
      if (reason !== null) fail(`${name}#${index + 1}`, reason);
      const sortKey = line.slice(0, line.indexOf('{'));
      if (sortKey < previous) fail(`${name}#${index + 1}`, 'it is out of order');
      previous = sortKey;
    });
  }
  if (files === 0) return void fail('indexes/', 'there is no index');
  for (const [name, records] of archives)
    for (const record of records)
      if (['response', 'revisit', 'resource'].includes(record.type) && !indexed.has(record))
        fail(`${name}#${record.offset}`, `${record.type} ${record.uri}: no line of the index leads to it`);
  if (wrong === 0) claims.proven('index', 'indexes/', `${count} lines lead to their records`);
}
