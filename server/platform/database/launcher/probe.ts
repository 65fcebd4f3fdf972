// SPDX-License-Identifier: Apache-2.0
import pg from 'pg';

/** Whether a server answers a query on this socket now. */
export async function probe(socketFolder: string): Promise<boolean> {
  if (socketFolder === '') return false;
  const client = new pg.Client({
    host: socketFolder,
    user: 'postgres',
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
