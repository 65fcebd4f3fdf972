// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { refused } from '@yiwang/kernel';
import { type ExampleFault, type RulePack, testRules } from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { loadPacks, today } from '../lib/load-packs.ts';

const faultLine = (f: ExampleFault): string => {
  const found = f.found.map(
    (x) => `${x.rule} “${x.text}” ${x.confidence}${x.folds.length > 0 ? ` (${x.folds.join(', ')})` : ''}`,
  );
  return `  ${f.rule} ${f.side} ${f.index}: ${f.title}\n      ${f.side === 'positive' ? 'not found; others' : 'found'}: ${found.join('; ') || 'none'}`;
};

function list(packs: readonly RulePack[], json: boolean): void {
  const rows = packs.flatMap((p) =>
    p.rules.map((r) => ({
      rule: r.id,
      label: r.label,
      severity: r.severity,
      pack: p.pack,
      mode: p.mode ?? 'on',
      title: r.title,
    })),
  );
  if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else
    for (const r of rows)
      process.stdout.write(
        `${r.rule.padEnd(34)} ${r.label.padEnd(28)} ${r.severity.padEnd(8)} ${r.title.zh}\n`,
      );
}

function show(packs: readonly RulePack[], id: string | undefined): void {
  if (id === undefined) throw new UsageError('rules show needs the id of a rule');
  for (const pack of packs)
    for (const rule of pack.rules)
      if (rule.id === id) {
        process.stdout.write(`${JSON.stringify({ pack: pack.pack, ...rule }, null, 2)}\n`);
        return;
      }
  throw refused('rules.unknown', `there is no rule "${id}"`);
}

function test(packs: readonly RulePack[], ids: readonly string[], json: boolean): number {
  const only =
    ids.length === 0 ? undefined : (rule: string, pack: string) => ids.includes(rule) || ids.includes(pack);
  const { examples, faults } = testRules(packs, { today: today(), only });
  if (ids.length > 0 && examples === 0)
    throw refused('rules.unknown', `there is no rule or pack "${ids.join('", "')}"`);
  if (json) process.stdout.write(`${JSON.stringify({ examples, faults })}\n`);
  else {
    for (const fault of faults) process.stdout.write(`${faultLine(fault)}\n`);
    process.stdout.write(`${examples - faults.length} passed, ${faults.length} failed\n`);
  }
  return faults.length === 0 ? 0 : 1;
}

export const command: Command = {
  summary: 'list, show and test the rules',
  help: `Usage: yiwang rules list|show ID|test [ID…] [--rules DIR] [--json]

  list        every rule with its label, severity and title
  show ID     one rule as its pack has it
  test [ID…]  runs the positive and negative examples of all rules, or of the rules or packs named; exit 1 when one fails

  --rules DIR  packs of another folder (all *.json below it) instead of this release's`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { rules: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [verb, ...rest] = positionals;
    const packs = loadPacks(values.rules);
    if (verb === 'list') list(packs, values.json);
    else if (verb === 'show') show(packs, rest[0]);
    else if (verb === 'test') return test(packs, rest, values.json);
    else throw new UsageError('say list, show ID or test');
    return 0;
  },
};
