// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { modules, prepareDatabase } from '@yiwang/server';
import type { Command } from '../command.ts';
import { withServer } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: "brings the database to this version's schema",
  help: `
Usage: yiwang migrate [--data DIR] [--database-url URL] [--json]

Applies the numbered migrations that are missing, as the database's owner, under a lock: two at once are safe.
A database that is newer than this version is refused (exit 2). Repeating it changes nothing.`,
  async run(args) {
    const { values } = parseArgs({ args, options: serverOptions });
    const applied = await withServer(settingsOf(values), (app, database) =>
      prepareDatabase(app, database.urls, modules, () => undefined),
    );
    if (values.json) process.stdout.write(`${JSON.stringify({ applied })}\n`);
    else if (applied.length === 0) process.stdout.write('the database is up to date\n');
    else for (const name of applied) process.stdout.write(`applied ${name}\n`);
    return 0;
  },
};
