// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateDatabase, modules, readBackup, restore, takeDataFolder } from '@yiwang/server';
import { type Command, UsageError } from '../command.ts';
import { withServer } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'loads a backup into an empty database of the same or a newer schema',
  help: `
Usage: yiwang restore DIR [--data DIR] [--database-url URL] [--json]

Proves every file of the backup first, then loads all of it in one transaction: it is restored whole or not at all.
The service must not run on the same data folder. Exit 2: damaged backup (each file is named), a database that is not
empty, or a backup of a newer version.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options: serverOptions, allowPositionals: true });
    const [given] = positionals;
    if (given === undefined) throw new UsageError('say from where: restore DIR');
    const folder = resolve(given);
    const settings = settingsOf(values);
    const manifest = await readBackup(folder);
    const taken = takeDataFolder(settings.data);
    if ('holder' in taken)
      throw new UsageError(`process ${taken.holder.pid} serves from ${settings.data}: stop it first`);
    const say = process.stderr.isTTY ? (line: string) => process.stderr.write(`${line}\n`) : undefined;
    try {
      await withServer(settings, async (_app, database) => {
        const { before } = await migrateDatabase(database.urls, modules);
        await restore({
          ownerUrl: database.urls.owner,
          data: settings.data,
          folder,
          manifest,
          fresh: before === 0,
          say,
        });
      });
    } finally {
      taken.lock.release();
    }
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const summary = {
      createdAt: manifest.createdAt,
      tables: manifest.tables.length,
      rows,
      files: manifest.files.length,
    };
    if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else
      process.stdout.write(
        `restored ${rows} rows in ${summary.tables} tables and ${summary.files} evidence files of ${summary.createdAt}\n`,
      );
    return 0;
  },
};
