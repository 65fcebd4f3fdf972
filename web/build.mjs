// SPDX-License-Identifier: Apache-2.0
// Builds the officers' console into web/dist/console when its sources have changed since the last build.
// `node web/build.mjs [--force]` from a shell; scripts import buildConsoleIfStale.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '..');
const out = join(here, 'dist', 'console');
const stamp = join(out, '.sources');

/** What the built files depend on: the console, its messages, the contracts, and the versions in the lock. */
const SOURCES = [
  'web/console',
  'web/messages',
  'packages/contracts/src',
  'packages/kernel/src',
  'package-lock.json',
];

function* filesOf(path) {
  if (!existsSync(path)) return;
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch {
      return null;
    }
  })();
  if (entries === null) yield path;
  else
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name === 'node_modules' || entry.name.endsWith('.test.ts')) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) yield* filesOf(full);
      else yield full;
    }
}

/** Digest over names and bytes of all sources; times of files do not survive a clone. */
export function digestOfSources() {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesOf(join(root, source)))
      hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** True while what lies in web/dist/console was made from the present sources. */
export const consoleIsFresh = () =>
  existsSync(join(out, 'index.html')) &&
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === digestOfSources();

/**
 * Builds when stale. The new files are made beside the old ones and put in their place at the end, so that a service
 * that runs meanwhile never serves half a build. Answers whether it built.
 */
export async function buildConsoleIfStale({ force = false, log = () => {} } = {}) {
  if (!force && consoleIsFresh()) return false;
  const digest = digestOfSources();
  log('building the console');
  const { build } = await import('vite');
  const fresh = join(here, 'dist', `.console-${process.pid}`);
  mkdirSync(join(here, 'dist'), { recursive: true });
  try {
    await build({
      configFile: join(here, 'console', 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh },
    });
    writeFileSync(join(fresh, '.sources'), digest);
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const built = await buildConsoleIfStale({
    force: process.argv.includes('--force'),
    log: (line) => process.stdout.write(`${line}\n`),
  });
  process.stdout.write(built ? 'built web/dist/console\n' : 'web/dist/console is fresh\n');
}
