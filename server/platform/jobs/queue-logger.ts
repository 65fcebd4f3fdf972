// SPDX-License-Identifier: Apache-2.0
import { Logger } from 'graphile-worker';
import type { Logger as Pino } from 'pino';

/** graphile-worker's chatter, not wanted (migrations, tests). */
export const silentLogger = new Logger(() => () => undefined);

/** graphile-worker's messages into our log, its "info" one step lower. */
export const queueLogger = (log: Pino) =>
  new Logger((scope) => (level, message) => {
    const at = level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug';
    log[at]({ scope }, message);
  });
