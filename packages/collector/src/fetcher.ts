// SPDX-License-Identifier: Apache-2.0
import { rootCertificates } from 'node:tls';
import type { Clock } from '@yiwang/kernel';
import { createAddressGuard } from './address-guard.ts';
import { createConnectionPool } from './connection-pool.ts';
import type { Exchange, FetchError, RequestLog } from './exchange.ts';
import { fetchOnce } from './fetch-once.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { rawLocation } from './response-head.ts';

export interface FetcherOptions {
  /** Product token and version, e.g. `YiwangPatrol/0.1`. */
  userAgent: string;
  /** Where a site's owner can reach us: a URL or mail address; sent as `(+contact)`. */
  contact: string;
  /** `HOST[:PORT]` that the address guard lets through, for laboratories. */
  allowAddresses?: readonly string[];
  limits?: Partial<Limits>;
  clock: Clock;
  log?: (request: RequestLog) => void;
  /** Replaces name resolution, e.g. in tests; its answers are judged like any other. */
  lookup?: Lookup;
  /** Certificate authorities (PEM) trusted besides the system's, e.g. of a laboratory. */
  ca?: readonly string[];
}

export interface FetchOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: Uint8Array;
  /** Makes the request conditional (RFC 9110 §13): the answer may be 304 without a body. */
  etag?: string | null;
  lastModified?: string | null;
  signal?: AbortSignal;
  /** Why we look; goes into the log. */
  ground?: string;
  /**
   * Asked before each redirect is followed; a string refuses it and says why. Robots, scope and the budget of the next
   * host are judged here.
   */
  onRedirect?: (to: string, from: Exchange) => Promise<string | null> | string | null;
  /** `manual` hands a redirect back as it is; default `follow`. */
  redirect?: 'follow' | 'manual';
  /** Overrides for this one exchange (robots.txt has its own size). */
  limits?: Partial<Limits>;
}

export interface Fetcher {
  /** The complete User-Agent header. */
  readonly userAgent: string;
  /** The product token alone, as robots.txt groups name it. */
  readonly agent: string;
  /** Never throws for foreign faults: see {@link Exchange.error}. */
  fetch(url: string, options?: FetchOptions): Promise<Exchange>;
  close(): Promise<void>;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function failedExchange(url: string, method: string, at: number, error: FetchError): Exchange {
  const empty = new Uint8Array(0);
  return {
    url,
    finalUrl: url,
    method,
    status: 0,
    headers: {},
    body: empty,
    wireBody: empty,
    requestHead: empty,
    responseHead: empty,
    remoteAddress: null,
    startedAt: at,
    ms: 0,
    redirects: [],
    truncated: null,
    error,
  };
}

function parseHttpUrl(url: string): URL | string {
  if (!URL.canParse(url)) return 'not an address';
  const parsed = new URL(url);
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return `not http(s): ${parsed.protocol}`;
  // We never send somebody's credentials, not even those a page puts into a link.
  parsed.username = '';
  parsed.password = '';
  parsed.hash = '';
  return parsed;
}

/** Makes the one fetcher of a process: HTTP/1.1, honest User-Agent, address guard on every connection, hard limits. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const guard = createAddressGuard(options.allowAddresses);
  const pool = createConnectionPool(limits, {
    guard,
    lookup: options.lookup ?? createLookup(),
    connectMs: limits.connectMs,
    lookupMs: limits.lookupMs,
    ...(options.ca ? { ca: [...rootCertificates, ...options.ca] } : {}),
  });
  const userAgent = `${options.userAgent} (+${options.contact})`;

  const log = (exchange: Exchange, ground: string) =>
    options.log?.({
      url: exchange.url,
      method: exchange.method,
      status: exchange.status,
      at: exchange.startedAt,
      bytes: exchange.wireBody.length,
      ms: exchange.ms,
      ground,
      address: exchange.remoteAddress,
      ...(exchange.error ? { error: exchange.error.kind } : {}),
    });

  async function fetchStep(
    url: string,
    method: string,
    how: FetchOptions,
    ground: string,
  ): Promise<Exchange> {
    const parsed = parseHttpUrl(url);
    if (typeof parsed === 'string')
      return failedExchange(url, method, options.clock.now(), { kind: 'bad-url', message: parsed });
    const exchange = await fetchOnce(
      {
        url: parsed,
        method,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
          'accept-language': 'zh-CN,zh;q=0.9,en;q=0.5',
          'accept-encoding': 'gzip, deflate, br',
          ...(how.etag ? { 'if-none-match': how.etag } : {}),
          ...(how.lastModified ? { 'if-modified-since': how.lastModified } : {}),
          ...how.headers,
        },
        ...(how.body ? { body: how.body } : {}),
        ...(how.signal ? { signal: how.signal } : {}),
      },
      { pool, limits: { ...limits, ...how.limits }, clock: options.clock },
    );
    log(exchange, ground);
    return exchange;
  }

  return {
    userAgent,
    agent: options.userAgent.split('/')[0]!.trim(),
    close: () => pool.close(),
    async fetch(url, how = {}) {
      const method = how.method ?? 'GET';
      const maxRedirects = how.limits?.maxRedirects ?? limits.maxRedirects;
      const redirects: Exchange[] = [];
      const seen = new Set<string>();
      let next = url;
      let ground = how.ground ?? 'asked';
      for (;;) {
        const exchange = await fetchStep(next, method, how, ground);
        const finish = (error?: FetchError): Exchange => {
          if (error !== undefined) exchange.error = error;
          exchange.finalUrl = exchange.url;
          return { ...exchange, redirects, url: redirects[0]?.url ?? exchange.url };
        };
        const location = REDIRECTS.has(exchange.status) ? rawLocation(exchange.responseHead) : null;
        if (location === null || exchange.error !== undefined || how.redirect === 'manual') return finish();
        if (!URL.canParse(location, exchange.url))
          return finish({ kind: 'protocol', message: 'the redirect names no address' });
        const target = new URL(location, exchange.url);
        target.hash = '';
        seen.add(exchange.url);
        if (seen.has(target.href))
          return finish({ kind: 'redirect-loop', message: `redirected back to ${target.href}` });
        if (redirects.length >= maxRedirects)
          return finish({ kind: 'too-many-redirects', message: `more than ${maxRedirects} redirects` });
        const refusal = (await how.onRedirect?.(target.href, exchange)) ?? null;
        if (refusal !== null) return finish({ kind: 'redirect-refused', message: refusal });
        redirects.push(exchange);
        next = target.href;
        ground = 'redirect';
      }
    },
  };
}
