// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { describeSettings } from '@yiwang/server';
import { type Command, UsageError } from '../command.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'checks the settings and prints them without secrets',
  help: `
Usage: yiwang config check [--json]

Reads every setting from the environment, refuses wrong values and unknown YIWANG_* variables (exit 2), and prints
name, value and meaning of each; secrets are not printed.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options: serverOptions, allowPositionals: true });
    if (positionals[0] !== 'check') throw new UsageError('say "config check"');
    const rows = describeSettings(settingsOf(values));
    if (values.json) process.stdout.write(`${JSON.stringify({ settings: rows })}\n`);
    else
      for (const row of rows)
        process.stdout.write(
          `${row.isDefault ? ' ' : '*'} ${row.env.padEnd(28)} ${show(row.value).padEnd(24)} ${row.doc}\n`,
        );
    return 0;
  },
};

const show = (value: unknown): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '–';
  return Array.isArray(value) ? value.join(' ') : String(value);
};
