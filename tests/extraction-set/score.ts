// SPDX-License-Identifier: Apache-2.0
// node tests/extraction-set/score.ts [--json] [NAME…]: the scorecard of extraction on its own set of pages.
import { readdirSync, readFileSync } from 'node:fs';
import { extractPage, type Listing, type Operator, type PageFacts } from '@yiwang/extraction';
import iconv from 'iconv-lite';

interface Expected {
  listings?: Partial<Listing>[];
  /** Licences as `kind:number:valid`. */
  operators?: (Partial<Omit<Operator, 'licences'>> & { licences?: string[] })[];
  charset?: string;
  kind?: string;
  needsScript?: boolean;
  emarks?: string[];
  /** Beginnings of warnings that must be among those given. */
  warnings?: string[];
}

interface Spec {
  url: string;
  encode?: string;
  contentType?: string;
  expect: Expected;
}

export interface Score {
  pages: number;
  /** Field → [right, expected, wrongly given]. */
  fields: Record<string, [number, number, number]>;
  faults: string[];
}

const folder = new URL('./pages/', import.meta.url);
const flat = (value: unknown): string => JSON.stringify(value ?? null);
const key = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, '').toLowerCase();

/** Reads every page of the set and compares with what it says of itself. */
export function score(only: string[] = []): Score {
  const result: Score = { pages: 0, fields: {}, faults: [] };
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -5))
    .filter((name) => only.length === 0 || only.includes(name));
  for (const name of names.sort()) {
    const spec = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Spec;
    const source = readFileSync(new URL(`${name}.html`, folder));
    const bytes = spec.encode ? iconv.encode(source.toString('utf8'), spec.encode) : source;
    const facts = extractPage({ bytes, url: spec.url, contentType: spec.contentType ?? null });
    result.pages++;
    compare(name, facts, spec.expect, result);
  }
  return result;
}

function compare(page: string, facts: PageFacts, expect: Expected, result: Score): void {
  const note = (field: string, right: boolean, detail: string, extra = false): void => {
    result.fields[field] ??= [0, 0, 0];
    const counts = result.fields[field];
    if (extra) counts[2]++;
    else {
      counts[1]++;
      if (right) counts[0]++;
    }
    if (!right) result.faults.push(`${page}: ${field} ${detail}`);
  };
  const check = (field: string, wanted: unknown, given: unknown): void =>
    note(field, flat(wanted) === flat(given), `${flat(given)} instead of ${flat(wanted)}`);

  if (expect.charset) check('charset', expect.charset, facts.charset);
  if (expect.kind) check('kind', expect.kind, facts.kindHint);
  if (expect.needsScript !== undefined) check('needsScript', expect.needsScript, facts.needsScript);
  if (expect.emarks) check('emarks', expect.emarks, facts.emarks);
  for (const start of expect.warnings ?? [])
    note(
      'warnings',
      facts.warnings.some((w) => w.startsWith(start)),
      `no "${start}" in ${flat(facts.warnings)}`,
    );
  if (expect.listings) {
    const left = [...facts.listings];
    for (const wanted of expect.listings) {
      const at = left.findIndex((listing) => key(listing.title) === key(wanted.title));
      note('listing', at >= 0, `"${wanted.title}" not among ${flat(facts.listings.map((l) => l.title))}`);
      if (at < 0) continue;
      const [given] = left.splice(at, 1);
      for (const [field, value] of Object.entries(wanted))
        if (field !== 'title') check(`listing.${field}`, value, given![field as keyof Listing]);
    }
    for (const extra of left) note('listing', false, `"${extra.title}" ${extra.price} is none`, true);
  }
  if (expect.operators) {
    const left = [...facts.operators];
    for (const wanted of expect.operators) {
      const at = left.findIndex((operator) => key(operator.name) === key(wanted.name));
      note('operator', at >= 0, `"${wanted.name}" not among ${flat(facts.operators.map((o) => o.name))}`);
      if (at < 0) continue;
      const [given] = left.splice(at, 1);
      for (const [field, value] of Object.entries(wanted)) {
        if (field === 'name') continue;
        const got =
          field === 'licences'
            ? given!.licences.map((l) => `${l.kind}:${l.number}:${l.valid}`)
            : given![field as keyof Operator];
        check(`operator.${field}`, value, got);
      }
    }
    for (const extra of left) note('operator', false, `"${extra.name}" ${extra.uscc} is none`, true);
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const args = process.argv.slice(2);
  const result = score(args.filter((arg) => !arg.startsWith('-')));
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(result)}\n`);
  else {
    console.table(
      Object.fromEntries(
        Object.entries(result.fields)
          .sort()
          .map(([field, [right, expected, extra]]) => [field, { right, expected, extra }]),
      ),
    );
    for (const fault of result.faults) console.log(fault);
    console.log(`${result.pages} pages, ${result.faults.length} faults`);
  }
  process.exitCode = result.faults.length === 0 ? 0 : 1;
}
