// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '@yiwang/kernel';
import type { Logger } from 'pino';
import type { Db } from './database/db.ts';
import type { Bus } from './events/bus.ts';
import type { Sealer } from './sealing/sealer.ts';
import type { Settings } from './settings/settings.ts';

/** What every verb may ask for; made once per process and handed down, never a global. */
export interface App {
  settings: Settings;
  /** The application role: sees nothing outside `withActor`. */
  db: Db;
  clock: Clock;
  log: Logger;
  /** Live news between processes (LISTEN/NOTIFY), e.g. for a patrol's progress. */
  bus: Bus;
  /** Seals single fields at rest: identities of reporters, secrets of second factors. */
  sealer: Sealer;
}
