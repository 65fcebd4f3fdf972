// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { invalid } from '@yiwang/kernel';
import { BlockScreener, compileEngine, parsePacks, wordsPack } from '@yiwang/screening';
import { loadPacks } from './load-packs.ts';
import type { PoolSetup } from './screen-pool.ts';

function readWords(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch (cause) {
    throw invalid('input.unreadable', `cannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}

/** A screener of blocks of lines, by the packs or by a list of words. @throws AppError */
export function makeScreener({ rules, words, today }: PoolSetup): BlockScreener {
  const packs = words === undefined ? loadPacks(rules) : parsePacks([wordsPack(readWords(words))]);
  return new BlockScreener(compileEngine(packs, { today }));
}
