// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importSubjects, requireMigrated, systemActor } from '@yiwang/server';
import { type Command, UsageError } from '../command.ts';
import { progressLine } from '../lib/progress-line.ts';
import { withServer } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

const options = { ...serverOptions, again: { type: 'boolean' } } as const;

export const command: Command = {
  summary: 'imports subjects into the register from CSV, NDJSON or XLSX',
  help: `
Usage: yiwang import subjects FILE [--again] [--data DIR] [--database-url URL] [--json]

FILE is .csv (UTF-8 or GB 18030), .ndjson or .xlsx, each also .gz. Columns, in English or Chinese (名称, 统一社会信用代码,
种类, 登记状态, 成立日期, 行政区划, 地址, 电话, 网址 …): name (needed), uscc, kind (merchant, natural-person, platform,
service-provider), service (payment, hosting, search, rating, logistics, other), status (active, abnormal, revoked,
cancelled), registeredOn, division, address, phone, url, externalId. Others are left alone.

A subject is known by its credit code, else by its name. Bad rows go to FILE.errors.csv (row, field, reason); the good
ones are imported. Interrupted, the same command goes on where it stopped; done, it does nothing (--again: do it anew).
Exit 2 when some rows were bad or the file is unreadable.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [what, file, ...rest] = positionals;
    if (what !== 'subjects' || file === undefined || rest.length > 0)
      throw new UsageError('say "import subjects FILE"');
    const path = resolve(file);
    const progress = progressLine('rows');
    const result = await withServer(settingsOf(values), async (app, database) => {
      await requireMigrated(database.urls.owner);
      return importSubjects(app, systemActor('import'), {
        path,
        errors: `${path}.errors.csv`,
        again: values.again ?? false,
        onProgress: progress.show,
      });
    }).finally(progress.end);
    const { rows, made, changed, same, bad, before, resumedAt } = result;
    const errors = bad > 0 ? `${file}.errors.csv` : null;
    if (values.json)
      process.stdout.write(
        `${JSON.stringify({ file, rows, made, changed, same, bad, before, resumedAt, errors })}\n`,
      );
    else {
      if (before)
        process.stdout.write(`${file} was imported before: nothing to do (--again to do it anew)\n`);
      else
        process.stdout.write(
          `${rows} rows: ${made} new, ${changed} changed, ${same} as they were, ${bad} bad\n`,
        );
    }
    if (errors !== null) process.stderr.write(`${bad} bad rows: see ${errors}\n`);
    return bad > 0 ? 2 : 0;
  },
};
