// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalid } from '@yiwang/kernel';
import { packsFolder, readPacks } from '@yiwang/rules';
import {
  BlockScreener,
  compilePacks,
  engineOf,
  isCompiled,
  loadCompiled,
  parsePacks,
  saveCompiled,
  wordsPack,
} from '@yiwang/screening';

function readWords(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (cause) {
    throw invalid('input.unreadable', `cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** Names, sizes and times of all files below a folder: changes when any of them does. */
function stateOf(folder: string): string {
  const state: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(file);
    state.push(`${file} ${size} ${mtimeMs}`);
  }
  return state.sort().join('\n');
}

/** Where compiled rules of this state of packs and engine are kept between runs. */
function cacheFile(folder: string): string {
  const engine = fileURLToPath(new URL('./', import.meta.resolve('@yiwang/screening')));
  const digest = createHash('sha256')
    .update(stateOf(folder))
    .update(stateOf(engine))
    .digest('hex')
    .slice(0, 24);
  const base =
    process.env['YIWANG_DATA'] === undefined
      ? join(homedir(), '.cache', 'yiwang')
      : join(process.env['YIWANG_DATA'], 'cache');
  return join(base, `rules-${digest}.bin`);
}

function shared(bytes: Uint8Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

/** A cache that cannot be read or written costs time, nothing else. */
function fromCache(file: string): SharedArrayBuffer | null {
  try {
    const fd = openSync(file, 'r');
    try {
      // Straight into memory that threads share: the tables are never copied.
      const buffer = new SharedArrayBuffer(fstatSync(fd).size);
      const bytes = new Uint8Array(buffer);
      for (let n = 0; n < bytes.length; ) {
        const got = readSync(fd, bytes, n, bytes.length - n, n);
        if (got === 0) return null;
        n += got;
      }
      return isCompiled(buffer) ? buffer : null;
    } finally {
      closeSync(fd);
    }
  } catch {
    return null;
  }
}

const KEPT = 4;

/** Keeps the latest few compiled rules: every change of a pack makes new ones. */
function forget(folder: string): void {
  const kept = readdirSync(folder)
    .filter((name) => /^rules-[0-9a-f]+\.bin$/.test(name))
    .map((name) => ({ name, at: statSync(join(folder, name)).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { name } of kept.slice(KEPT)) rmSync(join(folder, name), { force: true });
}

function toCache(file: string, bytes: Uint8Array): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
    forget(join(file, '..'));
  } catch {
    // A read-only home: the next run compiles again.
  }
}

/** Compiled rules in memory that threads can share: of a folder of packs (kept for the next run), or of a list of words. @throws AppError */
export function compiledRules(options: {
  rules: string | undefined;
  words: string | undefined;
}): SharedArrayBuffer {
  if (options.words !== undefined)
    return shared(saveCompiled(compilePacks(parsePacks([wordsPack(readWords(options.words))]))));
  const folder = options.rules ?? packsFolder;
  let file: string;
  try {
    file = cacheFile(folder);
  } catch {
    file = '';
  }
  const kept = file === '' ? null : fromCache(file);
  if (kept !== null) return kept;
  const bytes = saveCompiled(compilePacks(parsePacks(readPacks(folder))));
  if (file !== '') toCache(file, bytes);
  return shared(bytes);
}

/** A screener of blocks of lines. */
export const makeScreener = (rules: SharedArrayBuffer, today: string): BlockScreener =>
  new BlockScreener(engineOf(loadCompiled(rules), { today }));
