// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { readSettings, type Settings } from '@yiwang/server';
import { UsageError } from '../command.ts';

/** Options that every command of the service shares; they win over the environment. */
export const serverOptions = {
  port: { type: 'string' },
  data: { type: 'string' },
  'database-url': { type: 'string' },
  demo: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export interface ServerValues {
  port?: string;
  data?: string;
  'database-url'?: string;
  demo?: boolean;
}

/** Reads the settings from environment and options. Throws AppError `settings_invalid`, UsageError for a bad port. */
export function settingsOf(values: ServerValues): Settings {
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    throw new UsageError(`--port must be a whole number from 0 to 65535, not "${values.port}"`);
  return readSettings(process.env, {
    port,
    data: values.data === undefined ? undefined : resolve(values.data),
    databaseUrl: values['database-url'],
    demo: values.demo,
  });
}
