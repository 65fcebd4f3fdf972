// SPDX-License-Identifier: Apache-2.0
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { marketDay } from './calendar.ts';
import { type RequestRecord, serve } from './server.ts';

export type { RequestRecord } from './server.ts';
export { type TruthRow, truthOn, truthRows } from './truth.ts';

export interface MarketOptions {
  /** 0 (the default) for any free port. */
  port?: number;
  /** Address to listen on; 127.0.0.1 unless told. */
  host?: string;
  /** Day of the fair that stays; without it the fair follows the calendar (day 0 is 2026-01-15 in Shanghai). */
  day?: number;
  /** With it days pass this many times faster, from `day` or from today. */
  speed?: number;
}

export interface Market {
  url: string;
  /** The day that is shown now. */
  day: () => number;
  /** Turns to another day, and stays there. */
  setDay: (day: number) => void;
  /** What was asked, oldest first (the last 100,000). */
  requests: readonly RequestRecord[];
  close: () => Promise<void>;
}

const DAY_MS = 86_400_000;
const KEPT = 100_000;

/** Opens the sample fair. Rejects where the port is taken. */
export async function startMarket(options: MarketOptions = {}): Promise<Market> {
  const opened = Date.now();
  let fixedDay = options.day;
  let speed = options.speed ?? (fixedDay === undefined ? 1 : 0);
  const day = () => {
    const passed = (Date.now() - opened) * speed;
    return fixedDay === undefined ? marketDay(opened + passed) : fixedDay + Math.floor(passed / DAY_MS);
  };
  const requests: RequestRecord[] = [];
  let url = '';
  const server = createServer(async (request, response) => {
    const record: RequestRecord = {
      at: Date.now(),
      method: request.method ?? '',
      url: request.url ?? '',
      status: 0,
      userAgent: request.headers['user-agent'] ?? '',
    };
    if (requests.length >= KEPT) requests.shift();
    requests.push(record);
    try {
      record.status = await serve(request, response, day(), url);
    } catch (error) {
      record.status = 500;
      console.error('market:', error);
      response.writeHead(500, { 'content-length': 0 }).end();
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const { port, address, family } = server.address() as AddressInfo;
  const name =
    address === '0.0.0.0' || address === '::' ? '127.0.0.1' : family === 'IPv6' ? `[${address}]` : address;
  url = `http://${name}:${port}`;
  return {
    url,
    day,
    setDay: (next) => {
      fixedDay = next;
      speed = 0;
    },
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}
