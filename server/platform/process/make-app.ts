// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import { type Logger, pino } from 'pino';
import type { App } from '../app.ts';
import { systemClock } from '../clock.ts';
import type { DatabaseAddresses } from '../database/acquire-database.ts';
import { openDb, openPool } from '../database/db.ts';
import { openBus } from '../events/bus.ts';
import { readSealKeys } from '../sealing/read-keys.ts';
import { createSealer } from '../sealing/sealer.ts';
import type { Settings } from '../settings/settings.ts';

/** An `App` and the way to close what it opened. */
export interface OpenApp {
  app: App;
  close(): Promise<void>;
}

export function makeApp(
  settings: Settings,
  urls: DatabaseAddresses,
  more: { name: string; clock?: Clock; log?: Logger },
): OpenApp {
  const log = more.log ?? pino({ level: settings.logLevel, base: { part: more.name } });
  const sealer = createSealer(readSealKeys(settings));
  const pool = openPool({
    url: urls.app,
    role: 'yiwang_app',
    max: settings.poolSize,
    name: `yiwang-${more.name}`,
    onError: (error) => log.debug({ err: error }, 'an idle database connection broke'),
  });
  const db = openDb(pool);
  const bus = openBus(urls.app);
  return {
    app: { settings, db, clock: more.clock ?? systemClock, log, bus, sealer },
    async close() {
      await bus.close();
      await db.destroy();
    },
  };
}
