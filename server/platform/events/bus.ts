// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import pg from 'pg';
import type { Tx } from '../database/db.ts';

/** News that may be lost (unlike events): who listens hears it at once, in every process. */
export interface Bus {
  /** Calls `heard` for each message of the topic until the returned function is called. */
  listen(topic: string, heard: (message: unknown) => void): () => void;
  close(): Promise<void>;
}

const CHANNEL = 'yiwang';

/** Says something on a topic when the transaction commits. PostgreSQL limits a message to 8000 bytes. */
export async function announce(tx: Tx, topic: string, message: unknown): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify({ topic, message })})`.execute(tx);
}

/** One LISTEN connection per process, opened at the first listener and opened again when it breaks. */
export function openBus(url: string): Bus {
  const listeners = new Map<string, Set<(message: unknown) => void>>();
  let client: pg.Client | null = null;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, application_name: 'yiwang-bus', keepAlive: true });
    client = next;
    const again = () => {
      if (client !== next) return;
      client = null;
      if (closed || listeners.size === 0) return;
      retry = setTimeout(() => void connect(), 500);
      retry.unref();
    };
    next.on('error', again);
    next.on('end', again);
    next.on('notification', ({ payload }) => {
      const { topic, message } = JSON.parse(payload ?? '{}') as { topic: string; message: unknown };
      for (const heard of listeners.get(topic) ?? []) heard(message);
    });
    try {
      await next.connect();
      await next.query(`listen ${CHANNEL}`);
    } catch {
      again();
    }
  };

  return {
    listen(topic, heard) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(heard));
      if (client === null && !closed) void connect();
      return () => {
        set.delete(heard);
        if (set.size === 0) listeners.delete(topic);
      };
    },
    async close() {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      await client?.end().catch(() => undefined);
    },
  };
}
