// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { startOf } from './calendar.ts';
import type { Reply } from './reply.ts';
import { answer } from './routes.ts';

/** One answered request, kept so that tests can tell what a visitor asked for. */
export interface RequestRecord {
  at: number;
  method: string;
  url: string;
  status: number;
  userAgent: string;
}

interface Ready {
  reply: Reply;
  bytes: Buffer;
  /** Packed bytes, made when somebody first asks for them. */
  gzip: (() => Buffer) | null;
  etag: string;
}

const CACHE_LIMIT = 4000;
const cache = new Map<string, Ready>();

function prepare(reply: Reply): Ready {
  const bytes =
    typeof reply.body !== 'string'
      ? Buffer.from(reply.body)
      : reply.encoding
        ? iconv.encode(reply.body, reply.encoding)
        : Buffer.from(reply.body, 'utf8');
  let packed: Buffer | undefined;
  const zip = bytes.length > 1000 && /^(text|application\/(json|xml))/.test(reply.type);
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
  return { reply, bytes, gzip: zip ? () => (packed ??= gzipSync(bytes, { level: 5 })) : null, etag };
}

function lookUp(base: string, path: string, day: number): Ready {
  const key = `${day} ${base} ${path}`;
  const known = cache.get(key);
  if (known) return known;
  const address = new URL(path, base);
  const ready = prepare(answer({ path: address.pathname, query: address.searchParams, base, day }));
  if (cache.size >= CACHE_LIMIT) cache.delete(cache.keys().next().value!);
  cache.set(key, ready);
  return ready;
}

function notModified(request: IncomingMessage, etag: string, changed: number): boolean {
  const tags = request.headers['if-none-match'];
  if (tags !== undefined)
    return tags === '*' || tags.split(',').some((t) => t.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && since >= changed;
}

/** Answers one request: method, conditional headers (RFC 9110 §13), gzip, delay of the slow page. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  day: number,
  fallbackBase: string,
): Promise<number> {
  const send = (status: number, headers: Record<string, string | number>, body?: Buffer) => {
    response.writeHead(status, { server: 'SampleFair', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
    return status;
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    request.resume();
    return send(405, { allow: 'GET, HEAD', 'content-length': 0 });
  }
  const host = request.headers.host ?? '';
  const base = /^[\w.-]+(:\d+)?$/.test(host) ? `http://${host}` : fallbackBase;
  const path = request.url ?? '/';
  if (!path.startsWith('/') || path.startsWith('//')) return send(400, { 'content-length': 0 });
  const { reply, bytes, gzip, etag } = lookUp(base, path, day);
  if (reply.delayMs) await wait(reply.delayMs);
  const changed = startOf(day);
  const headers: Record<string, string | number> = {
    'content-type': reply.type,
    'cache-control': 'max-age=60',
    vary: 'accept-encoding',
    ...reply.headers,
  };
  if (reply.status === 200) {
    headers['etag'] = etag;
    headers['last-modified'] = new Date(changed).toUTCString();
    if (notModified(request, etag, changed)) return send(304, headers);
  }
  const packed = gzip && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (packed) headers['content-encoding'] = 'gzip';
  const body = packed ? gzip() : bytes;
  headers['content-length'] = body.length;
  return send(reply.status, headers, body);
}
