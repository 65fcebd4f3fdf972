// SPDX-License-Identifier: Apache-2.0
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { Exchange } from '../exchange.ts';
import type { Fetcher } from '../fetcher.ts';
import type { ResourceCache } from './resource-cache.ts';
import type { ProxyCertificate } from './self-signed.ts';

/** A request the browser made and did not get through, with the reason. */
export interface Blocked {
  url: string;
  reason: string;
}

export interface JudgingProxyOptions {
  fetcher: Fetcher;
  certificate: ProxyCertificate;
  /** Served in place of the first request for its address: the response that was judged. */
  recorded?: Exchange;
  /** Robots and budget of everything the page loads: a reason refuses. */
  judge?: (url: string) => Promise<string | null>;
  /** What other pages of the same visit have loaded already; documents and answers to scripts are never taken from it. */
  cache?: ResourceCache;
  /** Requests after which a page gets nothing more. */
  maxRequests?: number;
  /** Bytes over all responses. */
  maxBytes?: number;
}

export interface JudgingProxy {
  /** `http://127.0.0.1:port`, for one browser context. */
  server: string;
  /** What went over the wire for this page, in order; the recorded response is not among them. */
  exchanges: Exchange[];
  blocked: Blocked[];
  /** Whether the recorded response was asked for. */
  servedRecorded(): boolean;
  /** Requests under way. */
  active(): number;
  close(): Promise<void>;
}

const HOP_BY_HOP =
  /^(?:connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|host|content-length)$/;
const NOT_FOR_BROWSER =
  /^(?:connection|keep-alive|proxy-.*|transfer-encoding|content-length|content-encoding|alt-svc|trailer)$/;
const MAX_BODY = 1_000_000;

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY) throw new Error('request body too large');
    parts.push(part);
  }
  return size === 0 ? undefined : Buffer.concat(parts);
}

function headersFor(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !HOP_BY_HOP.test(name))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  return headers;
}

/** The browser gets the decoded, bounded body: a compression bomb must not reach it. */
function answer(response: ServerResponse, exchange: Exchange): void {
  for (const [name, value] of Object.entries(exchange.headers)) {
    if (NOT_FOR_BROWSER.test(name)) continue;
    try {
      response.setHeader(name, name === 'set-cookie' ? value.split('\n') : value);
    } catch {
      // A header no HTTP library would send again: the page loses it, the evidence keeps it.
    }
  }
  response.writeHead(exchange.status).end(exchange.body);
}

/**
 * The browser's only way out, one for each page: an HTTP proxy on loopback that fetches everything itself, through the
 * same guarded fetcher as the patrol – resolved, judged, connected to the judged address, limited and recorded. HTTPS
 * is opened with a throw-away certificate, so the site's own certificate is judged by us and the bytes of the wire go
 * into the evidence. A tunnel never connects anywhere by itself; upgrades (WebSocket) are refused.
 */
