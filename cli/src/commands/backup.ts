// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, requireMigrated } from '@yiwang/server';
import { type Command, UsageError } from '../command.ts';
import { withServer } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'backs up database and evidence while the service runs',
  help: `
Usage: yiwang backup DIR [--data DIR] [--database-url URL] [--json]

Writes one consistent snapshot into an empty folder: a COPY per table, the evidence files, and manifest.json with the
digest of each. manifest.json is written last: a backup that has one is whole. Sessions are left out.
Keep the folder where only administrators can read it: it holds everything.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options: serverOptions, allowPositionals: true });
    const [folder] = positionals;
    if (folder === undefined) throw new UsageError('say where: backup DIR');
    const settings = settingsOf(values);
    const say = process.stderr.isTTY ? (line: string) => process.stderr.write(`${line}\n`) : undefined;
    const manifest = await withServer(settings, async (app, database) => {
      await requireMigrated(database.urls.owner);
      return backUp({
        ownerUrl: database.urls.owner,
        data: settings.data,
        folder: resolve(folder),
        clock: app.clock,
        say,
      });
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const summary = { folder, tables: manifest.tables.length, rows, files: manifest.files.length };
    if (values.json) process.stdout.write(`${JSON.stringify(summary)}\n`);
    else
      process.stdout.write(
        `${summary.tables} tables with ${rows} rows and ${summary.files} evidence files in ${folder}\n`,
      );
    return 0;
  },
};
