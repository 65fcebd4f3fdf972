// SPDX-License-Identifier: Apache-2.0
import { writeSync } from 'node:fs';
import { AppError } from '@yiwang/kernel';

/** What a bad line yields in place of its answer. */
export interface BadLine {
  line: number;
  error: { code: string; message: string };
}

function writeAll(text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that went away (head) wants no more; a full pipe drains soon.
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Answers every non-empty line of a file, in order, one JSON line each; bad lines are answered by an error and
 * reported on stderr after all good ones were answered. Returns the exit code: 0, or 2 where a line was bad.
 */
export function runBatch(text: string, name: string, answer: (line: string) => unknown): number {
  const bad: BadLine[] = [];
  let out: string[] = [];
  let size = 0;
  const flush = () => {
    if (out.length) writeAll(`${out.join('\n')}\n`);
    out = [];
    size = 0;
  };
  let line = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const row = text.slice(at, end < 0 ? text.length : end).trim();
    at = end < 0 ? text.length : end + 1;
    line++;
    if (row === '') continue;
    let json: string;
    try {
      json = JSON.stringify(answer(row));
    } catch (error) {
      const known = error instanceof AppError || error instanceof SyntaxError;
      if (!known) throw error;
      const code = error instanceof AppError ? error.code : 'input.json';
      const one: BadLine = { line, error: { code, message: error.message } };
      bad.push(one);
      json = JSON.stringify(one);
    }
    out.push(json);
    size += json.length;
    // Small enough to stay in the cache: pieces of a megabyte take almost twice the time.
    if (size > 1 << 15) flush();
  }
  flush();
  if (bad.length === 0) return 0;
  process.stderr.write(`yiwang ${name}: ${bad.length} of ${line} lines could not be answered\n`);
  for (const one of bad.slice(0, 20)) process.stderr.write(`  line ${one.line}: ${one.error.message}\n`);
  return 2;
}

/** Parses one line that must be a JSON object. */
export function readObject(line: string): Record<string, unknown> {
  const value: unknown = JSON.parse(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new AppError('invalid', 'input.object', 'not a JSON object');
  return value as Record<string, unknown>;
}
