// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { parsePrice } from '@yiwang/extraction';
import { type Command, UsageError } from '../command.ts';
import { readLines } from '../lib/read-lines.ts';

const help = `
Usage: yiwang price [--currency CODE] [FILE|-]

Reads one price text a line and answers one line of JSON each, in the same order:
  {"amount":12.9,"currency":"CNY"}              ¥12.9
  {"amount":9.9,"max":19.9,"currency":"CNY"}    ￥9.9-19.9
  null                                          no price in the line

  --currency CODE   currency of prices that name none, and what $ and ¥ mean (default CNY)
  --json            accepted; the answer is JSON lines anyway
`;

/** `yiwang price`. */
export const command: Command = {
  summary: 'read price texts: 9块9, 1.2万, US $5, ￥9.9-19.9',
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { currency: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.length > 1) throw new UsageError('one file, or - for standard input');
    const currency = values.currency?.toUpperCase();
    const options = currency ? { currency } : {};
    for await (const line of readLines(positionals[0]))
      process.stdout.write(`${JSON.stringify(parsePrice(line, options))}\n`);
    return 0;
  },
};
