// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import type { JurisdictionInput } from '@yiwang/law';
import { printDerivation } from '@yiwang/law/dates';
import { type Command, UsageError } from '../command.ts';
import { readObject, runBatch } from '../lib/batch.ts';
import { jsonOrLines } from '../lib/json-or-lines.ts';
import { answerCount, answerDue, answerWorkday, printDue } from '../lib/law-due.ts';
import { readInput } from '../lib/read-input.ts';

const HELP = `
Usage: yiwang law due --procedure P --clock C --from DATE [--trigger T] [--matter M] [--events JSON]
       yiwang law due --batch FILE|-
       yiwang law count FROM N wd|d|mo|y            yiwang law count --batch FILE|-
       yiwang law workday DATE                      yiwang law workday --batch FILE|-
       yiwang law jurisdiction FILE|-
       yiwang law show [NAME] [--on DATE] [--lang zh|en] [--json]

Dates of the law, with the article and the reckoning. Add --json for data instead of words; --batch always
reads and writes NDJSON, one answer a line in the same order.

due      {"procedure","clock","from","trigger"?,"events"?,"region"?,"matter"?}
         → {"due","raw","provisional","clock","version","length","unit","also","basis","derivation","certainty"}
         events: extend, interrupt ({"event","date"}); pause:test, pause:recusal, pause:suspend, pause:hearing,
         pause:notice, pause:identify, pause:refund ({"event","from","to"}).
         trigger: a word that chooses between lengths (review, simple, not-told), or the day of receipt of an item
         that straddles two texts.
count    {"from","amount","unit"} → {"due","raw","provisional","derivation"}
jurisdiction  JSON or NDJSON {"kind":"complaint|report|penalty","date","role","domicile"?,"operates"?,"shown"?,
         "contactable"?,"pfDomicile"?,"lodgedAt"?,"received"?,"opened"?,"openedBy"?,"firstFinder"?,"registered"?,
         "publisher"?,"advertiser"?,"agent"?,"selfPublished"?,"dispute"?,"transferredFrom"?,"unit"?,"matter"?} →
         {"primary","may","not","yields","steps","level","basis","derivation","certainty"}; offices by name or code
workday  {"date"} → {"date","working","name","source"}; working null = calendar not published
show     NAME is an instrument (tag, slug or alias), a clock, a duty, a violation or a paper; without NAME a list of
         the instruments. --on shows what is in force on that day.

Exit 0 done · 2 usage, unreadable input, or some lines were bad.
`;

const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

function runDue(args: string[]): number {
  const { values } = parseArgs({
    args,
    options: {
      procedure: { type: 'string' },
      clock: { type: 'string' },
      from: { type: 'string' },
      trigger: { type: 'string' },
      matter: { type: 'string' },
      region: { type: 'string' },
      events: { type: 'string' },
      batch: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  if (values.batch !== undefined)
    return runBatch(readInput(values.batch), 'law due', (line) => answerDue(readObject(line)));
  let events: unknown = null;
  try {
    events = values.events === undefined ? null : JSON.parse(values.events);
  } catch {
    throw new UsageError('--events is not JSON');
  }
  const answer = answerDue({ ...values, events });
  if (values.json)
    print({ ...answer, text: { zh: printDerivation(answer, 'zh'), en: printDerivation(answer, 'en') } });
  else process.stdout.write(`${printDue(answer, values.from!)}\n`);
  return 0;
}

function runCount(args: string[]): number {
  // A negative amount is a number here, not an option.
  const negative = args.findIndex((one) => /^-\d+$/.test(one));
  const shielded = negative < 0 ? args : args.map((one, i) => (i === negative ? one.replace('-', '−') : one));
  const { values, positionals } = parseArgs({
    args: shielded,
    allowPositionals: true,
    options: { batch: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.batch !== undefined)
    return runBatch(readInput(values.batch), 'law count', (line) => answerCount(readObject(line)));
  const [from, amount, unit] = positionals;
  if (positionals.length !== 3) throw new UsageError('law count takes FROM N wd|d|mo|y');
  const answer = answerCount({ from, amount: Number(amount!.replace('−', '-')), unit });
  if (values.json) print(answer);
  else {
    process.stdout.write(`${answer.due}${answer.provisional ? ' (provisional)' : ''}\n`);
    for (const line of [...printDerivation(answer, 'zh'), ...printDerivation(answer, 'en')])
      process.stdout.write(`  ${line}\n`);
  }
  return 0;
}

function runWorkday(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { batch: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.batch !== undefined) return runBatch(readInput(values.batch), 'law workday', answerWorkday);
  if (positionals.length !== 1) throw new UsageError('law workday takes one DATE');
  print(answerWorkday(positionals[0]!));
  return 0;
}

// The tables of places and substance are loaded only where they are asked for: a batch of dates starts sooner.
async function runJurisdiction(args: string[]): Promise<number> {
  const { jurisdiction } = await import('@yiwang/law');
  const { positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean' } } });
  if (positionals.length !== 1)
    throw new UsageError('law jurisdiction takes one FILE, or - for standard input');
  return runBatch(jsonOrLines(readInput(positionals[0]!)), 'law jurisdiction', (line) =>
    jurisdiction(readObject(line) as unknown as JurisdictionInput),
  );
}

async function runShow(args: string[]): Promise<number> {
  const { printShown, showLaw } = await import('../lib/law-show.ts');
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { on: { type: 'string' }, lang: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (positionals.length > 1) throw new UsageError('law show takes one NAME');
  const lang = values.lang ?? 'zh';
  if (lang !== 'zh' && lang !== 'en') throw new UsageError('--lang is zh or en');
  const shown = showLaw(positionals[0], values.on ?? null);
  if (shown === null)
    throw new UsageError(`there is no instrument, clock, duty, violation or paper "${positionals[0]}"`);
  if (values.json) print(shown);
  else process.stdout.write(`${printShown(shown, lang)}\n`);
  return 0;
}

const SUBCOMMANDS: Record<string, (args: string[]) => number | Promise<number>> = {
  due: runDue,
  count: runCount,
  workday: runWorkday,
  jurisdiction: runJurisdiction,
  show: runShow,
};

export const command: Command = {
  summary: 'when something is due, who is competent, what a text says',
  help: HELP,
  async run([name, ...args]) {
    const run = SUBCOMMANDS[name ?? ''];
    if (!run) throw new UsageError(`one of ${Object.keys(SUBCOMMANDS).join(', ')} is expected`);
    return run(args);
  },
};
