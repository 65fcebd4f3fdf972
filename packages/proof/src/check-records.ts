// SPDX-License-Identifier: Apache-2.0
import type { Claims } from './claim.ts';
import { matchesDigest } from './digest.ts';
import { parseHttpMessage } from './http-message.ts';
import { payloadOf, readWarc, type WarcRecord } from './warc.ts';
import type { ZipContent } from './zip.ts';

/** Records by the archive they lie in, e.g. `archive/data.warc.gz`. */
export type Archives = Map<string, WarcRecord[]>;

const TYPES = new Set([
  'warcinfo',
  'response',
  'resource',
  'request',
  'metadata',
  'revisit',
  'conversion',
  'continuation',
]);

function faultOf(record: WarcRecord, ids: Map<string, WarcRecord>): string | null {
  if (!TYPES.has(record.type)) return `type "${record.type}" is not known`;
  if (Number.isNaN(Date.parse(record.date))) return `its date "${record.date}" is none`;
  const blockDigest = record.headers.get('warc-block-digest');
  if (blockDigest !== undefined && matchesDigest(record.block, blockDigest) === false)
    return 'its block does not match its block digest';
  const payloadDigest = record.headers.get('warc-payload-digest');
  // A revisit's payload digest is that of the earlier record, which is not here (ISO 28500 §6.7).
  if (payloadDigest !== undefined && record.type !== 'revisit') {
    const { payload, framed } = payloadOf(record);
    // Some writers digest the body with its chunked framing; both name the same bytes.
    if (matchesDigest(payload, payloadDigest) === false && matchesDigest(framed, payloadDigest) === false)
      return 'its payload does not match its payload digest';
  }
  if (record.type === 'response' && !parseHttpMessage(record.block)?.startLine.startsWith('HTTP/'))
    return 'it holds no HTTP response';
  for (const name of ['warc-concurrent-to', 'warc-refers-to']) {
    const target = record.headers.get(name);
    if (target !== undefined && name === 'warc-concurrent-to' && !ids.has(target))
      return `${name} names a record that is not here`;
  }
  return null;
}

/** Reads every archive record by record: each must be whole and match its own block and payload digests. */
export function checkRecords(zip: ZipContent, claims: Claims): Archives {
  const archives: Archives = new Map();
  for (const [name, member] of zip.members) {
    if (!/^archive\/.+\.warc(\.gz)?$/.test(name)) continue;
    if (!name.endsWith('.gz')) {
      claims.failed('record', name, 'archives that are not compressed record by record are not read here');
      continue;
    }
    const { records, faults } = readWarc(member.bytes);
    archives.set(name, records);
    for (const { offset, reason } of faults) claims.failed('record', `${name}#${offset}`, reason);
    const ids = new Map(records.map((record) => [record.id, record]));
    if (ids.size < records.length) claims.failed('record', name, 'two records have the same id');
    let wrong = faults.length;
    for (const record of records) {
      const reason = faultOf(record, ids);
      if (reason === null) continue;
      wrong++;
      claims.failed('record', `${name}#${record.offset}`, `${record.type} ${record.uri}: ${reason}`.trim());
    }
    if (records.length === 0) claims.failed('record', name, 'it holds no record');
    else if (wrong === 0)
      claims.proven('record', name, `${records.length} records with block and payload digests`);
  }
  if (archives.size === 0) claims.failed('record', null, 'there is no archive');
  return archives;
}
