// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { foldText } from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { readText } from '../lib/read-lines.ts';

export const command: Command = {
  summary: 'text → folded text with its offset map',
  help: `Usage: yiwang fold [--form t2s|all] [--json] [FILE|-]

Folds text as the screening engine sees it and tells where each unit came from.

  --form t2s   only traditional and regional forms to simplified, one unit to one unit
  --form all   every cheap fold (default): width, case, compatibility forms, look-alikes, numerals, emoji that
               stand for words; spaces, symbols and invisible characters leave nothing
  --json       the same as the default: one JSON object

Output: {"text":…,"map":[…]} – map[i] is the UTF-16 offset in the input of unit i of the folded text; the last entry
is the input's length.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { form: { type: 'string', default: 'all' }, json: { type: 'boolean' } },
    });
    const { form } = values;
    if (form !== 't2s' && form !== 'all') throw new UsageError(`--form must be t2s or all, not "${form}"`);
    if (positionals.length > 1) throw new UsageError('one file at a time');
    const { text, map } = foldText(await readText(positionals[0]), form);
    process.stdout.write(`${JSON.stringify({ text, map: [...map] })}\n`);
    return 0;
  },
};
