// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Dispatcher } from 'undici';
import { ConnectError } from './connect.ts';
import type { Connection } from './connection.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { decodeBody } from './decode-body.ts';
import type { Exchange, FetchError } from './exchange.ts';
import type { Limits } from './limits.ts';
import { joinHeaders, splitResponse } from './response-head.ts';

export interface OneRequest {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body?: Uint8Array;
  signal?: AbortSignal;
}

interface Raw {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** Bytes of the body seen by the HTTP parser, transfer coding undone; only collected where there is one. */
  dechunked: Buffer[] | null;
  bodyBytes: number;
  error?: FetchError;
}

const EMPTY = new Uint8Array(0);

/** Sorts a fault by what it says about the other side. */
export function faultOf(error: unknown): FetchError {
  if (error instanceof ConnectError)
    return { kind: error.kind, message: error.message, ...(error.code ? { code: error.code } : {}) };
  const { code = '', message = String(error), name = '' } = error as NodeJS.ErrnoException;
  const kind: FetchError['kind'] =
    name === 'AbortError'
      ? 'aborted'
      : code === 'UND_ERR_HEADERS_TIMEOUT'
        ? 'timeout'
        : code === 'UND_ERR_BODY_TIMEOUT'
          ? 'idle'
          : name === 'HTTPParserError' || /HEADERS_OVERFLOW|INVALID_ARG|NOT_SUPPORTED/.test(code)
            ? 'protocol'
            : 'closed';
  return { kind, message, ...(code ? { code } : {}) };
}

class Ended extends Error {
  readonly fault: FetchError;
  constructor(fault: FetchError) {
    super(fault.message);
    this.fault = fault;
  }
}

function dispatch(connection: Connection, request: OneRequest, limits: Limits): Promise<Raw> {
  const raw: Raw = { status: 0, headers: {}, dechunked: null, bodyBytes: 0 };
  return new Promise((resolve) => {
    let done = false;
    const finish = (error?: FetchError) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', aborted);
      if (error !== undefined) raw.error = error;
      resolve(raw);
    };
    const stop = (fault: FetchError) => {
      finish(fault);
      void connection.client.destroy(new Ended(fault)).catch(() => {});
    };
    const timer = setTimeout(
      () => stop({ kind: 'timeout', message: `not finished within ${limits.totalMs} ms` }),
      limits.totalMs,
    );
    const aborted = () => stop({ kind: 'aborted', message: 'stopped by us' });
    if (request.signal?.aborted) return aborted();
    request.signal?.addEventListener('abort', aborted, { once: true });
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onRequestUpgrade(_controller, _status, _headers, socket) {
        socket.destroy();
        finish({ kind: 'protocol', message: 'the server switched protocols unasked' });
      },
      onResponseStart(_controller, status, headers) {
        if (status < 200) return;
        raw.status = status;
        raw.headers = headers;
        if (headers['transfer-encoding'] !== undefined) raw.dechunked = [];
      },
      onResponseData(_controller, chunk) {
        raw.bodyBytes += chunk.length;
        raw.dechunked?.push(chunk);
        if (raw.bodyBytes > limits.maxBytes)
          stop({ kind: 'too-large', message: `the body has more than ${limits.maxBytes} bytes` });
      },
      onResponseEnd: () => finish(),
      onResponseError: (_controller, error) => finish(faultOf(error)),
    };
    try {
      connection.client.dispatch(
        {
          path: request.url.pathname + request.url.search,
          method: request.method,
          headers: request.headers,
          ...(request.body ? { body: request.body } : {}),
        },
        handler,
      );
    } catch (error) {
      finish(faultOf(error));
    }
  });
}

const TRUNCATED: Partial<Record<FetchError['kind'], Exchange['truncated']>> = {
  'too-large': 'length',
  timeout: 'time',
  idle: 'time',
  aborted: 'time',
  closed: 'disconnect',
  protocol: 'disconnect',
};

async function toExchange(
  request: OneRequest,
  raw: Raw,
  connection: Connection,
  startedAt: number,
  limits: Limits,
): Promise<Exchange> {
  const wire =
    connection.received.length === 1 ? connection.received[0]! : Buffer.concat(connection.received);
  const answered = raw.status !== 0;
  const { head, rest } = answered ? splitResponse(wire) : { head: wire, rest: EMPTY };
  const exchange: Exchange = {
    url: request.url.href,
    finalUrl: request.url.href,
    method: request.method,
    status: raw.status,
    headers: joinHeaders(raw.headers),
    body: EMPTY,
    wireBody: EMPTY,
    requestHead: Buffer.concat(connection.sent),
    responseHead: head,
    remoteAddress: connection.address,
    startedAt,
    ms: 0,
    redirects: [],
    truncated: answered && raw.error ? (TRUNCATED[raw.error.kind] ?? null) : null,
    ...(raw.error ? { error: raw.error } : {}),
  };
  if (!answered) return exchange;
  const cap = Math.min(raw.bodyBytes, limits.maxBytes);
  const payload = raw.dechunked ? Buffer.concat(raw.dechunked).subarray(0, cap) : rest.subarray(0, cap);
  exchange.wireBody = raw.dechunked ? rest : payload;
  const decoded = await decodeBody(payload, exchange.headers['content-encoding'], limits.maxDecodedBytes);
  if (decoded.ok) exchange.body = decoded.body;
  else if (exchange.error === undefined) exchange.error = { kind: decoded.kind, message: decoded.message };
  return exchange;
}

/**
 * One request over one connection, without following anything. Never throws for what the other side does: every fault
 * is an outcome with its kind, and what had arrived by then is kept.
 */
export async function fetchOnce(
  request: OneRequest,
  tools: { pool: ConnectionPool; limits: Limits; clock: Clock },
): Promise<Exchange> {
  const startedAt = tools.clock.now();
  for (let attempt = 0; ; attempt++) {
    const connection = tools.pool.take(request.url.origin);
    const reused = connection.lastUsed > 0;
    const raw = await dispatch(connection, request, tools.limits);
    // A kept connection that the server was just closing says nothing about the page: once more on a fresh one.
    if (reused && attempt === 0 && raw.error?.kind === 'closed' && connection.received.length === 0) {
      tools.pool.give(connection, false);
      continue;
    }
    const exchange = await toExchange(request, raw, connection, startedAt, tools.limits);
    tools.pool.give(connection, raw.error === undefined);
    exchange.ms = tools.clock.now() - startedAt;
    return exchange;
  }
}
