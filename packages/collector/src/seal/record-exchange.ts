// SPDX-License-Identifier: Apache-2.0
import { dechunk } from '@yiwang/proof';
import type { Exchange } from '../exchange.ts';
import { digestOf, type WarcWriter, type WrittenRecord } from './write-warc.ts';

/** One line of the index to come: a record with what the response said. */
export interface Indexed {
  record: WrittenRecord;
  status: number;
  mime: string;
}

const iso = (at: number): string => new Date(at).toISOString();
/** Below this a second copy costs less than the reference to the first. */
const REVISIT_MIN_BYTES = 4096;

/** Body without transfer coding, content coding still on. */
function payloadOf(exchange: Exchange): Uint8Array {
  const chunked = /(?:^|,)\s*chunked\s*$/i.test(exchange.headers['transfer-encoding'] ?? '');
  return (chunked ? dechunk(exchange.wireBody) : null) ?? exchange.wireBody;
}

function where(exchange: Exchange): [string, string][] {
  return exchange.remoteAddress === null ? [] : [['WARC-IP-Address', exchange.remoteAddress]];
}

/**
 * Writes one exchange: the response exactly as received and the request exactly as sent, tied together. Unchanged pages
 * (304) and payloads already in this file become revisits (ISO 28500 §6.7); an exchange without a response becomes a
 * metadata record that says what happened.
 */
export function recordExchange(
  writer: WarcWriter,
  exchange: Exchange,
  first: Map<string, { record: WrittenRecord; uri: string }>,
): Indexed | null {
  const uri = exchange.finalUrl;
  const date = iso(exchange.startedAt);
  if (exchange.status === 0) {
    const block = Buffer.from(
      JSON.stringify({ method: exchange.method, error: exchange.error ?? null, ms: exchange.ms }),
    );
    writer.add({
      type: 'metadata',
      uri,
      date,
      contentType: 'application/json',
      block,
      headers: where(exchange),
    });
    return null;
  }
  const payload = payloadOf(exchange);
  const digest = digestOf(payload);
  const earlier = payload.length >= REVISIT_MIN_BYTES ? first.get(digest) : undefined;
  const notModified = exchange.status === 304;
  const revisit = notModified || earlier !== undefined;
  const headers: [string, string][] = where(exchange);
  if (exchange.truncated !== null) headers.push(['WARC-Truncated', exchange.truncated]);
  if (revisit) {
    const profile = notModified ? 'server-not-modified' : 'identical-payload-digest';
    headers.push(['WARC-Profile', `http://netpreserve.org/warc/1.1/revisit/${profile}`]);
    headers.push(['WARC-Payload-Digest', digest]);
    if (earlier !== undefined)
      headers.push(
        ['WARC-Refers-To', earlier.record.id],
        ['WARC-Refers-To-Target-URI', earlier.uri],
        ['WARC-Refers-To-Date', earlier.record.date],
      );
  }
  const response = writer.add({
    type: revisit ? 'revisit' : 'response',
    uri,
    date,
    contentType: 'application/http; msgtype=response',
    block: revisit ? exchange.responseHead : Buffer.concat([exchange.responseHead, exchange.wireBody]),
    payload,
    headers,
  });
  if (!revisit && !first.has(digest)) first.set(digest, { record: response, uri });
  if (exchange.requestHead.length > 0)
    writer.add({
      type: 'request',
      uri,
      date,
      contentType: 'application/http; msgtype=request',
      block: exchange.requestHead,
      headers: [['WARC-Concurrent-To', response.id], ...where(exchange)],
    });
  const mime = (exchange.headers['content-type'] ?? 'application/octet-stream')
    .split(';')[0]!
    .trim()
    .toLowerCase();
  return { record: response, status: exchange.status, mime };
}
