// SPDX-License-Identifier: Apache-2.0
// npm run bench [-- NAME]: every bench/*.bench.ts (or the named ones) with its peers in one run, as a table and as JSON.
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { root } from './lib/pinned-node.mjs';

export interface BenchResult {
  name: string;
  rows: Record<string, string | number>[];
  /** What bounds it, what is missing here. */
  notes?: string[];
}

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const files = globSync('bench/*.bench.ts', { cwd: root }).filter(
  (file) => wanted.length === 0 || wanted.includes(basename(file, '.bench.ts')),
);
if (files.length === 0) {
  console.error(`no such bench: ${wanted.join(', ')}`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const file of files.sort()) {
  console.log(`\n── ${basename(file, '.bench.ts')}`);
  const { bench } = (await import(join(root, file))) as { bench: () => Promise<BenchResult> };
  const result = await bench();
  console.table(result.rows);
  for (const note of result.notes ?? []) console.log(note);
  results.push(result);
}
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memory: totalmem(),
};
mkdirSync(join(root, 'data'), { recursive: true });
writeFileSync(join(root, 'data', 'bench.json'), JSON.stringify({ machine, results }, null, 2));
console.log(`\n${JSON.stringify({ machine, results })}`);
