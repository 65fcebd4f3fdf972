// SPDX-License-Identifier: Apache-2.0
// npm test: types, lint, forbidden arrows, unit, integration (real PostgreSQL), browser flows.
// The last line is "N passed, N failed"; --only static|unit|integration|browser runs one part.
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/pinned-node.mjs';

const { values } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true });
const totals = { passed: 0, failed: 0, skipped: 0 };
const scratch = mkdtempSync(join(tmpdir(), 'yiwang-test-'));

function run(name: string, command: string, args: string[], env: Record<string, string> = {}): boolean {
  const begun = performance.now();
  console.log(`\n── ${name}`);
  const done = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  console.log(
    `── ${name}: ${done.status === 0 ? 'ok' : 'FAILED'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
  );
  return done.status === 0;
}

function check(name: string, command: string, args: string[]): void {
  if (run(name, command, args)) totals.passed++;
  else totals.failed++;
}

function tests(name: string, patterns: string[], exclude: RegExp, more: string[] = []): void {
  const files = globSync(patterns, {
    cwd: root,
    exclude: (file) => /node_modules|[\\/]dist$/.test(String(file)),
  })
    .filter((file) => !exclude.test(file))
    .sort();
  if (files.length === 0) return;
  const count = join(scratch, `${name}.json`);
  const ran = run(name, process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--import=./scripts/lib/fixed-seed.mjs',
    '--test',
    '--test-concurrency=3',
    `--test-reporter=${process.env.CI ? 'dot' : 'spec'}`,
    '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/lib/count-reporter.mjs',
    `--test-reporter-destination=${count}`,
    ...more,
    ...files,
  ]);
  const counted = readCounts(count);
  totals.passed += counted.passed;
  totals.failed += counted.failed + (!ran && counted.failed === 0 ? 1 : 0);
  totals.skipped += counted.skipped;
}

function readCounts(file: string): typeof totals {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as typeof totals;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const parts: Record<string, () => void | Promise<void>> = {
  static: () => {
    check('types', bin('tsc'), ['-p', '.']);
    check('types of the console', bin('tsc'), ['-p', 'web']);
    check('format and lint', bin('biome'), ['check', '.']);
    check('forbidden arrows', process.execPath, ['scripts/arrows.ts']);
  },
  unit: () =>
    tests(
      'unit',
      [
        '{packages,rules,market,cli,web,scripts,server}/**/*.test.ts',
        'tests/{unit,extraction-set}/**/*.test.ts',
      ],
      /\.int\.test\.ts$/,
    ),
  integration: async () => {
    // One PostgreSQL for all files; each file gets a database of its own in it, cloned from a template.
    const { startTestCluster } = await import('../server/platform/testing/test-database.ts');
    const cluster = await startTestCluster();
    process.env['YIWANG_TEST_PG'] = cluster.url;
    try {
      tests('integration', ['{server,cli}/**/*.int.test.ts', 'tests/integration/**/*.int.test.ts'], /^$/);
    } finally {
      delete process.env['YIWANG_TEST_PG'];
      await cluster.stop();
    }
  },
  browser: () => tests('browser', ['tests/browser/**/*.flow.ts'], /^$/, ['--test-concurrency=1']),
};

for (const [name, part] of Object.entries(parts))
  if (values.only === undefined || values.only === name) await part();
rmSync(scratch, { recursive: true, force: true });
console.log(
  `\n${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
