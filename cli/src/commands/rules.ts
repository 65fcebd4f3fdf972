// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { invalid, refused } from '@yiwang/kernel';
import {
  asListing,
  compileEngine,
  type ExampleFault,
  type LabelledListing,
  type RulePack,
  type Score,
  scoreRules,
  testRules,
  testVenueRules,
  type VenuePack,
} from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { loadPacks, loadVenuePacks, today } from '../lib/load-packs.ts';
import { readLines } from '../lib/read-lines.ts';

const faultLine = (f: ExampleFault): string => {
  const found = f.found.map(
    (x) => `${x.rule} “${x.text}” ${x.confidence}${x.folds.length > 0 ? ` (${x.folds.join(', ')})` : ''}`,
  );
  return `  ${f.rule} ${f.side} ${f.index}: ${f.title}\n      ${f.side === 'positive' ? 'not found; others' : 'found'}: ${found.join('; ') || 'none'}`;
};

function list(packs: readonly (RulePack | VenuePack)[], json: boolean): void {
  const rows = packs.flatMap((p) =>
    p.rules.map((r) => ({
      rule: r.id,
      label: r.label,
      severity: r.severity,
      pack: p.pack,
      mode: ('mode' in p && p.mode) || 'on',
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

function show(packs: readonly (RulePack | VenuePack)[], id: string | undefined): void {
  if (id === undefined) throw new UsageError('rules show needs the id of a rule');
  for (const pack of packs)
    for (const rule of pack.rules as { id: string }[])
      if (rule.id === id) {
        process.stdout.write(`${JSON.stringify({ pack: pack.pack, ...rule }, null, 2)}\n`);
        return;
      }
  throw refused('rules.unknown', `there is no rule "${id}"`);
}

function test(
  packs: readonly RulePack[],
  venues: readonly VenuePack[],
  ids: readonly string[],
  json: boolean,
): number {
  const only =
    ids.length === 0 ? undefined : (rule: string, pack: string) => ids.includes(rule) || ids.includes(pack);
  const ofListings = testRules(packs, { today: today(), only });
  const ofVenues = testVenueRules(venues, only);
  const examples = ofListings.examples + ofVenues.examples;
  const faults = [...ofListings.faults, ...ofVenues.faults];
  if (ids.length > 0 && examples === 0)
    throw refused('rules.unknown', `there is no rule or pack "${ids.join('", "')}"`);
  if (json) process.stdout.write(`${JSON.stringify({ examples, faults })}\n`);
  else {
    for (const fault of faults) process.stdout.write(`${faultLine(fault)}\n`);
    process.stdout.write(`${examples - faults.length} passed, ${faults.length} failed\n`);
  }
  return faults.length === 0 ? 0 : 1;
}

const percent = (x: number | null): string => (x === null ? '–' : `${(x * 100).toFixed(1)} %`);

/** Back-test: labelled listings through the rules, the scorecard out. */
async function backtest(
  packs: readonly RulePack[],
  file: string | undefined,
  json: boolean,
): Promise<number> {
  if (file === undefined)
    throw new UsageError('rules backtest needs a file of labelled listings (NDJSON with "labels")');
  const listings: LabelledListing[] = [];
  let line = 0;
  for await (const text of readLines(file)) {
    line++;
    if (text.trim() === '') continue;
    try {
      const listing = asListing(JSON.parse(text)) as LabelledListing;
      if (!Array.isArray(listing.labels)) throw new TypeError('"labels" must be a list');
      listings.push(listing);
    } catch (error) {
      throw invalid('rules.backtest-line', `line ${line}: ${(error as Error).message}`, { cause: error });
    }
  }
  const card = scoreRules(compileEngine(packs, { today: today() }), listings);
  if (json) {
    process.stdout.write(`${JSON.stringify(card)}\n`);
    return 0;
  }
  const out: string[] = [];
  for (const { id, title, missed, wrong } of card.mistakes)
    out.push(
      `${id} ${title}${missed.length > 0 ? `  missed ${missed.join(', ')}` : ''}${wrong.length > 0 ? `  wrong ${wrong.join(', ')}` : ''}`,
    );
  out.push(
    '',
    `${'label'.padEnd(30)} ${'hit'.padStart(6)} ${'missed'.padStart(7)} ${'wrong'.padStart(6)}  precision  recall`,
  );
  const row = (name: string, s: Score) =>
    out.push(
      `${name.padEnd(30)} ${String(s.hit).padStart(6)} ${String(s.missed).padStart(7)} ${String(s.wrong).padStart(6)}  ${percent(s.precision).padStart(9)}  ${percent(s.recall)}`,
    );
  for (const [label, s] of Object.entries(card.byLabel)) row(label, s);
  row('all', card.all);
  out.push('', 'recall by disguise');
  for (const [evasion, s] of Object.entries(card.byEvasion))
    out.push(`${evasion.padEnd(30)} ${percent(s.recall)} of ${s.hit + s.missed}`);
  out.push(
    '',
    `lawful rows with suspicious words flagged: ${card.hard.flagged} of ${card.hard.rows} (${percent(card.hard.share)})`,
  );
  process.stdout.write(`${out.join('\n')}\n`);
  return 0;
}

export const command: Command = {
  summary: 'list, show, test and back-test the rules',
  help: `Usage: yiwang rules list|show ID|test [ID…]|backtest FILE [--rules DIR] [--json]

  list        every rule with its label, severity and title
  show ID     one rule as its pack has it
  test [ID…]  runs the positive and negative examples of all rules, or of the rules or packs named; exit 1 when one fails

  backtest F  screens labelled listings (NDJSON as for screen, with "labels", and perhaps "evasion" and "hard") and
              prints every mistake, precision and recall by label, recall by disguise

  --rules DIR  packs of another folder (all *.json below it) instead of this release's`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { rules: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const [verb, ...rest] = positionals;
    const packs = loadPacks(values.rules);
    const venues = loadVenuePacks(values.rules);
    if (verb === 'list') list([...packs, ...venues], values.json);
    else if (verb === 'show') show([...packs, ...venues], rest[0]);
    else if (verb === 'test') return test(packs, venues, rest, values.json);
    else if (verb === 'backtest') return backtest(packs, rest[0], values.json);
    else throw new UsageError('say list, show ID, test or backtest FILE');
    return 0;
  },
};
