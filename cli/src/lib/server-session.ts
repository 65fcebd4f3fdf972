// SPDX-License-Identifier: Apache-2.0
import { type AcquiredDatabase, acquireDatabase, makeApp, type OpenApp, type Settings } from '@yiwang/server';

/** A database that runs for as long as a maintenance command works on it. */
export async function withServer<T>(
  settings: Settings,
  work: (open: OpenApp['app'], database: AcquiredDatabase) => Promise<T>,
): Promise<T> {
  const database = await acquireDatabase(settings, (line) => process.stderr.write(`${line}\n`));
  const open = makeApp({ ...settings, logLevel: 'silent' }, database.urls, { name: 'command' });
  try {
    return await work(open.app, database);
  } finally {
    await open.close();
    await database.release();
  }
}

/**
 * Resolves at the first SIGINT or SIGTERM, or when the process that supervises this one is gone. The handlers stay:
 * a second signal (npm and the terminal both send one) must not cut the orderly end short.
 */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
    if (process.connected) process.once('disconnect', () => resolve());
  });
}