export async function startJudgingProxy(options: JudgingProxyOptions): Promise<JudgingProxy> {
  const exchanges: Exchange[] = [];
  const blocked: Blocked[] = [];
  const sockets = new Set<Socket>();
  const origins = new WeakMap<Socket, string>();
  const closing = new AbortController();
  const maxRequests = options.maxRequests ?? 300;
  const maxBytes = options.maxBytes ?? 64 * 1024 * 1024;
  let recorded = options.recorded;
  let requests = 0;
  let active = 0;
  let bytes = 0;

  const refuse = (response: ServerResponse, url: string, reason: string, status = 403) => {
    if (blocked.length < 500) blocked.push({ url, reason });
    response.writeHead(status, { 'content-type': 'text/plain', 'x-yiwang-blocked': '1' }).end(reason);
  };

  const whyNot = (request: IncomingMessage, url: string): string | null => {
    if (!URL.canParse(url)) return 'not an address';
    if (++requests > maxRequests) return `more than ${maxRequests} requests`;
    if (bytes > maxBytes) return `more than ${maxBytes} bytes`;
    const dest = String(request.headers['sec-fetch-dest'] ?? '');
    if (dest === 'video' || dest === 'audio') return 'media are not loaded';
    return null;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const origin = origins.get(request.socket);
    const url = origin === undefined ? (request.url ?? '') : `${origin}${request.url ?? '/'}`;
    if (
      recorded !== undefined &&
      request.method === 'GET' &&
      URL.canParse(url) &&
      new URL(url).href === recorded.finalUrl
    ) {
      const exchange = recorded;
      recorded = undefined;
      return answer(response, exchange);
    }
    // Never on a picture, always a request: the tab's icon is not asked for.
    if (url.endsWith('/favicon.ico')) return void response.writeHead(404).end();
    const reason = whyNot(request, url);
    if (reason !== null) return refuse(response, url, reason);
    const dest = String(request.headers['sec-fetch-dest'] ?? '');
    const cacheable = request.method === 'GET' && /^(?:image|script|style|font)$/.test(dest);
    if (!cacheable || options.cache === undefined) return load(request, response, url, false);
    const cached = await options.cache.getOrBegin(url);
    if (cached !== undefined) {
      exchanges.push(cached);
      return answer(response, cached);
    }
    try {
      await load(request, response, url, true);
    } finally {
      options.cache.done(url);
    }
  };

  const load = async (
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    keep: boolean,
  ): Promise<void> => {
    const paced = (await options.judge?.(url)) ?? null;
    if (paced !== null) return refuse(response, url, paced);
    const body = await readBody(request);
    const exchange = await options.fetcher.fetch(url, {
      method: request.method ?? 'GET',
      headers: headersFor(request),
      ...(body ? { body } : {}),
      ground: 'render',
      redirect: 'manual',
      signal: closing.signal,
    });
    bytes += exchange.wireBody.length;
    exchanges.push(exchange);
    if (keep) options.cache?.put(url, exchange);
    const { error } = exchange;
    if (exchange.status === 0 || error?.kind === 'decoded-too-large' || error?.kind === 'decode')
      return refuse(
        response,
        url,
        error?.message ?? 'no answer',
        error?.kind === 'refused-address' ? 403 : 502,
      );
    answer(response, exchange);
  };

  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    active++;
    handle(request, response)
      .catch((error: Error) => {
        if (!response.headersSent) response.writeHead(502);
        response.end(error.message);
      })
      .finally(() => active--);
  });
  const track = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('connection', track);
  server.on('upgrade', (request, socket) => {
    blocked.push({
      url: `${origins.get(socket as Socket) ?? ''}${request.url}`,
      reason: 'upgrades (WebSocket) are refused',
    });
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
  });
  server.on('connect', (request, socket: Socket, head: Buffer) => {
    // Nothing is connected here: what comes through the tunnel is read as HTTP and judged request by request.
    const authority = request.url ?? '';
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    const start = (first: Buffer) => {
      // Paused, so that the peeked bytes wait for whoever reads next instead of flowing to nobody.
      socket.pause();
      socket.unshift(first);
      const secure = first[0] === 0x16;
      const inner = secure
        ? new TLSSocket(socket, {
            isServer: true,
            key: options.certificate.key,
            cert: options.certificate.cert,
            ALPNProtocols: ['http/1.1'],
          })
        : socket;
      if (secure) track(inner);
      origins.set(inner, originOf(authority, secure));
      server.emit('connection', inner);
    };
    if (head.length > 0) start(head);
    else socket.once('data', start);
  });
  server.on('clientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    blocked,
    active: () => active,
    servedRecorded: () => options.recorded !== undefined && recorded === undefined,
    async close() {
      closing.abort();
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function originOf(authority: string, secure: boolean): string {
  const url = `${secure ? 'https' : 'http'}://${authority}`;
  return URL.canParse(url) ? new URL(url).origin : 'invalid://';
}
