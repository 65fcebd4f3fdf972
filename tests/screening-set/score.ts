// SPDX-License-Identifier: Apache-2.0
// node tests/screening-set/score.ts [--set FILE] [--misses]: the scorecard of the packs on held-out rows, as Markdown.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readPacks } from '@yiwang/rules';
import { compileEngine, type ListingInput, parsePacks } from '@yiwang/screening';

interface Row extends ListingInput {
  id: string;
  labels: string[];
  evasion: string;
  hard: boolean;
}

const { values } = parseArgs({ options: { set: { type: 'string' }, misses: { type: 'boolean' } } });
const file = values.set ?? new URL('./founders.ndjson', import.meta.url).pathname;
const rows = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);
const engine = compileEngine(parsePacks(readPacks()));

interface Tally {
  wanted: number;
  found: number;
}
const by = { label: new Map<string, Tally>(), dodge: new Map<string, Tally>() };
const count = (map: Map<string, Tally>, key: string, found: boolean) => {
  const tally = map.get(key) ?? { wanted: 0, found: 0 };
  tally.wanted++;
  if (found) tally.found++;
  map.set(key, tally);
};
let right = 0;
let wrong = 0;
let hardRows = 0;
let hardAlarms = 0;
for (const { labels, evasion, hard, ...row } of rows) {
  const found = engine.screen(row).labels;
  for (const label of labels) {
    const hit = found.includes(label);
    count(by.label, label, hit);
    count(by.dodge, evasion, hit);
    if (!hit && values.misses) console.log(`missed ${row.id} ${label} (${evasion})`);
  }
  for (const label of found) {
    if (labels.includes(label)) right++;
    else {
      wrong++;
      if (values.misses) console.log(`false  ${row.id} ${label}`);
    }
  }
  if (hard) {
    hardRows++;
    if (found.length > 0) hardAlarms++;
  }
}
const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
for (const [name, map] of Object.entries(by)) {
  console.log(`\n| ${name} | wanted | found | recall |\n|---|---|---|---|`);
  for (const [key, { wanted, found }] of [...map].sort())
    console.log(`| ${key} | ${wanted} | ${found} | ${percent(found, wanted)} |`);
}
console.log(`\nPrecision of labels: ${percent(right, right + wrong)} (${right} right, ${wrong} wrong)`);
console.log(
  `Lawful rows with suspicious words flagged: ${percent(hardAlarms, hardRows)} (${hardAlarms} of ${hardRows})`,
);
