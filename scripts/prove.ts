// SPDX-License-Identifier: Apache-2.0
// npm run prove [-- NAME]: the long proofs, each runnable alone; npm test runs a short version of each.
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { root } from './lib/pinned-node.mjs';

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
const all = globSync('tests/prove/*.prove.ts', { cwd: root }).sort();
const files = all.filter((file) => wanted.length === 0 || wanted.includes(basename(file, '.prove.ts')));
if (files.length === 0) {
  console.error(`no such proof; there are: ${all.map((file) => basename(file, '.prove.ts')).join(', ')}`);
  process.exit(2);
}
const done = spawnSync(
  process.execPath,
  ['--disable-warning=ExperimentalWarning', '--test', '--test-concurrency=1', ...files],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
process.exitCode = done.status ?? 1;
