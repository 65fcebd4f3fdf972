// SPDX-License-Identifier: Apache-2.0
import type { ConnectOptions } from './connect.ts';
import { type Connection, createConnection } from './connection.ts';
import type { Limits } from './limits.ts';

const MAX_IDLE = 256;

/** Keeps idle connections per origin; how many run at once is the caller's politeness, not the pool's. */
export interface ConnectionPool {
  take(origin: string): Connection;
  give(connection: Connection, reusable: boolean): void;
  close(): Promise<void>;
}

export function createConnectionPool(limits: Limits, options: ConnectOptions): ConnectionPool {
  const idle = new Map<string, Connection[]>();
  let idleCount = 0;
  let tick = 0;
  const end = (connection: Connection) => void connection.client.destroy().catch(() => {});
  const dropOldest = () => {
    const oldest = [...idle.values()].flat().sort((a, b) => a.lastUsed - b.lastUsed)[0];
    if (oldest === undefined) return;
    const list = idle.get(oldest.origin)!.filter((c) => c !== oldest);
    if (list.length === 0) idle.delete(oldest.origin);
    else idle.set(oldest.origin, list);
    idleCount--;
    end(oldest);
  };
  return {
    take(origin) {
      const list = idle.get(origin);
      const found = list?.pop();
      if (list?.length === 0) idle.delete(origin);
      if (found === undefined) return createConnection(origin, limits, options);
      idleCount--;
      return found;
    },
    give(connection, reusable) {
      connection.sent = [];
      connection.received = [];
      if (!reusable) return end(connection);
      connection.lastUsed = ++tick;
      const list = idle.get(connection.origin);
      if (list === undefined) idle.set(connection.origin, [connection]);
      else list.push(connection);
      if (++idleCount > MAX_IDLE) dropOldest();
    },
    async close() {
      const all = [...idle.values()].flat();
      idle.clear();
      idleCount = 0;
      await Promise.all(all.map((connection) => connection.client.destroy().catch(() => {})));
    },
  };
}
