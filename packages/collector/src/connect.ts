// SPDX-License-Identifier: Apache-2.0
import { isIP, connect as netConnect, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { type AddressGuard, bareHost } from './address-guard.ts';
import type { FetchError } from './exchange.ts';
import { type Lookup, withSignal } from './lookup.ts';

/** A connection that could not be made, with the kind it has in an exchange. */
export class ConnectError extends Error {
  readonly kind: FetchError['kind'];
  readonly code: string | undefined;
  constructor(kind: FetchError['kind'], message: string, code?: string) {
    super(message);
    this.name = 'ConnectError';
    this.kind = kind;
    this.code = code;
  }
}

export interface ConnectOptions {
  guard: AddressGuard;
  lookup: Lookup;
  connectMs: number;
  lookupMs: number;
  ca?: string[];
}

/** The judged addresses of a host, in the order in which to try them. Throws {@link ConnectError}. */
export async function resolveJudged(host: string, port: number, options: ConnectOptions): Promise<string[]> {
  const name = bareHost(host);
  let addresses: string[];
  if (isIP(name)) addresses = [name];
  else {
    const signal = AbortSignal.timeout(options.lookupMs);
    try {
      addresses = await withSignal(options.lookup(name, signal), signal);
    } catch (error) {
      const code = (error as { code?: string }).code;
      if (signal.aborted) throw new ConnectError('dns', `name servers gave no answer for ${name} in time`);
      throw new ConnectError('dns', `${name} has no address`, typeof code === 'string' ? code : undefined);
    }
  }
  const good: string[] = [];
  let reason = `${name} has no address`;
  for (const address of addresses) {
    const verdict = options.guard.judge(name, port, address);
    if (verdict.allowed) good.push(address);
    else reason = verdict.reason;
  }
  if (good.length === 0)
    throw new ConnectError('refused-address', `the address guard refuses ${name}: ${reason}`);
  return good;
}

function connectTcp(address: string, port: number, ms: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = netConnect({ host: address, port });
    const timer = setTimeout(
      () => socket.destroy(new ConnectError('connect', `${address} did not answer within ${ms} ms`)),
      ms,
    );
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      socket.setNoDelay(true);
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      reject(error instanceof ConnectError ? error : new ConnectError('connect', error.message, error.code));
    });
  });
}

function startTls(raw: Socket, host: string, ms: number, ca: string[] | undefined): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const name = bareHost(host);
    const socket = tlsConnect({
      socket: raw,
      ...(isIP(name) ? { host: name } : { servername: name }),
      ALPNProtocols: ['http/1.1'],
      ...(ca ? { ca } : {}),
    });
    const fail = (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      raw.destroy();
      reject(error instanceof ConnectError ? error : new ConnectError('tls', error.message, error.code));
    };
    const timer = setTimeout(() => {
      socket.destroy(new ConnectError('tls', `no TLS handshake within ${ms} ms`));
    }, ms);
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      socket.off('error', fail);
      resolve(socket);
    });
    socket.once('error', fail);
  });
}

/**
 * Resolves, judges, and connects to a judged address: what was judged is what is talked to, so a name server that
 * changes its mind between the two (rebinding) gains nothing. Throws {@link ConnectError}.
 */
export async function connectJudged(
  target: { host: string; port: number; secure: boolean },
  options: ConnectOptions,
): Promise<{ socket: Socket; address: string }> {
  const addresses = await resolveJudged(target.host, target.port, options);
  let last: unknown;
  for (const address of addresses.slice(0, 4)) {
    try {
      const raw = await connectTcp(address, target.port, options.connectMs);
      return {
        socket: target.secure ? await startTls(raw, target.host, options.connectMs, options.ca) : raw,
        address,
      };
    } catch (error) {
      last = error;
      // A TLS fault is the server's answer; another address of the same name would only repeat it.
      if (error instanceof ConnectError && error.kind === 'tls') break;
    }
  }
  throw last;
}
