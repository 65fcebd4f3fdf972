// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { type Command, UsageError } from '../command.ts';
import { runBatch } from '../lib/batch.ts';
import { checkId, type IdAnswer, type IdKind } from '../lib/id-check.ts';
import { readInput } from '../lib/read-input.ts';

const KINDS: readonly string[] = ['uscc', 'resident', 'icp', 'division'];

const HELP = `
Usage: yiwang id uscc|resident|icp|division CODE [--on DATE] [--json]
       yiwang id uscc|resident|icp|division --batch FILE|- [--on DATE]

Checks an identifier and says what it tells: unified social credit code (GB 32100), citizen identity number
(GB 11643), ICP filing or licence number, administrative division code.
--batch reads one code a line (plain, or {"code","on"?}) and writes one JSON line each, in the same order.
Division codes are read from year tables to the end of 2024: a code no table has, or a year in which it changed, is
unknown ("valid": null), never the nearest.

Exit 0 valid (or batch done) · 1 not valid, or not known · 2 usage or unreadable input.
`;

function print(answer: IdAnswer): string {
  const { kind, code, valid, fault, ...rest } = answer;
  const head = `${kind} ${code}: ${valid === true ? 'valid' : valid === false ? `not valid (${fault})` : 'not known'}`;
  const lines = Object.entries(rest)
    .filter(
      ([, value]) => value !== null && value !== undefined && (!Array.isArray(value) || value.length > 0),
    )
    .map(([key, value]) =>
      key === 'path'
        ? `  path: ${(value as { name: string }[]).map((one) => one.name).join(' › ')}`
        : `  ${key}: ${String(value)}`,
    );
  return [head, ...lines].join('\n');
}

export const command: Command = {
  summary: 'checks credit codes, identity numbers, ICP numbers and division codes',
  help: HELP,
  async run([kind, ...args]) {
    if (!KINDS.includes(kind ?? '')) throw new UsageError(`one of ${KINDS.join(', ')} is expected`);
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { on: { type: 'string' }, batch: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (values.batch !== undefined)
      return runBatch(readInput(values.batch), `id ${kind}`, (line) => {
        if (!line.startsWith('{')) return checkId(kind as IdKind, line, values.on);
        const row = JSON.parse(line) as { code?: unknown; on?: unknown };
        return checkId(
          kind as IdKind,
          String(row.code ?? ''),
          typeof row.on === 'string' ? row.on : values.on,
        );
      });
    if (positionals.length !== 1) throw new UsageError('one CODE is expected');
    const answer = checkId(kind as IdKind, positionals[0]!, values.on);
    process.stdout.write(`${values.json ? JSON.stringify(answer) : print(answer)}\n`);
    return answer.valid === true ? 0 : 1;
  },
};
