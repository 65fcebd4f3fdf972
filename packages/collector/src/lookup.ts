// SPDX-License-Identifier: Apache-2.0
import { Resolver, lookup as systemLookup } from 'node:dns/promises';

/** Name → addresses, best first. Throws with a system code (`ENOTFOUND` …) when there are none. */
export type Lookup = (host: string, signal: AbortSignal) => Promise<string[]>;

/** Settles with the signal: a name server that never answers must not hold anybody. */
export function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Asks the name servers directly (c-ares): the system's `getaddrinfo` runs on four threads, and four slow names would
 * stop everybody. Only what DNS does not know (single labels, hosts files) goes to the system, two at a time.
 */
export function createLookup(timeoutMs = 4000): Lookup {
  const resolver = new Resolver({ timeout: timeoutMs, tries: 2 });
  let running = 0;
  const waiting: (() => void)[] = [];
  const viaSystem = async (host: string): Promise<string[]> => {
    if (running >= 2) await new Promise<void>((go) => waiting.push(go));
    running++;
    try {
      return (await systemLookup(host, { all: true, order: 'ipv4first' })).map((entry) => entry.address);
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
  const viaDns = async (host: string): Promise<string[]> => {
    const [v4, v6] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const found = [
      ...(v4.status === 'fulfilled' ? v4.value : []),
      ...(v6.status === 'fulfilled' ? v6.value : []),
    ];
    if (found.length === 0) throw v4.status === 'rejected' ? v4.reason : new Error(`no address for ${host}`);
    return found;
  };
  return (host, signal) =>
    withSignal(
      host.includes('.') && !host.endsWith('.localhost')
        ? viaDns(host).catch((error: { code?: string }) => {
            if (error.code === 'ETIMEOUT' || error.code === 'ESERVFAIL') throw error;
            return viaSystem(host);
          })
        : viaSystem(host),
      signal,
    );
}
